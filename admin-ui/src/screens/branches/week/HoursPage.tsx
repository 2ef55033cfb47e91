import Add from '@mui/icons-material/Add'
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Alert,
  Button,
  Card,
  Stack,
  Tab,
  Tabs,
  Typography,
} from '@mui/material'
import ExpandMore from '@mui/icons-material/ExpandMore'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Language, UnitId } from '#core/contract.ts'
import { useAsked } from '#console/asked.ts'
import { HistoryList } from '#console/change/HistoryList.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { formatDay, todayHere } from '#console/time/day.ts'
import { useUnit, type UnitRow } from '#console/unit.ts'
import type { Plan, UnitHours } from '../answers.ts'
import { leavesHours } from '../year/year-days.ts'
import { PlanCard } from './PlanCard.tsx'
import { PlanEditor } from './PlanEditor.tsx'
import { formOf, newForm, type PlanForm } from './plan-form.ts'
import { WeekStrip } from './WeekStrip.tsx'

/** Opening hours of a unit: this week, the plans behind it, and the form to change them. */
const HoursPage = () => {
  const translate = useTranslate()
  const { unit } = useUnit()
  if (!unit) return <Waiting />
  return (
    <Page
      title={translate('branches.week.title', { unit: unit.name })}
      intro={translate('branches.week.intro')}
      help="hours"
    >
      <Hours key={unit.id} unit={unit} />
    </Page>
  )
}

const Hours = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const today = todayHere()
  const { asked, ask } = useAsked()
  const { data: hours, error } = useReading<UnitHours>(`/units/${unit.id}/hours`, { on: today })
  const [added, setAdded] = useState<PlanForm | null>(null)
  if (error && !hours) return <Alert severity="error">{error.message || translate('console.failed')}</Alert>
  if (!hours) return <Waiting />

  const kind =
    asked('kind') ||
    (hours.kinds.find(({ code }) => hours.plans.some(({ plan }) => plan.kind === code))?.code ?? hours.kinds[0]?.code ?? '')
  const plans = [...hours.plans, ...hours.planned].filter(({ plan }) => plan.kind === kind)
  const edited = plans.find(({ segment }) => segment.id === asked('edit'))
  const form = added ?? (edited && formOf(edited, today))
  if (form) {
    const done = () => {
      setAdded(null)
      if (edited) ask({ edit: null })
    }
    return <PlanEditor hours={hours} unit={unit.id} today={today} first={form} onDone={done} />
  }
  return (
    <Stack spacing={3}>
      <Gaps hours={hours} />
      <Card>
        <Tabs
          value={kind}
          onChange={(_, next: string) => ask({ kind: next })}
          variant="scrollable"
          aria-label={translate('branches.week.kinds')}
          sx={{ px: 2, borderBottom: 1, borderColor: 'divider' }}
        >
          {hours.kinds.map(({ code, name }) => (
            <Tab
              key={code}
              value={code}
              label={name[language]}
              id={`kind-${code}`}
              aria-controls={code === kind ? 'hours-of-kind' : undefined}
            />
          ))}
        </Tabs>
        <Stack role="tabpanel" id="hours-of-kind" aria-labelledby={`kind-${kind}`} sx={{ p: 2.5 }}>
          {plans.length === 0 && leavesHours(unit.type, hours.week) ? (
            <Alert severity="info">{translate('branches.week.left')}</Alert>
          ) : (
            <WeekStrip week={hours.week} kind={kind} today={today} />
          )}
        </Stack>
      </Card>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {translate('branches.week.plans')}
        </Typography>
        <Button
          variant="contained"
          startIcon={<Add />}
          onClick={() => setAdded(newForm(kind, plans.length === 0 ? 'regular' : 'special', today))}
        >
          {translate('branches.week.add')}
        </Button>
      </Stack>
      {plans.length === 0 && <Typography color="textSecondary">{translate('branches.week.none')}</Typography>}
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {plans.map(row => (
          <PlanCard
            key={row.segment.id}
            row={row}
            current={givesHours(hours.week, row)}
            coming={(row.segment.from ?? '') > today}
            daySets={hours.daySets}
            onEdit={() => ask({ edit: row.segment.id })}
          />
        ))}
      </Stack>
      <Older hours={hours} kind={kind} unit={unit.id} />
    </Stack>
  )
}

/** Whether a plan stands behind any day of the week, also one on which a closing goes before it. */
const givesHours = (week: UnitHours['week'], { segment: { unit, key, from, to } }: Plan) =>
  week.some(
    ({ day, hours, otherwise }) =>
      (from ?? '') <= day &&
      day <= (to ?? '9') &&
      [...hours, ...otherwise].some(given => given.unit === unit && given.key === key),
  )

const Gaps = ({ hours }: { readonly hours: UnitHours }) => {
  const translate = useTranslate()
  const language = useLocale()
  if (hours.gaps.length === 0 || !hours.needsHours) return null
  return (
    <Alert severity="warning">
      {translate('branches.week.gaps')}:{' '}
      {hours.gaps
        .slice(0, 5)
        .map(({ from, to }) =>
          translate('branches.week.gap', { from: formatDay(language, from), to: formatDay(language, to) }),
        )
        .join('; ')}
    </Alert>
  )
}

const Older = ({
  hours,
  kind,
  unit,
}: {
  readonly hours: UnitHours
  readonly kind: string
  readonly unit: UnitId
}) => {
  const translate = useTranslate()
  const past = hours.past.filter(({ plan }) => plan.kind === kind)
  const slots = { heading: { component: 'h2' as const }, transition: { unmountOnExit: true } }
  return (
    <div>
      {past.length > 0 && (
        <Accordion disableGutters variant="outlined" slotProps={slots}>
          <AccordionSummary expandIcon={<ExpandMore />}>
            {translate('branches.week.past', { smart_count: past.length })}
          </AccordionSummary>
          <AccordionDetails>
            <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {past.map(row => (
                <PlanCard key={row.segment.id} row={row} current={false} daySets={hours.daySets} />
              ))}
            </Stack>
          </AccordionDetails>
        </Accordion>
      )}
      <Accordion disableGutters variant="outlined" slotProps={slots}>
        <AccordionSummary expandIcon={<ExpandMore />}>{translate('branches.history')}</AccordionSummary>
        <AccordionDetails>
          <HistoryList unit={unit} />
        </AccordionDetails>
      </Accordion>
    </div>
  )
}

export default HoursPage
