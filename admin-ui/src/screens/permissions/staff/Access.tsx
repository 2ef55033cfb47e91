import { Alert, Box, Button, Stack, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { call } from '#console/http.ts'
import { asProblem, type Problem } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { useMe } from '#console/session.ts'
import type { Invited, StaffMember } from '../answers.ts'
import { AccessChip } from './AccessChip.tsx'
import { LinkShown } from './LinkShown.tsx'

/** Whether somebody can get in; a new link for who lost theirs, and the door shut for who left. */
export const Access = ({ person }: { readonly person: StaffMember }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { staff: me } = useMe()
  const [link, setLink] = useState<Invited | null>(null)
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { id, name, disabled, invited } = person
  const trying = async (act: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await act()
      await readAgain()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  const relink = () =>
    trying(async () => {
      setLink(await call<Invited>(`/staff/${id}/invitation`, { method: 'POST' }))
    })
  const setDisabled = (shut: boolean) =>
    trying(async () => {
      await call(`/staff/${id}`, { method: 'PATCH', body: { disabled: shut } })
      setSure(false)
      notify(shut ? 'permissions.access.shut' : 'permissions.access.opened', {
        type: 'success',
        messageArgs: { name },
      })
    })
  return (
    <Box>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" component="h3">
          {translate('permissions.staff.access')}
        </Typography>
        <AccessChip person={person} />
      </Stack>
      {problem && (
        <Alert severity="error" role="alert" sx={{ mb: 2 }}>
          {problem.isOffline ? translate('console.offline') : problem.message || translate('console.failed')}
          {problem.faults.map(({ code, message }) => (
            <div key={code}>{message}</div>
          ))}
        </Alert>
      )}
      {link && <LinkShown token={link.token} name={name} mailed={link.mailed} />}
      {sure && (
        <Alert
          severity="warning"
          sx={{ mb: 2 }}
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
    </Box>
  )
}
