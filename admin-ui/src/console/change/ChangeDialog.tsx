import Close from '@mui/icons-material/Close'
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  useMediaQuery,
  type Theme,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, type ReactNode } from 'react'
import { useLeaving } from '../useLeaving.tsx'
import { ActDialogFaults } from './ActDialogFault.tsx'
import type { ChangeItem, ChangeSet, Version } from './change.ts'
import { ChangeButtons } from './ChangeButtons.tsx'
import { ChangePreview } from './ChangePreview.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { useChange, type Change } from './useChange.ts'
import { useSaved } from './useSaved.tsx'

interface ChangeDialogProps {
  /** What is being done, as its title. */
  readonly title: string
  /** The act on the button: "Sluiten". */
  readonly act: string
  /** What the form stands for; null while it is not complete. */
  readonly items: readonly ChangeItem[] | null
  readonly reason: string
  /** How the screen words a version of what it edits. */
  readonly describe: (version: Version) => ReactNode
  /** Above the preview: what the server asks back. */
  readonly above?: (change: Change) => ReactNode
  /** Below the preview: what still has to be decided. */
  readonly beside?: (change: Change) => ReactNode
  /** Until what is asked is answered, nothing can be saved. */
  readonly blocked?: boolean
  /** What was typed is kept as a draft, whichever way one leaves. */
  readonly keeps?: boolean
  readonly onDone: (set: ChangeSet) => void
  readonly onClose: () => void
  /** The form. */
  readonly children: ReactNode
}

/** A short form on one side, what it would do on the other, and one button: no second step. */
export const ChangeDialog = (props: ChangeDialogProps) => {
  const { title, act, items, reason, describe, above, beside, blocked = false, keeps = false, onDone, onClose, children } = props
  const translate = useTranslate()
  const heading = useId()
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'))
  const saved = useSaved()
  const { touching, leave, question } = useLeaving(onClose, keeps)
  const change = useChange(items, {
    onDone: set => {
      saved(set)
      onDone(set)
    },
  })
  return (
    <Dialog
      open
      onClose={() => {
        if (!change.sending) leave()
      }}
      aria-labelledby={heading}
      fullScreen={narrow}
      maxWidth={false}
      slotProps={{ paper: { sx: { width: 1040 } } }}
    >
      <DialogTitle id={heading} sx={{ pr: 7, typography: 'h2' }}>
        {title}
      </DialogTitle>
      <IconButton
        onClick={onClose}
        disabled={change.sending}
        aria-label={translate('ra.action.cancel')}
        sx={{ position: 'absolute', right: 12, top: 12 }}
      >
        <Close />
      </IconButton>
      <DialogContent
        dividers
        sx={{ p: 0, display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.15fr) minmax(0, 1fr)' } }}
      >
        <Box {...touching} sx={{ p: 3 }}>
          <ActDialogFaults value={change.faults}>{children}</ActDialogFaults>
        </Box>
        <Box
          sx={{
            p: 3,
            bgcolor: 'background.default',
            borderStyle: 'solid',
            borderWidth: { xs: '1px 0 0', md: '0 0 0 1px' },
            borderColor: 'divider',
          }}
        >
          <Box sx={{ position: { md: 'sticky' }, top: 24 }}>
            {above?.(change)}
            <ChangePreview change={change} />
            {beside?.(change)}
          </Box>
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, py: 2 }}>
        <Button onClick={onClose} disabled={change.sending}>
          {translate('ra.action.cancel')}
        </Button>
        <ChangeButtons change={change} reason={reason} act={act} blocked={blocked} />
      </DialogActions>
      <ConflictDialog change={change} reason={reason} describe={describe} onTheirs={onClose} />
      {question}
    </Dialog>
  )
}
