import { Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { asProblem, type Problem } from '#console/problem.ts'
import { Refused } from '#console/Refused.tsx'
import type { ReplayedAct, Settling } from '#plugins/circulation/contract/offline.ts'

/** Passed as an exception, done once more with a number put right, or left as it is. */
export interface Settle { readonly act: ReplayedAct; readonly as: 'pass' | 'again' | 'leave' }

interface SettleDialogProps extends Settle {
  readonly onDone: () => void
  readonly onClose: () => void
}

const LEAST = 3

/** Answers one act that was not simply done. */
export const SettleDialog = ({ act, as, onDone, onClose }: SettleDialogProps) => {
  const translate = useTranslate()
  const [card, setCard] = useState(act.card ?? '')
  const [item, setItem] = useState(act.item)
  const [reason, write] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const asksReason = as === 'pass' && act.faults.some(fault => fault.asksReason)
  const said = reason.trim()
  const ready = said.length >= LEAST || (said === '' && !asksReason)
  const send = async () => {
    setBusy(true)
    const number = (typed: string) => typed.trim().toUpperCase()
    const numbers = as === 'again' ? { item: number(item), ...(act.act === 'lend' && card.trim() ? { card: number(card) } : {}) } : {}
    const body: Settling = { as: as === 'leave' ? 'leave' : 'again', ...(as === 'pass' ? { pass: true } : {}), ...numbers, ...(said ? { reason: said } : {}) }
    try {
      await call<ReplayedAct>(`/offline-acts/${act.id}/settle`, { method: 'POST', body })
      onDone()
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }
  return (
    <FormDialog
      title={translate(`circulation.offline.actOne.${as}`, { title: act.title ?? act.item })} act={translate(`circulation.offline.act.${as}`)}
      ready={ready} busy={busy} onSend={() => void send()} onClose={onClose}
    >
      <Stack component="ul" spacing={1} sx={{ m: 0, pl: 2.5 }}>
        {act.faults.map(({ code, message }) => <Typography component="li" key={code}>{message}</Typography>)}
      </Stack>
      {as === 'again' && act.act === 'lend' && (
        <TextField label={translate('circulation.desk.scan.card')} value={card} onChange={event => setCard(event.target.value)} slotProps={{ htmlInput: { maxLength: 20 } }} />
      )}
      {as === 'again' && (
        <TextField label={translate('circulation.desk.scan.item')} value={item} onChange={event => setItem(event.target.value)} slotProps={{ htmlInput: { maxLength: 20 } }} />
      )}
      <TextField
        label={translate(as === 'leave' ? 'circulation.offline.note' : 'circulation.ask.reason')} value={reason} required={asksReason}
        onChange={event => write(event.target.value)} slotProps={{ htmlInput: { maxLength: 300 } }}
      />
      <Refused problem={problem} faults />
    </FormDialog>
  )
}
