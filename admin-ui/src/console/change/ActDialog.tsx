import Close from '@mui/icons-material/Close'
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  Stack,
  TextField,
  useMediaQuery,
  type Theme,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useState, type ReactNode } from 'react'
import { ActDialogFaults } from './ActDialogFault.tsx'
import type { ChangeItem, ChangeSet, Preview, Version } from './change.ts'
import { ChangeButtons } from './ChangeButtons.tsx'
import { ChangePreview } from './ChangePreview.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { useChange } from './useChange.ts'
import { useSaved } from './useSaved.tsx'

interface ActDialogProps {
  /** What is being done, as its title. */
  readonly title: string
  /** What the button says. */
  readonly act: string
  /** Null while the form is not complete. */
  readonly items: readonly ChangeItem[] | null
  /** How the screen words a version of what it edits. */
  readonly describe: (version: Version) => ReactNode
  readonly onClose: () => void
  readonly onSaved?: (set: ChangeSet) => void
  /** The form. */
  readonly children: ReactNode
  /** What the server asks back, above the preview: until it is answered nothing can be saved. */
  readonly asks?: (questions: Preview['questions']) => ReactNode
  readonly blocked?: boolean
}

/** A small act: its form on one side, what it does on the other, one button. */
export const ActDialog = (props: ActDialogProps) => {
  const { title, act, items, describe, onClose, onSaved, children, asks, blocked = false } = props
  const translate = useTranslate()
  const heading = useId()
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'))
  const saved = useSaved()
  const [reason, setReason] = useState('')
  const change = useChange(items, {
    onDone: set => {
      saved(set)
      onSaved?.(set)
      onClose()
    },
  })
  const { conflict, faults, sending, sendOver, forgetConflict, preview } = change
  return (
    <Dialog
      open
      onClose={() => {
        if (!sending) onClose()
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
        disabled={sending}
        aria-label={translate('ra.action.cancel')}
        sx={{ position: 'absolute', right: 12, top: 12 }}
      >
        <Close />
      </IconButton>
      <DialogContent
        dividers
        sx={{ p: 0, display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.15fr) minmax(0, 1fr)' } }}
      >
        <Stack spacing={2.5} sx={{ p: 3 }}>
          <ActDialogFaults value={faults}>{children}</ActDialogFaults>
          <TextField
            label={translate('console.change.reason')}
            helperText={translate('console.change.reasonHint')}
            value={reason}
            onChange={event => setReason(event.target.value)}
            multiline
            maxRows={4}
            fullWidth
          />
        </Stack>
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
            {asks?.(preview?.questions ?? [])}
            <ChangePreview change={change} />
          </Box>
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, py: 2 }}>
        <Button onClick={onClose} disabled={sending}>
          {translate('ra.action.cancel')}
        </Button>
        <ChangeButtons change={change} reason={reason} act={act} blocked={blocked} />
      </DialogActions>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          describe={describe}
          sending={sending}
          onYours={() => void sendOver({ reason })}
          onTheirs={() => {
            forgetConflict()
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
