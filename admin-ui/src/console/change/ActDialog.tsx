import { Stack } from '@mui/material'
import { useState, type ComponentProps, type ReactNode } from 'react'
import type { ChangeSet, Preview } from './change.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { ReasonField } from './ReasonField.tsx'

type Kept = Pick<ComponentProps<typeof ChangeDialog>, 'title' | 'act' | 'items' | 'describe' | 'blocked' | 'keeps' | 'onClose' | 'children'>

interface ActDialogProps extends Kept {
  readonly onSaved?: (set: ChangeSet) => void
  /** What the server asks back, above the preview: until it is answered nothing can be saved. */
  readonly asks?: (questions: Preview['questions']) => ReactNode
}

/** A small act: its fields and why it is done; it closes when it is saved. */
export const ActDialog = ({ onSaved, asks, children, ...kept }: ActDialogProps) => {
  const [reason, setReason] = useState('')
  return (
    <ChangeDialog
      {...kept}
      reason={reason}
      above={({ preview }) => asks?.(preview?.questions ?? [])}
      onDone={set => {
        onSaved?.(set)
        kept.onClose()
      }}
    >
      <Stack spacing={2.5}>
        {children}
        <ReasonField value={reason} onChange={setReason} />
      </Stack>
    </ChangeDialog>
  )
}
