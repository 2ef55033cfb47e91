import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, type ReactNode, type SubmitEvent } from 'react'
import { useLeaving } from './useLeaving.tsx'

interface FormDialogProps {
  /** What is being done, as its title. */
  readonly title: string
  /** What the button says that does it. */
  readonly act: string
  /** All that is needed has been filled in. */
  readonly ready: boolean
  readonly busy: boolean
  /** It takes something away. */
  readonly removes?: boolean
  /** It has been done: what came of it is shown, and one can only leave. */
  readonly done?: boolean
  /** What was typed is kept as a draft, whichever way one leaves. */
  readonly keeps?: boolean
  readonly width?: 'xs' | 'sm' | 'md'
  readonly onSend: () => void
  readonly onClose: () => void
  /** The form. */
  readonly children: ReactNode
}

/** A few fields and the button that sends them, for what has no side of its own with what would change. */
export const FormDialog = (props: FormDialogProps) => {
  const { title, act, ready, busy, removes = false, done = false, keeps = false, width = 'xs', onSend, onClose, children } = props
  const translate = useTranslate()
  const heading = useId()
  const { touching, leave, question } = useLeaving(onClose, keeps)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    // It may stand in the form of the screen behind it, as React sees it.
    event.stopPropagation()
    if (ready && !done) onSend()
  }
  return (
    <Dialog open onClose={busy ? undefined : done ? onClose : leave} maxWidth={width} fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading} sx={{ typography: 'h2' }}>
        {title}
      </DialogTitle>
      <form onSubmit={submit} {...touching} style={{ display: 'contents' }}>
        <DialogContent sx={{ pt: 0 }}>
          <Stack spacing={2.5} sx={{ pt: 1 }}>
            {children}
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose} disabled={busy}>
            {translate(done ? 'ra.action.close' : 'ra.action.cancel')}
          </Button>
          {!done && (
            <Button type="submit" variant="contained" color={removes ? 'error' : 'primary'} loading={busy} disabled={!ready}>
              {act}
            </Button>
          )}
        </DialogActions>
      </form>
      {question}
    </Dialog>
  )
}
