import { Alert, Button, Stack, TableCell, TableRow } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { ListTable } from '#console/ListTable.tsx'
import { saveAs } from '#console/file.ts'
import { Pages } from '#console/Pages.tsx'
import { formatCount } from '#console/time/hour.ts'
import type { SheetDifference } from '#plugins/parameters/contract/answer/sheet.ts'

interface SheetFaultsProps {
  readonly faults: SheetDifference['faults']
  /** How many there are in all. */
  readonly count: number
  /** Of which file. */
  readonly name: string
}

const perPage = 50
const heads = ['cell', 'row', 'column', 'wrong'] as const
const quoted = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`

/** Every cell that is not right, named as the spreadsheet names it, with what is wrong there; nothing of it is saved. */
export const SheetFaults = ({ faults, count, name }: SheetFaultsProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const [page, setPage] = useState(1)
  const columns = heads.map(head => translate(`parameters.sheet.faults.${head}`))
  const columnOf = (column: SheetDifference['faults'][number]['column']) =>
    column === null ? '' : translate(`parameters.sheet.column.${column}`)
  const rowOf = (row: number) => (row === 0 ? translate('parameters.sheet.faults.file') : String(row))
  const save = () => {
    const lines = [columns, ...faults.map(({ cell, row, column, message }) => [cell ?? '', rowOf(row), columnOf(column), message])]
    saveAs(`${name}.${translate('parameters.sheet.faults.name')}.csv`,
      `\uFEFF${lines.map(line => line.map(quoted).join(';')).join('\r\n')}\r\n`, 'text/csv')
  }
  return (
    <Stack spacing={2}>
      <Alert
        severity="error"
        role="alert"
        action={<Button color="inherit" size="small" onClick={save}>{translate('parameters.sheet.faults.save')}</Button>}
      >
        {translate('parameters.sheet.faults.count', { smart_count: count, count: formatCount(language, count) })}
        {count > faults.length && ` ${translate('parameters.sheet.faults.first', { count: formatCount(language, faults.length) })}`}
      </Alert>
      <ListTable name={translate('parameters.sheet.faults.title')} dense columns={columns}>
        {faults.slice((page - 1) * perPage, page * perPage).map(({ cell, row, column, code, message }, n) => (
          <TableRow key={`${row} ${code} ${n}`} hover>
            <TableCell component="th" scope="row" sx={{ fontFamily: 'monospace', fontWeight: 700, fontSize: '1.05rem' }}>
              {cell ?? '–'}
            </TableCell>
            <TableCell>{rowOf(row)}</TableCell>
            <TableCell>{columnOf(column)}</TableCell>
            <TableCell>{message}</TableCell>
          </TableRow>
        ))}
      </ListTable>
      <Pages count={Math.ceil(faults.length / perPage)} page={page} onPage={setPage} />
    </Stack>
  )
}
