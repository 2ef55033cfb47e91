import { Button, Chip, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { ListTable } from '#console/ListTable.tsx'
import { asProblem, type Problem } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { formatDay } from '#console/time/day.ts'
import type { Batch, OfflineState, ReplayedAct } from '#plugins/circulation/contract/offline.ts'
import { formatMoment } from './moment.ts'
import { replay } from './send.ts'
import { SettleDialog, type Settle } from './SettleDialog.tsx'

const colour: Readonly<Record<OfflineState, 'success' | 'warning' | 'error' | 'default'>> = {
  waiting: 'default', done: 'success', asks: 'warning', refused: 'error', overtaken: 'warning', left: 'default',
}

/** Each act of a batch, in the order in which they happened: what came of it, and what the desk can do. */
export const BatchActs = ({ batch }: { readonly batch: Batch }) => {
  const translate = useTranslate()
  const again = useReadAgain()
  const [settling, settle] = useState<Settle | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const goOn = () => void replay(batch.id, () => setProblem(null)).then(() => again(), (error: unknown) => setProblem(asProblem(error)))
  return (
    <>
      <Refused problem={problem} faults />
      {batch.counts.waiting > 0 && <Button variant="contained" sx={{ alignSelf: 'start' }} onClick={goOn}>{translate('circulation.offline.goOn')}</Button>}
      <ListTable
        dense name={translate('circulation.offline.acts')} acts={translate('circulation.offline.column.act')}
        columns={['item', 'when', 'who', 'outcome'].map(column => translate(`circulation.offline.column.${column}`))}
      >
        {batch.acts.map(act => <ActLine key={act.id} act={act} onSettle={as => settle({ act, as })} />)}
      </ListTable>
      {settling && (
        <SettleDialog
          {...settling} onClose={() => settle(null)} onDone={() => {
            settle(null)
            void again()
          }}
        />
      )}
    </>
  )
}

interface ActLineProps {
  readonly act: ReplayedAct
  readonly onSettle: (as: Settle['as']) => void
}

const ActLine = ({ act, onSettle }: ActLineProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const { item, title, state, faults, dueOn, told, note } = act
  const name = title ?? item
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Typography>
        <Typography variant="body2" color="textSecondary">{[translate(`circulation.offline.did.${act.act}`), title && item].filter(Boolean).join(' · ')}</Typography>
      </TableCell>
      <TableCell>{formatMoment(language, act.at)}</TableCell>
      <TableCell>{act.personName ?? act.card}</TableCell>
      <TableCell>
        <Chip size="small" color={colour[state]} label={translate(`circulation.offline.state.${state}`)} />
        {dueOn && <Typography variant="body2">{translate('circulation.why.due', { day: formatDay(language, dueOn) })}</Typography>}
        {dueOn && told && told !== dueOn && (
          <Typography variant="body2">{translate('circulation.offline.told', { day: formatDay(language, told) })}</Typography>
        )}
        {faults.map(({ code, message }) => <Typography key={code} variant="body2">{message}</Typography>)}
        {note && <Typography variant="body2">{translate('circulation.offline.noted', { note })}</Typography>}
      </TableCell>
      <TableCell align="right">
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5, justifyContent: 'flex-end' }}>
          {actsFor(state).map(as => (
            <Button key={as} size="small" onClick={() => onSettle(as)} aria-label={translate(`circulation.offline.actOne.${as}`, { title: name })}>
              {translate(`circulation.offline.act.${as}`)}
            </Button>
          ))}
        </Stack>
      </TableCell>
    </TableRow>
  )
}

const actsFor = (state: OfflineState): readonly Settle['as'][] =>
  state === 'asks' ? ['pass', 'leave'] : state === 'refused' ? ['again', 'leave'] : state === 'overtaken' ? ['leave'] : []
