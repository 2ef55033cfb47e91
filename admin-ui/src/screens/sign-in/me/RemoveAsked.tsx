import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useState } from 'react'

interface RemoveAskedProps {
  /** What the button says. */
  readonly act: string
  /** For who hears the buttons of a list one by one. */
  readonly label?: string
  /** What it means, in the question. */
  readonly sure: string
  readonly onRemove: () => Promise<unknown>
}

/** A button that takes something away, once one has said yes. */
export const RemoveAsked = ({ act, label = act, sure, onRemove }: RemoveAskedProps) => {
  const translate = useTranslate()
  const heading = useId()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    setAsked(false)
    await onRemove()
    setBusy(false)
  }
  return (
    <>
      <Button color="error" loading={busy} aria-label={label} onClick={() => setAsked(true)}>
        {act}
      </Button>
      {asked && (
        <Dialog open onClose={() => setAsked(false)} aria-labelledby={heading} maxWidth="xs" fullWidth>
          <DialogTitle id={heading} component="h2">
            {label}
          </DialogTitle>
          <DialogContent>
            <DialogContentText>{sure}</DialogContentText>
          </DialogContent>
          <DialogActions sx={{ px: 3, pb: 2 }}>
            <Button onClick={() => setAsked(false)} autoFocus>
              {translate('ra.action.cancel')}
            </Button>
            <Button variant="contained" color="error" onClick={() => void remove()}>
              {act}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}
