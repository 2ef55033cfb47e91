import { Alert, Box, Button, Paper, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatDay } from '#console/time/day.ts'
import { euros } from '../euros.ts'
import type { Line } from './session.ts'

interface DoneHereProps {
  readonly lines: readonly Line[]
  readonly onWhy: (loan: string) => void
}

/** What was done since the session began, the newest first and read out. */
export const DoneHere = ({ lines, onWhy }: DoneHereProps) => {
  const translate = useTranslate()
  return (
    <Box component="section" aria-labelledby="desk-done" sx={{ minWidth: 0 }}>
      <Typography id="desk-done" variant="h2" sx={{ mb: 1 }}>{translate('circulation.desk.done')}</Typography>
      <Stack role="log" aria-live="polite" spacing={1}>
        {lines.length === 0 && <Typography color="textSecondary">{translate('circulation.desk.nothingDone')}</Typography>}
        {lines.map(line => <DoneLine key={line.key} line={line} onWhy={onWhy} />)}
      </Stack>
    </Box>
  )
}

const DoneLine = ({ line: { act, item, loan, fineCents, notices }, onWhy }: { readonly line: Line; readonly onWhy: (loan: string) => void }) => {
  const translate = useTranslate()
  const language = useLocale()
  const day = loan && (act === 'lent' || act === 'renewed') ? formatDay(language, loan.dueOn) : ''
  return (
    <Paper variant="outlined" sx={{ p: 1.5 }}>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'baseline', justifyContent: 'space-between' }}>
        <Box sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{item.title}</Typography>
          <Typography variant="body2" color="textSecondary">
            {[translate(`circulation.desk.did.${act}`, { day }), act === 'returned' ? loan?.personName : null, item.barcode].filter(Boolean).join(' · ')}
          </Typography>
          {fineCents > 0 && <Typography variant="body2">{translate('circulation.desk.owes', { amount: euros(language, fineCents) })}</Typography>}
        </Box>
        {loan && act !== 'undone' && (
          <Button size="small" onClick={() => onWhy(loan.id)} aria-label={translate('circulation.why.of', { title: item.title })}>
            {translate('circulation.why.ask')}
          </Button>
        )}
      </Stack>
      {notices.map(({ code, message }) => (
        <Alert key={code} severity="info" sx={{ mt: 1 }}>{message}</Alert>
      ))}
    </Paper>
  )
}
