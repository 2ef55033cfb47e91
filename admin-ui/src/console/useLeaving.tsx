import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useRef, useState, type MouseEvent, type ReactNode } from 'react'

/** What is chosen without a letter being typed: from a list, on a calendar, by a button that stays down. */
const CHOICES = '[role="option"], [role="gridcell"], [aria-pressed]'

interface Leaving {
  /** Around the form: it hears that something was filled in. */
  readonly touching: { readonly onInputCapture: () => void; readonly onClickCapture: (event: MouseEvent) => void }
  /** For Escape and a click beside the dialog, which a hand makes without meaning to leave. */
  readonly leave: () => void
  /** Stands in the dialog. */
  readonly question: ReactNode
}

/**
 * Nobody loses what they filled in by a key that was meant for a list: it is asked first. What the form `keeps` as a
 * draft stands there again when it is opened, and is not asked about.
 */
export function useLeaving(onClose: () => void, keeps = false): Leaving {
  const touched = useRef(false)
  const [asked, setAsked] = useState(false)
  return {
    touching: {
      onInputCapture: () => {
        touched.current = true
      },
      onClickCapture: ({ target }) => {
        if (target instanceof Element && target.closest(CHOICES)) touched.current = true
      },
    },
    leave: () => {
      if (touched.current && !keeps) setAsked(true)
      else onClose()
    },
    question: asked && <LeaveQuestion onStay={() => setAsked(false)} onLeave={onClose} />,
  }
}

const LeaveQuestion = ({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) => {
  const translate = useTranslate()
  const title = useId()
  return (
    <Dialog open onClose={onStay} maxWidth="xs" fullWidth aria-labelledby={title}>
      <DialogTitle id={title} sx={{ typography: 'h2' }}>{translate('console.leave.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('console.leave.text')}</DialogContentText>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onLeave}>{translate('console.leave.leave')}</Button>
        <Button variant="contained" autoFocus onClick={onStay}>{translate('console.leave.stay')}</Button>
      </DialogActions>
    </Dialog>
  )
}
