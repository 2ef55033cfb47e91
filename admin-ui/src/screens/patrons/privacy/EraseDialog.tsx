import { Alert, Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Texts } from '#core/contract.ts'
import { newId } from '#console/change/change.ts'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import { useUnitLink } from '#console/unit.ts'
import type { ErasurePlan } from '#plugins/patrons/contract/privacy/answer.ts'
import { useSaid } from '../said.ts'

interface EraseDialogProps {
  readonly person: string
  readonly name: string
  readonly plan: ErasurePlan
  readonly onClose: () => void
}

/** Erases somebody at their request: what goes, what stays and why, and a second look before it is done. */
export const EraseDialog = ({ person, name, plan, onClose }: EraseDialogProps) => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const link = useUnitLink()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [id] = useState(newId)
  const [sure, setSure] = useState(false)
  const waits = plan.open.length > 0
  const send = () => trying(async () => {
    const { run } = await call<{ run: string | null }>(`/patrons/${person}/erasure`, { method: 'POST', body: { id } })
    if (run !== null) await navigate(link('/patrons'))
    else onClose()
    await readAgain()
  })
  const withdraw = () => void trying(async () => {
    await call(`/patrons/${person}/erasure`, { method: 'DELETE' })
    onClose()
    await readAgain()
  })
  return (
    <FormDialog title={translate('patrons.erase.title', { name })} act={translate(waits ? 'patrons.erase.note' : 'patrons.erase.act')} width="sm" removes
      ready={sure && plan.askedAt === null} busy={busy} onSend={() => void send()} onClose={onClose} done={plan.askedAt !== null}>
      <Refused problem={problem} faults />
      <Typography>{translate('patrons.erase.where', { names: plan.libraries.map(library => library.name).join(', ') })}</Typography>
      <Told title={translate('patrons.erase.goes')} told={plan.goes} />
      <Told title={translate('patrons.erase.stays')} told={plan.stays} />
      {waits && (
        <Alert severity="warning">
          <Told title={translate('patrons.erase.open')} told={plan.open} />
          {translate('patrons.erase.later')}
        </Alert>
      )}
      {plan.askedAt === null ? (
        <FormControlLabel control={<Checkbox checked={sure} onChange={event => setSure(event.target.checked)} />}
          label={translate(waits ? 'patrons.erase.sureLater' : 'patrons.erase.sure')} />
      ) : (
        <Button variant="outlined" loading={busy} onClick={withdraw} sx={{ alignSelf: 'flex-start' }}>
          {translate('patrons.erase.withdraw')}
        </Button>
      )}
    </FormDialog>
  )
}

const Told = ({ title, told }: { readonly title: string; readonly told: readonly Texts[] }) => {
  const said = useSaid()
  return (
    <Box>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {told.map(one => <li key={one.nl}>{said(one)}</li>)}
      </Box>
    </Box>
  )
}
