import Print from '@mui/icons-material/PrintOutlined'
import { Box, Button, GlobalStyles, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
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
import type { TariffLine, TariffSheet } from '#plugins/parameters/contract/answer/tariff.ts'

/** On paper only the sheet itself stands. */
const onPaper = {
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
      <Box className="leave-out" sx={{ maxWidth: 280 }}>
        <DayField label={translate('parameters.tariff.on')} value={day} onChange={next => ask({ day: next })} />
      </Box>
      <Answered reading={reading}>
        {({ areas }) => areas.length === 0 ? <Nothing>{translate('parameters.tariff.none')}</Nothing> : (
          <Stack spacing={4}>
            {areas.map(({ area, title, lines }) => (
              <Box component="section" key={area} sx={{ breakInside: 'avoid-page' }}>
                <Typography variant="h2" sx={{ mb: 1.5 }}>{title}</Typography>
                <Lines name={title} lines={lines} />
              </Box>
            ))}
          </Stack>
        )}
      </Answered>
    </Page>
  )
}

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
  const { title, parts, whereText, valueText, own, from, since } = line
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={named ? {} : { color: 'text.secondary' }}>
        {title}
        {named && parts && <Typography variant="caption" component="div" color="textSecondary">{parts}</Typography>}
      </TableCell>
      <TableCell>{whereText === '' ? translate('parameters.tariff.all') : whereText}</TableCell>
      <TableCell sx={{ fontWeight: 600, whiteSpace: { sm: 'nowrap' } }}>{valueText}</TableCell>
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

/** The council's decision; its text is a link where that is an address. */
const Decision = ({ line: { basis } }: { readonly line: TariffLine }) => {
  const translate = useTranslate()
  const language = useLocale()
  if (!basis) return '–'
  const { number, date, article, text } = basis
  const told = translate('parameters.tariff.decision', { number, day: formatDay(language, date) })
  return (
    <>
      {text && /^https?:\/\//.test(text) ? <a href={text} target="_blank" rel="noreferrer">{told}</a> : told}
      {article && <Typography variant="caption" component="div">{translate('parameters.tariff.article', { article })}</Typography>}
      {text && !/^https?:\/\//.test(text) && <Typography variant="caption" component="div">{text}</Typography>}
    </>
  )
}

export default TariffsPage
