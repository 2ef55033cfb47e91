import CheckCircle from '@mui/icons-material/CheckCircle'
import Lock from '@mui/icons-material/LockOutlined'
import { Box, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatDay } from '#console/time/day.ts'
import type { WholeParameter } from '#plugins/parameters/contract/answer/whole.ts'

type Step = WholeParameter['path'][number]

/** From the region down to here: what each level says, with the one that wins marked. */
export const Ladder = ({ whole: { path, from }, defaultText }: { readonly whole: WholeParameter; readonly defaultText: string }) => {
  const translate = useTranslate()
  return (
    <Box component="ol" aria-label={translate('parameters.levels')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      <Rung name={translate('parameters.default')} kind={translate('parameters.ofProduct')} valueText={defaultText} wins={from === null} />
      {path.map(step => (
        <LevelRung key={step.unit} step={step} />
      ))}
    </Box>
  )
}

const LevelRung = ({ step: { unitName, type, said, wins } }: { readonly step: Step }) => {
  const translate = useTranslate()
  const language = useLocale()
  const more = said
    ? [said.whereText, said.since === null ? '' : translate('parameters.sinceDay', { day: formatDay(language, said.since) })]
    : []
  return (
    <Rung
      name={unitName}
      kind={translate(`console.unit.type.${type}`)}
      valueText={said?.valueText}
      more={more.filter(one => one !== '').join(' · ')}
      wins={wins}
      binds={said?.binds ?? false}
    />
  )
}

interface RungProps {
  readonly name: string
  readonly kind: string
  readonly valueText: string | undefined
  readonly more?: string
  readonly wins: boolean
  readonly binds?: boolean
}

const Rung = ({ name, kind, valueText, more = '', wins, binds = false }: RungProps) => {
  const translate = useTranslate()
  return (
    <Box
      component="li"
      aria-current={wins ? 'true' : undefined}
      sx={{
        display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', columnGap: 1.5, alignItems: 'start',
        position: 'relative', py: 0.9, px: 1, borderRadius: 1,
        bgcolor: wins ? 'action.selected' : undefined,
        '&:not(:last-of-type)::after': {
          content: '""', position: 'absolute', left: 17, top: 30, bottom: -9, borderLeft: 2, borderColor: 'divider',
        },
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'center', pt: 0.25, position: 'relative', zIndex: 1 }} aria-hidden>
        {wins ? (
          <CheckCircle color="primary" sx={{ fontSize: 20 }} />
        ) : (
          <Box
            sx={{
              width: 10, height: 10, mt: 0.6, borderRadius: '50%', border: 2,
              borderColor: valueText === undefined ? 'divider' : 'text.secondary',
              bgcolor: valueText === undefined ? 'background.paper' : 'text.secondary',
            }}
          />
        )}
      </Box>
      <Box>
        <Typography sx={{ fontWeight: wins ? 650 : 450 }}>{name}</Typography>
        <Typography variant="body2" color="textSecondary">{[kind, more].filter(one => one !== '').join(' · ')}</Typography>
      </Box>
      <Box sx={{ textAlign: 'right', maxWidth: 260 }}>
        <Typography sx={{ fontWeight: wins ? 700 : 450, overflowWrap: 'anywhere' }} color={wins || valueText ? 'textPrimary' : 'textSecondary'}>
          {valueText ?? '–'}
        </Typography>
        {wins && <Typography variant="body2" color="primary" sx={{ fontWeight: 600 }}>{translate('parameters.wins')}</Typography>}
        {binds && (
          <Typography variant="body2" color="textSecondary" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}>
            <Lock sx={{ fontSize: 14 }} aria-hidden /> {translate('parameters.binds')}
          </Typography>
        )}
      </Box>
    </Box>
  )
}
