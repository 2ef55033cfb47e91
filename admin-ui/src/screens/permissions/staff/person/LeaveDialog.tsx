import { Alert, Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { newId, type ChangeSet } from '#console/change/change.ts'
import { askPutBack } from '#console/change/put-back.ts'
import { ReasonField } from '#console/change/ReasonField.tsx'
import { SetList } from '#console/change/SetList.tsx'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import type { Leaving, StaffDetail } from '../../answers.ts'
import { capital } from '../../roles/capital.ts'

interface LeaveDialogProps {
  readonly person: StaffDetail
  readonly onClose: () => void
}

/** Somebody leaves: what ends, what others take over, and what they did of late; then one button does it all. */
export const LeaveDialog = ({ person: { id, name }, onClose }: LeaveDialogProps) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const reading = useReading<Leaving>(`/staff/${id}/leaving`, {}, { staleTime: 0, gcTime: 0 })
  const [act] = useState(newId)
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState<ChangeSet | null>(null)
  const { busy, problem, trying } = useTrying()
  const leave = () =>
    trying(async () => {
      const body = { id: act, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
      setLeft(await whenConfirmed(() => call<ChangeSet>(`/staff/${id}/leave`, { method: 'POST', body })))
      await readAgain()
    })
  return (
    <FormDialog
      title={translate(left ? 'permissions.leave.doneTitle' : 'permissions.leave.title', { name })}
      act={translate('permissions.leave.act')}
      ready={reading.data?.mayLeave === true}
      busy={busy}
      removes
      done={left !== null}
      width="md"
      onSend={() => void leave()}
      onClose={onClose}
    >
      <Refused problem={problem} faults />
      {left && <Left set={left} onClose={onClose} />}
      <Answered reading={reading}>
        {leaving => (
          <>
            {!left && <Ends leaving={leaving} name={name} />}
            <Sets title="permissions.leave.takeOver" none="permissions.leave.noTakeOver" sets={leaving.takeOver} />
            <Sets title="permissions.leave.recent" none="permissions.leave.noRecent" sets={leaving.recent} />
          </>
        )}
      </Answered>
      {!left && <ReasonField value={reason} onChange={setReason} />}
    </FormDialog>
  )
}

/** What stops at once; what of theirs stays for others is told below it. */
const Ends = ({ leaving, name }: { readonly leaving: Leaving; readonly name: string }) => {
  const translate = useTranslate()
  const counted = (['sessions', 'tokens'] as const).filter(what => leaving[what] > 0)
  return (
    <Box component="section" aria-label={translate('permissions.leave.ends')}>
      <Typography variant="h3">{translate('permissions.leave.ends')}</Typography>
      {leaving.faults.map(({ code, message }) => (
        <Alert key={code} severity="error" sx={{ mt: 1 }}>
          {message}
        </Alert>
      ))}
      {!leaving.mayLeave && leaving.faults.length === 0 && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {translate('permissions.leave.mayNot', { name })}
        </Alert>
      )}
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
        <li>{translate('permissions.leave.account', { name })}</li>
        {counted.map(what => (
          <li key={what}>{translate(`permissions.leave.${what}`, { smart_count: leaving[what] })}</li>
        ))}
        {leaving.grants.map(sentence => (
          <li key={sentence}>{capital(sentence)}</li>
        ))}
      </Box>
      {leaving.webhooks > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('permissions.leave.webhooks', { smart_count: leaving.webhooks, name })}
        </Alert>
      )}
    </Box>
  )
}

interface SetsProps {
  readonly title: string
  readonly none: string
  readonly sets: readonly ChangeSet[]
}

const Sets = ({ title, none, sets }: SetsProps) => {
  const translate = useTranslate()
  return (
    <Box component="section" aria-label={translate(title)}>
      <Typography variant="h3">{translate(title)}</Typography>
      {sets.length === 0 ? (
        <Typography color="textSecondary">{translate(none)}</Typography>
      ) : (
        <SetList sets={sets} />
      )}
    </Box>
  )
}

const Left = ({ set, onClose }: { readonly set: ChangeSet; readonly onClose: () => void }) => {
  const translate = useTranslate()
  return (
    <Alert
      severity="success"
      role="alert"
      action={
        set.mayPutBack && (
          <Button
            color="inherit"
            size="small"
            onClick={() => {
              onClose()
              askPutBack(set)
            }}
          >
            {translate('console.change.putBack')}
          </Button>
        )
      }
    >
      {translate('permissions.leave.done')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {set.sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Box>
    </Alert>
  )
}
