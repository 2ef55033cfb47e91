import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Paper,
  Typography,
} from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useId, type ReactNode } from 'react'
import { formatDay, formatMoment } from '../time/day.ts'
import type { Version } from './change.ts'
import type { Change } from './useChange.ts'

interface ConflictDialogProps {
  readonly change: Change
  readonly reason: string
  /** How the screen words a version of what it edits. */
  readonly describe: (version: Version) => ReactNode
  /** The other's version stands. */
  readonly onTheirs: () => void
}

/** Where two people changed the same thing: both versions side by side, and a choice. */
export const ConflictDialog = ({ change, reason, describe, onTheirs }: ConflictDialogProps) => {
  const { conflict, sending, sendOver, forgetConflict } = change
  const translate = useTranslate()
  const language = useLocale()
  const title = useId()
  if (!conflict) return null
  const first = conflict.theirs[0]
  const whose = first?.by
    ? translate('console.change.theirs', { name: first.by })
    : translate('console.change.theirsNow')
  return (
    <Dialog open maxWidth="md" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{translate('console.change.conflict')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate('console.change.conflictIntro')}</DialogContentText>
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2 }}>
          <Side title={translate('console.change.yours')} versions={conflict.yours} describe={describe} />
          <Side
            title={whose}
            note={first?.at ? formatMoment(language, first.at) : ''}
            versions={conflict.theirs}
            describe={describe}
          />
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button
          disabled={sending}
          onClick={() => {
            forgetConflict()
            onTheirs()
          }}
        >
          {translate('console.change.keepTheirs')}
        </Button>
        <Button variant="contained" onClick={() => void sendOver({ reason })} loading={sending}>
          {translate('console.change.keepYours')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface SideProps {
  readonly title: string
  readonly note?: string
  readonly versions: readonly Version[]
  readonly describe: (version: Version) => ReactNode
}

const Side = ({ title, note = '', versions, describe }: SideProps) => {
  const language = useLocale()
  const days = ({ from, to }: Version) =>
    [from, to].map(day => (day === null ? '…' : formatDay(language, day))).join(' – ')
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2, bgcolor: 'background.default' }}>
      <Typography variant="h3">{title}</Typography>
      {note !== '' && (
        <Typography variant="caption" color="textSecondary">
          {note}
        </Typography>
      )}
      {versions.map(version => (
        <Box key={version.fact + version.unit + version.key + version.from} sx={{ mt: 1.5 }}>
          <Typography variant="body2" color="textSecondary">
            {days(version)}
          </Typography>
          {describe(version)}
        </Box>
      ))}
    </Paper>
  )
}
