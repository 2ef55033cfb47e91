import { TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { useReading } from '#console/reading.ts'
import { formatMoment } from '#console/time/day.ts'
import type { PatronView } from '#plugins/patrons/contract/privacy/answer.ts'

/** Who looked at somebody's details, when and what for. */
export const Views = ({ person }: { readonly person: string }) => {
  const translate = useTranslate()
  const language = useLocale()
  const reading = useReading<{ data: readonly PatronView[] }>(`/patrons/${person}/views`)
  return (
    <Answered reading={reading}>
      {({ data }) => data.length === 0 ? <Typography color="textSecondary">{translate('patrons.views.none')}</Typography> : (
        <ListTable dense name={translate('patrons.privacy.views')} columns={['at', 'by', 'act', 'purpose'].map(column => translate(`patrons.views.${column}`))}>
          {data.map(({ at, act, purpose, by }, n) => (
            <TableRow key={`${at} ${n}`}>
              <TableCell component="th" scope="row">{formatMoment(language, at)}</TableCell>
              <TableCell>{by ?? translate('patrons.views.system')}</TableCell>
              <TableCell>{translate(`patrons.views.${act}`)}</TableCell>
              <TableCell>{purpose}</TableCell>
            </TableRow>
          ))}
        </ListTable>
      )}
    </Answered>
  )
}
