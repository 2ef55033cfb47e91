import { Alert, Button, Stack } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useMe } from '#console/session.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import type { Invited, StaffMember } from '../answers.ts'
import { LinkShown } from './LinkShown.tsx'

/** Whether somebody can get in; a new link for who lost theirs, and the door shut for who left. */
export const Access = ({ person }: { readonly person: StaffMember }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { staff: me } = useMe()
  const [link, setLink] = useState<Invited | null>(null)
  const [sure, setSure] = useState(false)
  const { busy, problem, trying } = useTrying()
  const { id, name, disabled, invited } = person
  const relink = () =>
    trying(async () => {
      setLink(await whenConfirmed(() => call<Invited>(`/staff/${id}/invitation`, { method: 'POST' })))
      await readAgain()
    })
  const setDisabled = (shut: boolean) =>
    trying(async () => {
      await whenConfirmed(() => call(`/staff/${id}`, { method: 'PATCH', body: { disabled: shut } }))
      setSure(false)
      notify(shut ? 'permissions.access.shut' : 'permissions.access.opened', {
        type: 'success',
        messageArgs: { name },
      })
      await readAgain()
    })
  return (
    <Stack spacing={2}>
      <Refused problem={problem} faults />
      {link && <LinkShown token={link.token} name={name} mailed={link.mailed} />}
      {sure && (
        <Alert
          severity="warning"
          action={
            <Button
              color="inherit"
              size="small"
              loading={busy}
              sx={{ whiteSpace: 'nowrap' }}
              onClick={() => void setDisabled(true)}
            >
              {translate('permissions.access.shutNow')}
            </Button>
          }
        >
          {translate('permissions.access.sure', { name })}
        </Alert>
      )}
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
        {!disabled && !link && (
          <Button variant="outlined" loading={busy} onClick={() => void relink()}>
            {translate(invited ? 'permissions.access.invitation' : 'permissions.access.password')}
          </Button>
        )}
        {disabled && (
          <Button variant="outlined" loading={busy} onClick={() => void setDisabled(false)}>
            {translate('permissions.access.open')}
          </Button>
        )}
        {!disabled && !sure && id !== me.id && (
          <Button color="error" onClick={() => setSure(true)}>
            {translate('permissions.access.shutAsk')}
          </Button>
        )}
      </Stack>
    </Stack>
  )
}
