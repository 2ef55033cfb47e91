import { Button, Chip, Stack, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { call } from '../http.ts'
import { asProblem } from '../problem.ts'
import { useReadAgain } from '../reading.ts'
import type { ChangeSet } from './change.ts'
import { ReasonField } from './ReasonField.tsx'

type Said = ChangeSet['agreement'][number]

/** What each library says to a change of what they share; who speaks for one answers here. */
export const Agreement = ({ set }: { readonly set: ChangeSet }) => {
  const translate = useTranslate()
  if (!set.agreement.length) return null
  return (
    <Stack component="ul" aria-label={translate('console.history.agreement.title')}
      sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.5, gap: 0.75 }}>
      {set.agreement.map(said => <Library key={said.unit} set={set} said={said} />)}
    </Stack>
  )
}

const Library = ({ set, said }: { readonly set: ChangeSet; readonly said: Said }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const { unit, unitName, agrees, mayAnswer } = said
  const answer = async (yes: boolean) => {
    try {
      await call(`/changes/${set.id}/agreement`, {
        method: 'POST', body: { unit, agrees: yes, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      })
      notify('console.history.agreement.done', { type: 'success' })
      setRefusing(false)
      await readAgain()
    } catch (error) {
      notify(asProblem(error).message, { type: 'error' })
    }
  }
  const named = (act: 'agree' | 'refuse') =>
    translate('console.history.agreement.of', { act: translate(`console.history.agreement.${act}`), unit: unitName })
  return (
    <Stack component="li" spacing={0.75}>
      <Stack direction="row" useFlexGap sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>{unitName}</Typography>
        <Chip
          size="small"
          variant={agrees === null ? 'outlined' : 'filled'}
          color={agrees === true ? 'success' : agrees === false ? 'error' : 'default'}
          label={translate(`console.history.agreement.${agrees === null ? 'open' : agrees ? 'yes' : 'no'}`)}
        />
        {said.by && <Typography variant="body2" color="textSecondary">{said.by}</Typography>}
        {mayAnswer && agrees !== true && (
          <Button size="small" variant="contained" aria-label={named('agree')} onClick={() => void answer(true)}>
            {translate('console.history.agreement.agree')}
          </Button>
        )}
        {mayAnswer && agrees !== false && !refusing && (
          <Button size="small" aria-label={named('refuse')} onClick={() => setRefusing(true)}>
            {translate('console.history.agreement.refuse')}
          </Button>
        )}
      </Stack>
      {said.reason && <Typography variant="body2">{said.reason}</Typography>}
      {refusing && (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ alignItems: { sm: 'flex-start' } }}>
          <ReasonField label={translate('console.history.agreement.why')} value={reason} onChange={setReason} />
          <Button size="small" variant="outlined" disabled={reason.trim() === ''} onClick={() => void answer(false)}>
            {translate('console.history.agreement.send')}
          </Button>
        </Stack>
      )}
    </Stack>
  )
}
