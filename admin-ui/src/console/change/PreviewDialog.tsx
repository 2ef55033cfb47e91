import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useId, useState, type ReactNode } from 'react'
import type { Fault } from '../problem.ts'
import type { ChangeItem, ChangeSet, Version } from './change.ts'
import { ChangeButtons } from './ChangeButtons.tsx'
import { ChangePreview } from './ChangePreview.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useChange } from './useChange.ts'
import { useSaved } from './useSaved.tsx'

interface PreviewDialogProps {
  /** What is being done, as its title. */
  readonly title: string
  readonly items: readonly ChangeItem[]
  readonly describe: (version: Version) => ReactNode
  readonly onSaved: (set: ChangeSet) => void
  readonly onClose: () => void
  /** Told what is wrong, so that the form behind can name it at its fields. */
  readonly onFaults?: (faults: readonly Fault[]) => void
  /** Further wishes, above the reason. */
  readonly children?: ReactNode
}

/** See what changes, say why, save. Used by every screen whose form is too large for a dialog. */
export const PreviewDialog = ({
  title,
  items,
  describe,
  onSaved,
  onClose,
  onFaults,
  children,
}: PreviewDialogProps) => {
  const translate = useTranslate()
  const heading = useId()
  const saved = useSaved()
  const [reason, setReason] = useState('')
  const change = useChange(items, {
    onDone: set => {
      saved(set)
      onSaved(set)
    },
  })
  const { faults, sending } = change
  useEffect(() => {
    if (faults.length > 0) onFaults?.(faults)
  }, [faults, onFaults])
  return (
    <Dialog
      open
      onClose={() => {
        if (!sending) onClose()
      }}
      maxWidth="sm"
      fullWidth
      aria-labelledby={heading}
    >
      <DialogTitle id={heading}>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={3}>
          <ChangePreview change={change} />
          {children}
          <ReasonField value={reason} onChange={setReason} />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} disabled={sending}>
          {translate('ra.action.cancel')}
        </Button>
        <ChangeButtons change={change} reason={reason} act={translate('console.change.save')} />
      </DialogActions>
      <ConflictDialog change={change} reason={reason} describe={describe} onTheirs={onClose} />
    </Dialog>
  )
}
