import { Alert, Button, Link as Anchor, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { useReading, useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import { useUnitLink } from '#console/unit.ts'
import type { Merge } from '#plugins/patrons/contract/merge.ts'
import { plainDay } from '../plain-day.ts'
import { useSaid } from '../said.ts'

/** Who was made one here, when and by whom; what was wrong is put back. */
export const MergedList = ({ unit }: { readonly unit: string }) => {
  const translate = useTranslate()
  const language = useLocale()
  const said = useSaid()
  const link = useUnitLink()
  const reading = useReading<{ data: readonly Merge[] }>('/patron-merges', { at: unit })
  const [asked, setAsked] = useState<Merge | null>(null)
  const day = (at: string) => plainDay(language, at.slice(0, 10))
  return (
    <Answered reading={reading}>
      {({ data }) => data.length === 0 ? <Nothing>{translate('patrons.merge.noneMerged')}</Nothing> : (
        <>
          <ListTable name={translate('patrons.merge.merged')} columns={['who', 'what', 'at', 'by'].map(column => translate(`patrons.merge.${column}`))}
            acts={translate('patrons.merge.putBack')}>
            {data.map(merge => (
              <TableRow key={merge.id} hover>
                <TableCell component="th" scope="row">
                  {merge.patron ? (
                    <Anchor component={Link} to={link(`/patrons/${merge.person}`)} sx={{ fontWeight: 600 }}>
                      {merge.patron.name}
                    </Anchor>
                  ) : translate('patrons.merge.forgotten')}
                </TableCell>
                <TableCell>{translate('patrons.merge.gone', { name: merge.goneName, number: merge.goneNumber })}</TableCell>
                <TableCell>{day(merge.at)}</TableCell>
                <TableCell>{merge.by}</TableCell>
                <TableCell align="right">
                  {merge.putBackAt && (
                    <Typography variant="body2" color="textSecondary">
                      {[translate('patrons.merge.isBack', { day: day(merge.putBackAt) }), ...merge.stays.map(said)].join(' · ')}
                    </Typography>
                  )}
                  {merge.mayPutBack && (
                    <Button size="small" onClick={() => setAsked(merge)} aria-label={translate('patrons.merge.putBackOne', { name: merge.patron?.name ?? '' })}>
                      {translate('patrons.merge.putBack')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </ListTable>
          {asked && <PutBackDialog merge={asked} onClose={() => setAsked(null)} />}
        </>
      )}
    </Answered>
  )
}

const PutBackDialog = ({ merge, onClose }: { readonly merge: Merge; readonly onClose: () => void }) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const send = () =>
    trying(async () => {
      await call(`/patron-merges/${merge.id}/put-back`, { method: 'POST', body: {} })
      await readAgain()
      onClose()
    })
  return (
    <FormDialog title={translate('patrons.merge.putBackTitle')} act={translate('patrons.merge.putBack')} ready busy={busy}
      onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} faults />
      <Alert severity="info">
        {translate('patrons.merge.putBackText', { name: merge.patron?.name ?? '', number: merge.goneNumber })}
      </Alert>
    </FormDialog>
  )
}
