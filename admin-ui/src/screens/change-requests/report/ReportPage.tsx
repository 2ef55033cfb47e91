import { Box, Button, Link, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, plusDays, regional, todayHere } from '#console/time/day.ts'
import { useUnit, useUnitLink, type UnitRow } from '#console/unit.ts'
import type { Report } from '#plugins/change-requests/contract/answer.ts'

/** How fast libraries get their answer, what they ask most, and what they could as well do themselves. */
const ReportPage = () => {
  const { unit } = useUnit()
  return unit ? <Reported unit={unit} /> : <Waiting />
}

const Reported = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const to = isDay(asked('to')) ? asked('to') : todayHere()
  const from = isDay(asked('from')) ? asked('from') : plusDays(to, -365)
  const reading = useSteadyReading<Report>('/requests/report', { unit: unit.id, from, to })
  return (
    <Page title={translate('requests.report.title', { unit: unit.name })} intro={translate('requests.report.intro')} help="requestReport">
      <Stack direction="row" useFlexGap sx={{ gap: 2, flexWrap: 'wrap' }}>
        <DayField label={translate('console.day.from')} value={from} onChange={day => ask({ from: day })} />
        <DayField label={translate('console.day.to')} value={to} onChange={day => ask({ to: day })} />
      </Stack>
      <Answered reading={reading}>{report => <Told report={report} />}</Answered>
    </Page>
  )
}

type Measured = Report['total']
const columns = ['asked', 'open', 'applied', 'refused', 'putBack', 'answerHours', 'appliedHours'] as const

const Told = ({ report: { total, byForm, byLibrary, candidates } }: { readonly report: Report }) => {
  const translate = useTranslate()
  if (total.asked === 0) return <Nothing>{translate('requests.report.none')}</Nothing>
  return (
    <Stack spacing={4}>
      <Totals total={total} />
      <Section bare title={translate('requests.report.byForm')}>
        <Measures name={translate('requests.report.byForm')} head={translate('requests.report.kind')} most={byForm[0]?.asked ?? 1}
          rows={byForm.map(row => ({ ...row, key: row.form, name: row.title }))} />
      </Section>
      <Section bare title={translate('requests.report.byLibrary')}>
        <Measures name={translate('requests.report.byLibrary')} head={translate('requests.report.library')} most={byLibrary[0]?.asked ?? 1}
          rows={byLibrary.map(row => ({ ...row, key: row.unit ?? '', name: row.name || translate('requests.report.several') }))} />
      </Section>
      <Section title={translate('requests.report.candidates')} intro={translate('requests.report.candidatesIntro')}>
        {candidates.length === 0 ? <Typography color="textSecondary">{translate('requests.report.noCandidates')}</Typography> : (
          <Stack component="ul" spacing={2} sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {candidates.map(candidate => <li key={candidate.title + candidate.permission.name}><Candidate candidate={candidate} /></li>)}
          </Stack>
        )}
      </Section>
    </Stack>
  )
}

const useNumber = () => {
  const language = useLocale()
  const translate = useTranslate()
  const lasted = (hours: number) => {
    const days = Math.round(hours / 2.4) / 10
    return days < 2 ? translate('requests.report.hours', { smart_count: hours, hours: hours.toLocaleString(regional(language)) })
      : translate('requests.report.days', { smart_count: days, days: days.toLocaleString(regional(language)) })
  }
  return (name: (typeof columns)[number], value: number | null) =>
    value === null ? '–' : name.endsWith('Hours') ? lasted(value) : value.toLocaleString(regional(language))
}

const Totals = ({ total }: { readonly total: Measured }) => {
  const translate = useTranslate()
  const number = useNumber()
  return (
    <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {columns.map(name => (
        <Box key={name} sx={{ flex: '1 1 10rem', p: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
          <Typography component="dt" variant="body2" color="textSecondary">{translate(`requests.report.${name}`)}</Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: '1.6rem', fontWeight: 650 }}>{number(name, total[name])}</Typography>
        </Box>
      ))}
    </Box>
  )
}

interface MeasuresProps {
  readonly name: string
  readonly head: string
  readonly most: number
  readonly rows: readonly (Measured & { readonly key: string; readonly name: string })[]
}

/** A row for each, with a bar for how much it is asked: who looks, sees it before reading. */
const Measures = ({ name, head, most, rows }: MeasuresProps) => {
  const translate = useTranslate()
  const number = useNumber()
  return (
    <ListTable dense name={translate('requests.report.figures', { what: name })} columns={[head, ...columns.map(column => translate(`requests.report.${column}`))]}>
      {rows.map(row => (
        <TableRow key={row.key} hover>
          <TableCell component="th" scope="row">
            {row.name}
            <Box aria-hidden sx={{ mt: 0.5, height: 4, borderRadius: 1, bgcolor: 'primary.main', width: `${Math.max(2, (row.asked / most) * 100)}%` }} />
          </TableCell>
          {columns.map(column => <TableCell key={column}>{number(column, row[column])}</TableCell>)}
        </TableRow>
      ))}
    </ListTable>
  )
}

const Candidate = ({ candidate: { title, asked, applied, permission, role } }: { readonly candidate: Report['candidates'][number] }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      <Typography variant="body2">{translate('requests.report.often', { smart_count: asked, applied, permission: permission.allows })}</Typography>
      {role && (
        <Button component={RouterLink} to={link(`/roles?edit=${role.code}&add=${permission.name}`)} size="small" variant="outlined" sx={{ mt: 0.5 }}>
          {translate('requests.report.handOver', { role: role.name })}
        </Button>
      )}
      {!role && <Link component={RouterLink} to={link('/roles')}>{translate('requests.report.toRoles')}</Link>}
    </>
  )
}

export default ReportPage
