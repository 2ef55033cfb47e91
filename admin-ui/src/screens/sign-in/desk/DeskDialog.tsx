import { TextField, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useCallback, useState } from 'react'
import { newId } from '#console/change/change.ts'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useMe } from '#console/session.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { mayAt, type UnitRow, type Units } from '#console/unit.ts'
import { signInPermissions } from '#plugins/sign-in/contract/permission.ts'

interface DeskDialogProps {
  readonly unit: UnitRow
  readonly units: Units
  readonly onClose: () => void
}

/** Makes the PC one sits at a desk that colleagues share; it holds for this browser. */
export const DeskDialog = ({ unit, units, onClose }: DeskDialogProps) => {
  const translate = useTranslate()
  const notify = useNotify()
  const me = useMe()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const [at, setAt] = useState<string | null>(unit.id)
  const only = useCallback((one: UnitRow) => mayAt(me, units, signInPermissions.desks, one.id), [me, units])
  const send = async () => {
    const body = { id, name: name.trim(), unit: at }
    const done = await trying(() => whenConfirmed(() => call('/desks', { method: 'POST', body })))
    if (!done) return
    notify('signIn.desks.done', { type: 'success' })
    onClose()
    await readAgain()
  }
  return (
    <FormDialog
      title={translate('signIn.desks.add')}
      act={translate('signIn.desks.act')}
      ready={name.trim() !== '' && at !== null}
      busy={busy}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Typography>{translate('signIn.desks.what')}</Typography>
      <Refused problem={problem} faults />
      <TextField
        label={translate('signIn.desks.name')}
        helperText={translate('signIn.desks.nameHint')}
        value={name}
        onChange={event => setName(event.target.value)}
        required
        autoFocus
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      <UnitField
        label={translate('signIn.desks.where')}
        value={at}
        onChange={setAt}
        only={only}
        required
        hint={translate('signIn.desks.whereHint')}
      />
    </FormDialog>
  )
}
