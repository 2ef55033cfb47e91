import Lock from '@mui/icons-material/LockOutlined'
import { Box, Button, Chip, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { UnitId } from '#core/contract.ts'
import { formatMoment, todayHere } from '#console/time/day.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import type { ParameterRow } from '#plugins/parameters/contract/answer.ts'
import { Origin } from './Origin.tsx'

interface ParameterItemProps {
  readonly row: ParameterRow
  readonly unit: UnitId
  readonly onEdit: () => void
}

/** One setting: its name, what it does, the value that holds here and where that comes from. */
export const ParameterItem = ({ row, unit, onEdit }: ParameterItemProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const period = usePeriod()
  const today = todayHere()
  const {
    title,
    help,
    valueText,
    own,
    ownFrom = null,
    ownTo = null,
    planned,
    differsIn,
    mayChange,
    lockedBy,
    set,
  } = row
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 3,
        rowGap: 1,
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0, pb: 0 },
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1.3fr) minmax(0, 1fr) 150px' },
      }}
    >
      <Box>
        <Typography variant="h3">{title}</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ maxWidth: '60ch' }}>
          {help}
        </Typography>
      </Box>
      <Box>
        <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>{valueText}</Typography>
        <Origin row={row} unit={unit} />
        {own && (ownFrom !== null || ownTo !== null) && (
          <Typography variant="body2" color="textSecondary">
            {period({ from: ownFrom, to: ownTo }, today)}
          </Typography>
        )}
        {planned.map(({ from, to, valueText: then }) => (
          <Typography key={from} variant="body2">
            {translate('parameters.planned', { period: period({ from, to }, today), value: then })}
          </Typography>
        ))}
        <Stack direction="row" useFlexGap sx={{ gap: 0.75, flexWrap: 'wrap', mt: 0.5 }}>
          {lockedBy && (
            <Chip
              size="small"
              variant="outlined"
              icon={<Lock />}
              label={translate('parameters.lockedBy', { unit: lockedBy })}
            />
          )}
          {differsIn > 0 && (
            <Chip
              size="small"
              variant="outlined"
              label={translate('parameters.differsIn', { smart_count: differsIn })}
            />
          )}
        </Stack>
        {set && (
          <Typography variant="caption" color="textSecondary">
            {translate('console.history.by', { name: set.by, at: formatMoment(language, set.at) })}
          </Typography>
        )}
      </Box>
      <Box sx={{ textAlign: { sm: 'right' } }}>
        {mayChange && (
          <Button
            variant="outlined"
            onClick={onEdit}
            aria-label={`${title}: ${translate(own ? 'parameters.change' : 'parameters.makeOwn')}`}
          >
            {translate(own ? 'parameters.change' : 'parameters.makeOwn')}
          </Button>
        )}
      </Box>
    </Box>
  )
}
