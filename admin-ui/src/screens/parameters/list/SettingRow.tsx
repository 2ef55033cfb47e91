import Lock from '@mui/icons-material/LockOutlined'
import { Box, Button, Chip, Link, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { formatDay } from '#console/time/day.ts'
import type { ParameterValues } from '#plugins/parameters/contract/answer/value.ts'
import { isOwn, type Setting } from './settings.ts'

interface SettingRowProps {
  readonly setting: Setting
  readonly units: ParameterValues['units']
  /** Its chapter, where the list shows settings of several. */
  readonly area?: string | undefined
  readonly to: string
  readonly onEdit: () => void
}

/** One setting in the list: its name and sentence, what holds here, and where that comes from. */
export const SettingRow = ({ setting, units, area, to, onEdit }: SettingRowProps) => {
  const translate = useTranslate()
  const { definition: { title, help, name }, held } = setting
  const mine = isOwn(setting)
  const act = translate(mine ? 'parameters.change' : 'parameters.makeOwn')
  return (
    <Box
      component="li"
      sx={{
        display: 'grid', columnGap: 3, rowGap: 1, py: 1.75, px: { xs: 1.5, sm: 2 },
        borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 },
        boxShadow: theme => (mine ? `inset 4px 0 0 ${theme.palette.secondary.main}` : 'none'),
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1.35fr) minmax(0, 1fr) auto' },
      }}
    >
      <Box>
        {area && (
          <Typography variant="overline" color="textSecondary" component="p" sx={{ m: 0 }}>
            {area}
          </Typography>
        )}
        <Typography variant="h3">
          <Link component={RouterLink} to={to} id={`setting-${name}`} underline="hover" color="textPrimary">
            {title}
          </Link>
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ maxWidth: '62ch', mt: 0.25 }}>
          {help}
        </Typography>
      </Box>
      <Box>
        <Typography sx={{ fontSize: '1.2rem', fontWeight: 650, lineHeight: 1.3, overflowWrap: 'anywhere' }}>
          {held.valueText}
        </Typography>
        <Source held={setting.held} units={units} />
        <Signs setting={setting} units={units} />
      </Box>
      <Box sx={{ textAlign: { sm: 'right' }, minWidth: { sm: 116 } }}>
        {held.mayChange && (
          <Button variant="outlined" size="small" onClick={onEdit} aria-label={`${title}: ${act}`}>
            {act}
          </Button>
        )}
      </Box>
    </Box>
  )
}

interface SourceProps {
  readonly held: Setting['held']
  readonly units: ParameterValues['units']
}

/** In a few words who says so, and since when. */
const Source = ({ held: { own, from }, units }: SourceProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const unit = from ? units[from.unit]?.name ?? '' : ''
  const word = own ? 'parameters.own' : from ? 'parameters.inherited' : 'parameters.default'
  return (
    <Typography variant="body2" color="textSecondary">
      <Box component="span" sx={own ? { color: 'secondary.main', fontWeight: 650 } : undefined}>
        {translate(word, { unit })}
      </Box>
      {from?.since && ` ${translate('parameters.sinceDay', { day: formatDay(language, from.since) })}`}
    </Typography>
  )
}

interface SignsProps {
  readonly setting: Setting
  readonly units: ParameterValues['units']
}

const Signs = ({ setting: { definition, held }, units }: SignsProps) => {
  const translate = useTranslate()
  const { lockedBy } = held
  const signs = [
    ...(held.lines > 0 ? [translate('parameters.lines', { smart_count: held.lines })] : []),
    ...(held.planned > 0 ? [translate('parameters.plannedCount', { smart_count: held.planned })] : []),
    ...(held.below > 0 ? [translate('parameters.differsIn', { smart_count: held.below })] : []),
    ...(held.applies || !definition.onlyWhen
      ? []
      : [translate('parameters.onlyWhenShort', { title: definition.onlyWhen.title })]),
  ]
  if (signs.length === 0 && !held.locked) return null
  return (
    <Stack direction="row" useFlexGap sx={{ gap: 0.75, flexWrap: 'wrap', mt: 0.75 }}>
      {held.locked && (
        <Chip
          size="small"
          variant="outlined"
          icon={<Lock aria-hidden />}
          label={translate('parameters.lockedBy', { unit: (lockedBy && units[lockedBy]?.name) ?? '' })}
          sx={wrapping}
        />
      )}
      {signs.map(sign => (
        <Chip key={sign} size="small" variant="outlined" label={sign} sx={wrapping} />
      ))}
    </Stack>
  )
}

const wrapping = { height: 'auto', minHeight: 24, '& .MuiChip-label': { whiteSpace: 'normal' } } as const
