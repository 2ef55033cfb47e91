import { Button, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '#console/FormDialog.tsx'
import { Refused } from '#console/Refused.tsx'
import type { OneRequest } from '../answers.ts'
import type { Act } from './useAct.ts'

interface WithdrawProps {
  readonly request: Pick<OneRequest, 'number' | 'state'>
  readonly act: Act
  readonly onDone?: () => void
}

/** Whoever asked thinks better of it: asked once more, since it is not undone. */
export const Withdraw = ({ request: { number, state }, act: { act, busy, problem, forget }, onDone }: WithdrawProps) => {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const isDraft = state === 'draft'
  const withdraw = async () => {
    if (!await act('withdraw', text.trim() ? { text: text.trim() } : {}, 'requests.one.withdrawn')) return
    setOpen(false)
    onDone?.()
  }
  return (
    <>
      <Button color="error" onClick={() => { forget(); setOpen(true) }}>
        {translate(isDraft ? 'requests.withdraw.draft' : 'requests.one.withdraw')}
      </Button>
      {open && (
        <FormDialog
          title={translate(isDraft ? 'requests.withdraw.draftTitle' : 'requests.withdraw.title', { number })}
          act={translate(isDraft ? 'requests.withdraw.draft' : 'requests.withdraw.act')}
          ready
          removes
          busy={busy}
          onSend={() => void withdraw()}
          onClose={() => setOpen(false)}
        >
          {!isDraft && <Typography>{translate('requests.withdraw.text')}</Typography>}
          {!isDraft && (
            <TextField label={translate('requests.withdraw.why')} value={text} onChange={event => setText(event.target.value)}
              multiline maxRows={5} slotProps={{ htmlInput: { maxLength: 2000 } }} />
          )}
          <Refused problem={problem} />
        </FormDialog>
      )}
    </>
  )
}
