import { Button, Chip, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { saveAs } from '#console/file.ts'
import { ListTable } from '#console/ListTable.tsx'
import { Section } from '#console/Section.tsx'
import { importColumns, type ImportColumn } from '#plugins/patrons/contract/import.ts'
import { useSaid } from '../said.ts'

const columns: readonly ImportColumn[] = Object.values(importColumns)
const place: Readonly<Record<string, number>> = { nl: 0, en: 1, fr: 2 }

/** The columns that a file may have, in the words of whoever reads it; and an empty file with those headings. */
export const ColumnsTold = () => {
  const translate = useTranslate()
  const language = useLocale()
  const said = useSaid()
  const headingOf = ({ headings }: ImportColumn) => headings[place[language] ?? 0] ?? headings[0] ?? ''
  const template = `\uFEFF${columns.map(headingOf).join(';')}\r\n`
  return (
    <Section bare title={translate('patrons.import.columns')} intro={translate('patrons.import.columnsIntro')}
      actions={
        <Button variant="outlined" onClick={() => saveAs(`${translate('patrons.import.templateName')}.csv`, template, 'text/csv')}>
          {translate('patrons.import.template')}
        </Button>
      }>
      <Typography sx={{ mb: 1 }}>{translate('patrons.import.asks')}</Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate('patrons.import.leaves')}
      </Typography>
      <ListTable dense name={translate('patrons.import.table.columns')} columns={[translate('patrons.import.heading'), translate('patrons.import.says')]}>
        {columns.map(column => (
          <TableRow key={column.headings[0]}>
            <TableCell component="th" scope="row">
              {headingOf(column)} {column.required && <Chip size="small" label={translate('patrons.import.required')} />}
            </TableCell>
            <TableCell>{said(column.says)}</TableCell>
          </TableRow>
        ))}
      </ListTable>
    </Section>
  )
}
