import Add from '@mui/icons-material/Add'
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import ExpandMore from '@mui/icons-material/ExpandMore'
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Alert,
  Box,
  Button,
  Card,
  IconButton,
  Stack,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAsked } from '#console/asked.ts'
import { HistoryList } from '#console/change/HistoryList.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { todayHere } from '#console/time/day.ts'
import { useUnit, type UnitRow } from '#console/unit.ts'
import { firstHoursKinds } from '#plugins/branches/contract/hours.ts'
import type { UnitCalendar } from '../answers.ts'
import { DayActs } from './DayActs.tsx'
import { DayPanel, type DayAct } from './DayPanel.tsx'
import { ExceptionTable } from './ExceptionTable.tsx'
import { Legend } from './Legend.tsx'
import { RuleDialog } from './RuleDialog.tsx'
import { newRule, ruleFormOf, type RuleForm } from './rule-form.ts'
import { RuleTable } from './RuleTable.tsx'
import { YearGrid } from './YearGrid.tsx'
import { YearList } from './YearList.tsx'
import { leavesHours, type Picked } from './year-days.ts'

/** A year of a unit: every day with its kind and its reason. */
const CalendarPage = () => {
  const translate = useTranslate()
  const { unit } = useUnit()
  if (!unit) return <Waiting />
  return (
    <Page
      title={translate('branches.year.title', { unit: unit.name })}
      intro={translate('branches.year.intro')}
      help="calendar"
    >
      <Calendar key={unit.id} unit={unit} />
    </Page>
  )
}

const Calendar = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const today = todayHere()
  const { asked, ask } = useAsked()
  const year = Number(asked('year') || today.slice(0, 4))
  const list = asked('as') === 'list'
  const { data: calendar, error } = useSteadyReading<UnitCalendar>(`/units/${unit.id}/calendar`, {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  })
  const [picked, setPicked] = useState<Picked | null>(null)
  const [act, setAct] = useState<DayAct | null>(null)
  const [rule, setRule] = useState<RuleForm | null>(null)
  if (!calendar)
    return error ? (
      <Alert severity="error">{error.message || translate('console.failed')}</Alert>
    ) : (
      <Waiting />
    )
  const left = leavesHours(unit.type, calendar.days)
  const own = [...calendar.exceptions, ...calendar.cuts].filter(said => said.own)
  const liftable =
    picked !== null && own.some(({ from, to }) => (from ?? '') <= picked.to && picked.from <= (to ?? '9'))
  return (
    <Stack spacing={3}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Stack direction="row" sx={{ alignItems: 'center' }}>
          <IconButton
            onClick={() => ask({ year: String(year - 1) }, { replace: true })}
            aria-label={translate('branches.year.previous')}
          >
            <ChevronLeft />
          </IconButton>
          <Typography variant="h2" aria-live="polite" sx={{ px: 1, fontVariantNumeric: 'tabular-nums' }}>
            {year}
          </Typography>
          <IconButton
            onClick={() => ask({ year: String(year + 1) }, { replace: true })}
            aria-label={translate('branches.year.next')}
          >
            <ChevronRight />
          </IconButton>
        </Stack>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={list ? 'list' : 'year'}
          aria-label={translate('branches.year.views')}
          onChange={(_, next: string | null) => ask({ as: next ?? 'year' }, { replace: true })}
        >
          <ToggleButton value="year" sx={{ px: 2 }}>
            {translate('branches.year.asYear')}
          </ToggleButton>
          <ToggleButton value="list" sx={{ px: 2 }}>
            {translate('branches.year.asList')}
          </ToggleButton>
        </ToggleButtonGroup>
        <Legend />
      </Stack>
      {left && <Alert severity="info">{translate('branches.year.leftHint')}</Alert>}
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 300px' },
          alignItems: 'start',
        }}
      >
        <Card
          component="section"
          aria-label={translate('branches.year.grid', { year })}
          sx={{ p: list ? 0 : 2.5, border: list ? 0 : undefined }}
        >
          {list ? (
            <YearList days={calendar.days} unitNames={calendar.unitNames} onPick={setPicked} />
          ) : (
            <YearGrid
              year={year}
              days={calendar.days}
              unit={unit.id}
              left={left}
              today={today}
              picked={picked}
              onPick={setPicked}
            />
          )}
        </Card>
        <DayPanel
          days={calendar.days}
          kinds={firstHoursKinds}
          unitNames={calendar.unitNames}
          left={left}
          picked={picked}
          onPick={setPicked}
          onAct={setAct}
          liftable={liftable}
        />
      </Box>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {translate('branches.year.rules')}
        </Typography>
        <Button startIcon={<Add />} variant="outlined" onClick={() => setRule(newRule)}>
          {translate('branches.year.addRule')}
        </Button>
      </Stack>
      <RuleTable rules={calendar.rules} onEdit={row => setRule(ruleFormOf(row))} />
      <Typography variant="h2">{translate('branches.year.exceptions')}</Typography>
      <ExceptionTable calendar={calendar} onPick={next => setPicked(next)} />
      <Accordion
        disableGutters
        variant="outlined"
        slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }}
      >
        <AccordionSummary expandIcon={<ExpandMore />}>{translate('branches.history')}</AccordionSummary>
        <AccordionDetails>
          <HistoryList unit={unit.id} />
        </AccordionDetails>
      </Accordion>
      {act && picked && (
        <DayActs
          act={act}
          unit={unit}
          picked={picked}
          today={today}
          calendar={calendar}
          onDone={() => setAct(null)}
        />
      )}
      {rule && (
        <RuleDialog
          unit={unit.id}
          first={rule}
          taken={calendar.rules.filter(row => row.own).map(({ key }) => key)}
          seen={calendar.version}
          onDone={() => setRule(null)}
        />
      )}
    </Stack>
  )
}

export default CalendarPage
