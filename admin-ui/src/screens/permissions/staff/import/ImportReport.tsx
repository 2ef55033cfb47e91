import {
  Alert, Button, Chip, Paper, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography,
} from '@mui/material'
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
  const name = translate('permissions.import.report')
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={name}>
      <Table size="small" aria-label={name} sx={{ minWidth: 640 }}>
        <TableHead>
          <TableRow>
            {['line', 'name', 'what', 'becomes'].map(column => (
              <TableCell key={column}>{translate(`permissions.import.column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ line, name: person, email, what, sentence, faults }) => (
            <TableRow key={line} sx={{ verticalAlign: 'top' }}>
              <TableCell>{line}</TableCell>
              <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                {person}
                <Typography variant="body2" color="textSecondary">
                  {email}
                </Typography>
              </TableCell>
              <TableCell>
                <Chip size="small" sx={looks[what]} label={translate(`permissions.import.what.${what}`)} />
              </TableCell>
              <TableCell>
                {sentence && <Typography variant="body2">{capital(sentence)}</Typography>}
                {faults.map(({ code, column, message }) => (
                  <Typography key={code + column} variant="body2" color="error">
                    {translate(`permissions.import.cell.${column}`)}: {message}
                  </Typography>
                ))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
