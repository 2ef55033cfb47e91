import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Section } from '#console/Section.tsx'
import type { StaffImport } from '../../answers.ts'
import { capital } from '../../roles/capital.ts'

interface ImportReportProps {
  readonly looked: StaffImport
  readonly busy: boolean
  readonly onTake: () => void
}

type Row = StaffImport['rows'][number]

const looks = {
  new: { bgcolor: 'var(--day-open)', color: 'var(--day-open-ink)' },
  known: { bgcolor: 'var(--day-B)', color: 'var(--day-B-ink)' },
  refused: { bgcolor: 'var(--day-G)', color: 'var(--day-G-ink)' },
} as const

/** What each line would become, with everything that is wrong with it; one wrong line holds up the whole list. */
export const ImportReport = ({ looked: { rows, faults }, busy, onTake }: ImportReportProps) => {
  const translate = useTranslate()
  const wrong = rows.filter(({ what }) => what === 'refused').length
  const sound = wrong === 0 && faults.length === 0 && rows.length > 0
  return (
    <Section title={translate('permissions.import.report')}>
      <Stack spacing={2}>
        {faults.map(({ code, column, message }) => (
          <Alert key={code + column} severity="error" role="alert">
            {message}
          </Alert>
        ))}
        {wrong > 0 && (
          <Alert severity="error" role="alert">
            {translate('permissions.import.wrong', { smart_count: wrong })}
          </Alert>
        )}
        {sound && (
          <Alert severity="success" role="status">
            {translate('permissions.import.sound')}
          </Alert>
        )}
        {rows.length > 0 && <Rows rows={rows} />}
        {sound && (
          <div>
            <Button variant="contained" loading={busy} onClick={onTake}>
              {translate('permissions.import.take', { smart_count: rows.length })}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  )
}

const Rows = ({ rows }: { readonly rows: readonly Row[] }) => {
  const translate = useTranslate()
  return (
    <Stack component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {rows.map(({ line, name, email, what, sentence, faults }) => (
        <Box
          component="li"
          key={line}
          sx={{
            display: 'grid', columnGap: 2, rowGap: 0.5, py: 1.25, borderBottom: 1, borderColor: 'divider',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '6rem minmax(0, 1fr) minmax(0, 2fr)' },
          }}
        >
          <Typography color="textSecondary">{translate('permissions.import.line', { line })}</Typography>
          <Box sx={{ overflowWrap: 'anywhere' }}>
            <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
            <Typography variant="body2" color="textSecondary">
              {email}
            </Typography>
          </Box>
          <Box>
            <Chip size="small" sx={looks[what]} label={translate(`permissions.import.what.${what}`)} />
            {sentence && <Typography sx={{ mt: 0.5 }}>{capital(sentence)}</Typography>}
            {faults.map(({ code, column, message }) => (
              <Typography key={code + column} color="error" sx={{ mt: 0.5 }}>
                {capital(translate(`permissions.import.cell.${column}`))}: {message}
              </Typography>
            ))}
          </Box>
        </Box>
      ))}
    </Stack>
  )
}
