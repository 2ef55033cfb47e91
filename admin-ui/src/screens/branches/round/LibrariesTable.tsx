import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined'
import {
  Checkbox,
  Link as Anchor,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import type { UnitId } from '#core/contract.ts'
import { formatDay, formatMoment } from '#console/time/day.ts'
import type { Round } from '#plugins/branches/contract/answers.ts'

interface LibrariesTableProps {
  readonly rows: Round['data']
  readonly year: number
  readonly picked: ReadonlySet<UnitId>
  readonly onPick: (picked: ReadonlySet<UnitId>) => void
}

/** Libraries with their word on the year, or the day they were last reminded. */
export const LibrariesTable = ({ rows, year, picked, onPick }: LibrariesTableProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const remindable = rows.filter(({ mayRemind }) => mayRemind).map(({ library }) => library)
  const chosen = remindable.filter(id => picked.has(id))
  const pick = (libraries: readonly UnitId[], on: boolean) => {
    const next = new Set(picked)
    for (const id of libraries)
      if (on) next.add(id)
      else next.delete(id)
    onPick(next)
  }
  const name = translate('branches.round.libraries')
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={name}>
      <Table aria-label={name} sx={{ minWidth: 640 }}>
        <TableHead>
          <TableRow>
            {remindable.length > 0 && (
              <TableCell padding="checkbox">
                <Checkbox
                  checked={chosen.length === remindable.length}
                  indeterminate={chosen.length > 0 && chosen.length < remindable.length}
                  onChange={(_, on) => pick(remindable, on)}
                  slotProps={{
                    input: {
                      'aria-label': translate('branches.round.pickAll', { smart_count: remindable.length }),
                    },
                  }}
                />
              </TableCell>
            )}
            {['library', 'word', 'remindedOn'].map(column => (
              <TableCell key={column}>{translate(`branches.round.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <TableRow key={row.library} hover selected={picked.has(row.library)}>
              {remindable.length > 0 && (
                <TableCell padding="checkbox">
                  {row.mayRemind && (
                    <Checkbox
                      checked={picked.has(row.library)}
                      onChange={(_, on) => pick([row.library], on)}
                      slotProps={{
                        input: { 'aria-label': translate('branches.round.pick', { name: row.name }) },
                      }}
                    />
                  )}
                </TableCell>
              )}
              <TableCell component="th" scope="row">
                <Anchor
                  component={Link}
                  to={`/round?unit=${row.library}&year=${year}`}
                  sx={{ fontWeight: 600 }}
                >
                  {row.name}
                </Anchor>
              </TableCell>
              <TableCell>
                <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
                  {row.confirmedOn === null ? (
                    <>
                      <HourglassEmpty fontSize="small" aria-hidden color="warning" />
                      {translate('branches.round.notYet')}
                    </>
                  ) : (
                    <>
                      <CheckCircle fontSize="small" aria-hidden color="success" />
                      <Typography variant="body2">
                        {translate('console.history.by', {
                          name: row.confirmedBy ?? 'Filiaal',
                          at: row.confirmedOn === '' ? '' : formatMoment(language, row.confirmedOn),
                        })}
                      </Typography>
                    </>
                  )}
                </Stack>
              </TableCell>
              <TableCell>
                {row.remindedOn && row.confirmedOn === null ? formatDay(language, row.remindedOn) : ''}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
