import { Button, TableCell, TableRow } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { ListTable } from '#console/ListTable.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import type { PatronsImports } from '#plugins/patrons/contract/import.ts'
import { plainDay } from '../plain-day.ts'

/** The files that a library brought before, the last first. */
export const EarlierFiles = ({ library, onOpen }: { readonly library: string; readonly onOpen: (id: string) => void }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { data } = useReading<PatronsImports>('/patron-files', { library })
  if (!data?.data.length) return null
  return (
    <Section bare title={translate('patrons.import.before')}>
      <ListTable dense name={translate('patrons.import.table.files')} columns={['name', 'when', 'by', 'state'].map(column => translate(`patrons.import.${column}`))}>
        {data.data.map(({ id, name, at, by, takenAt }) => (
          <TableRow key={id}>
            <TableCell component="th" scope="row">
              <Button size="small" onClick={() => onOpen(id)} aria-label={translate('patrons.import.open', { name })}>
                {name}
              </Button>
            </TableCell>
            <TableCell>{plainDay(language, at.slice(0, 10))}</TableCell>
            <TableCell>{by}</TableCell>
            <TableCell>{takenAt ? plainDay(language, takenAt.slice(0, 10)) : translate('patrons.import.notTaken')}</TableCell>
          </TableRow>
        ))}
      </ListTable>
    </Section>
  )
}
