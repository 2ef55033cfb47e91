import { Alert, Button, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { ActDialogFaults } from '#console/change/ActDialogFault.tsx'
import { newId } from '#console/change/change.ts'
import { Refused } from '#console/Refused.tsx'
import type { Problem } from '#console/problem.ts'
import type { AdjustProps } from './Adjust.tsx'

type Faults = Problem['faults']

interface AdjustFrameProps extends AdjustProps {
  /** What is asked instead; null as long as it cannot be sent. */
  readonly sent: object | null
  readonly faults: Faults
  readonly preview: ReactNode
  readonly children: ReactNode
}

/** The fields, what they would do and why: saved, it waits for the same decision as before. */
export const AdjustFrame = ({ act: { act, busy, problem, forget }, onClose, sent, faults, preview, children }: AdjustFrameProps) => {
  const translate = useTranslate()
  const [text, setText] = useState('')
  const [set] = useState(newId)
  const [tried, setTried] = useState(false)
  const shown = [...(tried ? faults : []), ...(problem?.faults ?? [])]
  const save = async () => {
    setTried(true)
    if (sent && await act('adjust', { set, ...sent, ...(text.trim() && { text: text.trim() }) }, 'requests.adjust.done')) onClose()
  }
  return (
    <ActDialogFaults value={shown}>
      <Stack component="form" noValidate spacing={2.5} aria-label={translate('requests.adjust.title')} onSubmit={event => {
        event.preventDefault()
        void save()
      }}>
        {children}
        {preview}
        <TextField label={translate('requests.adjust.why')} helperText={translate('requests.adjust.whyHint')} value={text}
          onChange={event => setText(event.target.value)} multiline maxRows={6} slotProps={{ htmlInput: { maxLength: 2000 } }} />
        {tried && !sent && (
          <Alert severity="error" role="alert">
            {translate('requests.adjust.check')}
            {faults.filter(({ pointer }) => !pointer.startsWith('/filled/')).map(({ code, message }) => <div key={code + message}>{message}</div>)}
          </Alert>
        )}
        <Refused problem={problem} />
        <Stack direction="row" useFlexGap sx={{ gap: 1.5, flexWrap: 'wrap' }}>
          <Button type="submit" variant="contained" loading={busy}>{translate('requests.adjust.save')}</Button>
          <Button disabled={busy} onClick={() => { forget(); onClose() }}>{translate('ra.action.cancel')}</Button>
        </Stack>
      </Stack>
    </ActDialogFaults>
  )
}
