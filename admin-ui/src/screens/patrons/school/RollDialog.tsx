import { Alert, TableCell, TableRow, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { newId } from '#console/change/change.ts'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { ListTable } from '#console/ListTable.tsx'
import type { Problem } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { formatDay } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import type { RollPlan } from '#plugins/patrons/contract/school/class.ts'

/** From June on it is about the school year to come, before that about the one that runs. */
export const yearOf = (today: string) => Number(today.slice(0, 4)) - (today.slice(5) < '06-01' ? 1 : 0)

/** What each class becomes in the new school year, before it does. */
export const RollDialog = ({ library, year, onClose }: { readonly library: string; readonly year: number; readonly onClose: () => void }) => {
  const translate = useTranslate()
  const language = useLocale()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [id] = useState(newId)
  const asked = { library, year }
  const plan = useQuery<RollPlan, Problem>({
    queryKey: ['/class-rolls/plan', asked], staleTime: 0, retry: false,
    queryFn: ({ signal }) => call<RollPlan>('/class-rolls/plan', { method: 'POST', body: asked, signal }),
  })
  const send = () => trying(async () => {
    await call('/class-rolls', { method: 'POST', body: { id, ...asked } })
    await readAgain()
    onClose()
  })
  return (
    <FormDialog title={translate('patrons.roll.title', { year, next: year + 1 })} act={translate('patrons.roll.act')} width="md"
      ready={(plan.data?.lines.length ?? 0) > 0} busy={busy} onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} faults />
      <Answered reading={plan}>
        {({ lines }) => lines.length === 0 ? <Typography>{translate('patrons.roll.none')}</Typography> : (
          <>
            <Alert severity="info">{translate('patrons.roll.teachers')}</Alert>
            <ListTable dense name={translate('patrons.roll.lines')} columns={['school', 'before', 'after', 'until'].map(column => translate(`patrons.roll.${column}`))}>
              {lines.map(({ id: line, school, before, after, until }) => (
                <TableRow key={line}>
                  <TableCell component="th" scope="row">{school}</TableCell>
                  <TableCell>{before}</TableCell>
                  <TableCell>{after ?? translate('patrons.roll.leaves')}</TableCell>
                  <TableCell>{formatDay(language, until)}</TableCell>
                </TableRow>
              ))}
            </ListTable>
          </>
        )}
      </Answered>
    </FormDialog>
  )
}
