import { Box, Button, Card, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { Language } from '#core/contract.ts'
import { DayField } from '#console/time/DayField.tsx'
import { formatDayOfYear, isDay } from '#console/time/day.ts'
import { DayMark } from '#console/time/DayMark.tsx'
import { formatSpan } from '#console/time/hour.ts'
import type { HoursKind } from '#plugins/branches/contract/hours.ts'
import type { ExplainedDay } from '../answers.ts'
import { stretchesOf, within, type Picked } from './year-days.ts'

export type DayAct = 'close' | 'fineFree' | 'openAnyway' | 'lift'

interface DayPanelProps {
  readonly days: readonly ExplainedDay[]
  readonly kinds: readonly HoursKind[]
  readonly unitNames: Readonly<Record<string, string>>
  /** Usual days are left to the branches: nothing is said of them here. */
  readonly left: boolean
  readonly picked: Picked | null
  readonly onPick: (picked: Picked) => void
  readonly onAct: (act: DayAct) => void
  /** Whether this unit itself says something about the days, that can be taken away. */
  readonly liftable: boolean
  readonly children?: ReactNode
}

const shownMax = 6

/** Why the picked days are what they are, and what can be done about it. */
export const DayPanel = ({
  days,
  kinds,
  unitNames,
  left,
  picked,
  onPick,
  onAct,
  liftable,
  children,
}: DayPanelProps) => {
  const translate = useTranslate()
  const own = picked ? within(picked, days) : []
  const stretches = stretchesOf(own)
  return (
    <Card
      component="section"
      aria-labelledby="day-panel"
      sx={{ p: 2.5, position: { lg: 'sticky' }, top: { lg: 84 } }}
    >
      <Typography id="day-panel" variant="h2" sx={{ fontSize: '1.15rem', mb: 1.5 }}>
        {translate('branches.year.panel')}
      </Typography>
      {picked === null ? (
        <Typography color="textSecondary">
          {translate('branches.year.choose')} {translate('branches.year.help')}
        </Typography>
      ) : (
        <Stack spacing={2}>
          <Box
            sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr' } }}
          >
            <DayField
              label={translate('console.day.from')}
              value={picked.from}
              onChange={from => {
                if (isDay(from)) onPick({ from, to: from > picked.to ? from : picked.to })
              }}
            />
            <DayField
              label={translate('console.day.to')}
              value={picked.to}
              near={picked.from}
              onChange={to => {
                if (isDay(to) && to >= picked.from) onPick({ from: picked.from, to })
              }}
            />
          </Box>
          <Box aria-live="polite">
            {stretches.slice(0, shownMax).map(({ from, to, day }) => (
              <Why key={from} from={from} to={to} day={day} kinds={kinds} left={left} unitNames={unitNames} />
            ))}
            {stretches.length > shownMax && (
              <Typography variant="body2" color="textSecondary">
                …
              </Typography>
            )}
          </Box>
          <Stack spacing={1} sx={{ alignItems: 'stretch' }}>
            <Button variant="contained" onClick={() => onAct('close')}>
              {translate('branches.year.close')}
            </Button>
            <Button variant="outlined" onClick={() => onAct('fineFree')}>
              {translate('branches.year.fineFree')}
            </Button>
            <Button variant="outlined" onClick={() => onAct('openAnyway')}>
              {translate('branches.year.openAnyway')}
            </Button>
            {liftable && (
              <Button color="secondary" variant="outlined" onClick={() => onAct('lift')}>
                {translate('branches.year.lift')}
              </Button>
            )}
            {children}
          </Stack>
        </Stack>
      )}
    </Card>
  )
}

interface WhyProps extends Pick<DayPanelProps, 'kinds' | 'unitNames' | 'left'> {
  readonly from: string
  readonly to: string
  readonly day: ExplainedDay
}

const Why = ({ from, to, day, kinds, left, unitNames }: WhyProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const nameOf = (kind: string) => kinds.find(({ code }) => code === kind)?.name[language] ?? kind
  const words = (hours: ExplainedDay['hours']) =>
    hours
      .filter(({ slots }) => slots.length > 0)
      .map(
        ({ kind, slots }) =>
          `${nameOf(kind)}: ${slots.map(slot => formatSpan(language, slot.from, slot.to)).join(', ')}`,
      )
  const held = words(day.hours)
  return (
    <Box sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="body2" color="textSecondary">
        {from === to
          ? formatDayOfYear(language, from)
          : `${formatDayOfYear(language, from)} – ${formatDayOfYear(language, to)}`}
      </Typography>
      {left && day.why.by === 'hours' ? (
        <Typography variant="body2" sx={{ my: 0.5 }}>{translate('branches.year.leftHint')}</Typography>
      ) : (
        <>
          <Typography component="div" sx={{ fontWeight: 600, my: 0.5 }}>
            <DayMark kind={day.kind} provisional={day.provisional} named />
          </Typography>
          <Typography variant="body2">{day.whyText}</Typography>
        </>
      )}
      {day.why.unit !== null && unitNames[day.why.unit] && (
        <Typography variant="body2" color="textSecondary">
          {translate('branches.year.origin')} {unitNames[day.why.unit]}
        </Typography>
      )}
      {held.map(text => (
        <Typography key={text} variant="body2">
          {text}
        </Typography>
      ))}
      {held.length === 0 &&
        words(day.otherwise).map(text => (
          <Typography key={text} variant="body2" color="textSecondary">
            <s>{text}</s>
          </Typography>
        ))}
      {day.cuts.map(({ key, cut, text }) => (
        <Typography key={key + cut.from} variant="body2">
          {translate('branches.year.shut', { span: formatSpan(language, cut.from, cut.to) })}: {text}
        </Typography>
      ))}
    </Box>
  )
}
