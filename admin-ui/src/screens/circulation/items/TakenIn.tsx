import { Alert, LinearProgress, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'

interface Fault { readonly row: number; readonly field: string; readonly value: string; readonly reason: string }
interface Run {
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly done: number
  readonly total: number | null
  readonly report: {
    readonly entered?: number; readonly changed?: number; readonly same?: number; readonly faulty?: number; readonly faults?: readonly Fault[]
  } | null
}

const isOver = (run: Run | undefined) => run?.state === 'done' || run?.state === 'failed'

/** How far a file is, and what came of it; it goes on when one leaves the screen. */
export const TakenIn = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const translate = useTranslate()
  const reading = useReading<Run>(`/runs/${id}`, {}, { staleTime: 0, refetchInterval: ({ state: { data } }) => isOver(data) ? false : 700 })
  return (
    <Section title={translate(isOver(reading.data) ? 'circulation.import.over' : 'circulation.import.busy', { name })}>
      <Answered reading={reading}>{run => isOver(run) ? <Told run={run} /> : <Progress run={run} />}</Answered>
    </Section>
  )
}

const Progress = ({ run: { done, total } }: { readonly run: Run }) => {
  const translate = useTranslate()
  return (
    <div role="status">
      <LinearProgress
        aria-label={translate('circulation.import.rows', { done, total: total ?? '…' })} sx={{ height: 10, borderRadius: 5, mb: 1 }}
        variant={total ? 'determinate' : 'indeterminate'} value={total ? 100 * done / total : 0}
      />
      <Typography color="textSecondary">{translate('circulation.import.mayLeave')}</Typography>
    </div>
  )
}

const Told = ({ run: { state, report } }: { readonly run: Run }) => {
  const translate = useTranslate()
  const { entered = 0, changed = 0, same = 0, faulty = 0, faults = [] } = report ?? {}
  const counts = ([['entered', entered], ['changed', changed], ['same', same], ['faulty', faulty]] as const).filter(([, count]) => count > 0)
  return (
    <Stack spacing={2}>
      <Alert severity={state === 'failed' ? 'error' : faulty > 0 ? 'warning' : 'success'}>
        {state === 'failed' ? translate('circulation.import.failed')
          : counts.length ? counts.map(([what, count]) => translate(`circulation.import.${what}`, { smart_count: count })).join(' · ') : translate('circulation.import.nothing')}
      </Alert>
      {faults.length > 0 && (
        <ListTable dense name={translate('circulation.import.faults')}
          columns={['row', 'field', 'value', 'reason'].map(column => translate(`circulation.import.column.${column}`))}>
          {faults.map(({ row, field, value, reason }) => (
            <TableRow key={`${row} ${field}`}>
              <TableCell component="th" scope="row">{row}</TableCell>
              <TableCell>{translate(`circulation.import.cell.${field}`)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{value}</TableCell>
              <TableCell>{reason}</TableCell>
            </TableRow>
          ))}
        </ListTable>
      )}
      {faulty > faults.length && <Typography color="textSecondary">{translate('circulation.import.more', { smart_count: faulty - faults.length })}</Typography>}
    </Stack>
  )
}
