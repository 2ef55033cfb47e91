import Print from '@mui/icons-material/PrintOutlined'
import { Box, Button, FormControlLabel, GlobalStyles, Stack, Switch, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Basis } from '#core/contract/basis.ts'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { DayField } from '#console/time/DayField.tsx'
import { formatDay, isDay, todayHere } from '#console/time/day.ts'
import { useUnit, type UnitRow } from '#console/unit.ts'
import { isDecisionAddress } from '#plugins/parameters/contract/answer/decision.ts'
import type { TariffLine, TariffSheet } from '#plugins/parameters/contract/answer/tariff.ts'
import { isReadable } from '../edit/decision.ts'

/** On paper only the sheet itself stands. */
const onPaper = {
  '.tariffs table': { tableLayout: 'fixed' },
  '@media print': { 'nav, header, .leave-out': { display: 'none !important' }, '@page': { margin: '15mm' } },
}

/** What is asked of patrons at a unit on a day, and the decisions it rests on: to look at and to print. */
const TariffsPage = () => {
  const { unit } = useUnit()
  return unit ? <Sheet unit={unit} /> : <Waiting />
}

const Sheet = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { asked, ask } = useAsked()
  const typed = asked('day')
  const day = isDay(typed) ? typed : todayHere()
  const all = asked('all') !== ''
  const reading = useSteadyReading<TariffSheet>('/tariffs', { unit: unit.id, day })
  return (
    <Page
      title={translate('parameters.tariff.title', { unit: unit.name })}
      intro={translate('parameters.tariff.intro', { day: formatDay(language, day) })}
      actions={(
        <Button className="leave-out" variant="outlined" startIcon={<Print />} onClick={() => { window.print() }}>
          {translate('parameters.tariff.print')}
        </Button>
      )}
    >
      <GlobalStyles styles={onPaper} />
      <Stack className="leave-out" direction="row" useFlexGap sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'flex-start' }}>
        <Box sx={{ width: 280 }}>
          <DayField label={translate('parameters.tariff.on')} value={day} onChange={next => ask({ day: next })} />
        </Box>
        <FormControlLabel
          control={<Switch checked={all} onChange={(_, on) => ask({ all: on ? '1' : null })} />}
          label={translate('parameters.tariff.unset')}
        />
      </Stack>
      <Answered reading={reading}>
        {({ areas }) => shown(areas, all).length === 0 ? <Nothing>{translate('parameters.tariff.none')}</Nothing> : (
          <Stack spacing={4}>
            {shown(areas, all).map(({ area, title, lines }) => (
              <Box component="section" key={area} className="tariffs" sx={{ breakInside: 'avoid-page' }}>
                <Typography variant="h2" sx={{ mb: 1.5 }}>{title}</Typography>
                <Lines name={title} lines={lines} />
              </Box>
            ))}
            <Decisions areas={shown(areas, all)} />
          </Stack>
        )}
      </Answered>
    </Page>
  )
}

type Areas = TariffSheet['areas']

/** What nobody has set costs nothing or follows the product: left out unless one asks. */
const shown = (areas: Areas, all: boolean): Areas => areas
  .map(area => ({ ...area, lines: area.lines.filter(({ since }) => all || since !== null) }))
  .filter(({ lines }) => lines.length > 0)

const columns = ['what', 'whom', 'value', 'since', 'basis'] as const

const Lines = ({ name, lines }: { readonly name: string; readonly lines: readonly TariffLine[] }) => {
  const translate = useTranslate()
  return (
    <ListTable name={name} dense columns={columns.map(column => translate(`parameters.tariff.column.${column}`))}>
      {lines.map((line, n) => (
        <Line key={line.parameter + line.whereText} line={line} named={lines[n - 1]?.parameter !== line.parameter} />
      ))}
    </ListTable>
  )
}

const Line = ({ line, named }: { readonly line: TariffLine; readonly named: boolean }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { title, spelled, whereText, valueText, own, from, since } = line
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={named ? {} : { color: 'text.secondary' }}>{title}</TableCell>
      <TableCell>{whereText === '' ? translate('parameters.tariff.all') : whereText}</TableCell>
      <TableCell sx={{ fontWeight: 600 }}>
        {valueText}
        {spelled && <Typography variant="caption" component="div" color="textSecondary">{spelled}</Typography>}
      </TableCell>
      <TableCell>
        {since === null ? translate('parameters.default') : formatDay(language, since)}
        {!own && from && (
          <Typography variant="caption" component="div" color="textSecondary">
            {translate('parameters.inherited', { unit: from.unitName })}
          </Typography>
        )}
      </TableCell>
      <TableCell><Decision line={line} /></TableCell>
    </TableRow>
  )
}

/** The decision by number and day; what it says stands once, below. */
const Decision = ({ line: { basis } }: { readonly line: TariffLine }) => {
  const told = useTold()
  const translate = useTranslate()
  if (!basis) return '–'
  const { text, article } = basis
  return (
    <>
      {text && isReadable(text) ? <a href={text} target="_blank" rel="noreferrer">{told(basis)}</a> : told(basis)}
      {article && <Typography variant="caption" component="div">{translate('parameters.tariff.article', { article })}</Typography>}
    </>
  )
}

/** Each decision once, with where it can be read. */
const Decisions = ({ areas }: { readonly areas: Areas }) => {
  const translate = useTranslate()
  const told = useTold()
  const bases = areas.flatMap(({ lines }) => lines.flatMap(({ basis }) => basis?.text && !isDecisionAddress(basis.text) ? [basis] : []))
  const each = [...new Map(bases.map(basis => [`${basis.number} ${basis.date} ${basis.text}`, basis])).values()]
  if (!each.length) return null
  return (
    <Box component="section" sx={{ breakInside: 'avoid-page' }}>
      <Typography variant="h2" sx={{ mb: 1 }}>{translate('parameters.tariff.decisions')}</Typography>
      <Stack component="ul" spacing={0.75} sx={{ m: 0, pl: 2.5 }}>
        {each.map(basis => (
          <Typography component="li" variant="body2" key={basis.number + basis.text} sx={{ overflowWrap: 'anywhere' }}>
            <strong>{told(basis)}</strong> – {basis.text}
          </Typography>
        ))}
      </Stack>
    </Box>
  )
}

const useTold = () => {
  const translate = useTranslate()
  const language = useLocale()
  return ({ number, date }: Basis) =>
    translate('parameters.tariff.decision', { number, day: formatDay(language, date) })
}

export default TariffsPage
