import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useCallback, useMemo, useState } from 'react'
import type { Day, UnitId } from '#core/contract.ts'
import type { Preview } from '#console/change/change.ts'
import { ChangeDialog } from '#console/change/ChangeDialog.tsx'
import { useDraft } from '#console/draft.ts'
import { useParameter } from '#console/parameter.ts'
import { useUnit } from '#console/unit.ts'
import { closingText, extendLoans, noFines } from '#plugins/branches/contract/parameter.ts'
import { BranchesBelow, type Below } from './BranchesBelow.tsx'
import { firstClosing, itemOf } from './closing.ts'
import { ClosingForm } from './ClosingForm.tsx'
import { describeClosing } from './describeClosing.tsx'

interface CloseDialogProps {
  readonly units: readonly UnitId[]
  readonly names: readonly string[]
  readonly today: Day
  readonly from?: Day
  readonly to?: Day
  readonly seen?: number | undefined
  readonly onDone: () => void
}

/** Closes one or many units, with everything proposed: opening it and one click is enough. */
const CloseDialog = ({ units, names, today, from = today, to = from, seen, onDone }: CloseDialogProps) => {
  const translate = useTranslate()
  const { unit } = useUnit()
  const at = units.length === 1 ? units[0] : unit?.id
  const text = useParameter(closingText, at)
  const moreTime = useParameter(extendLoans, at)
  const fineFree = useParameter(noFines, at)
  const first = useMemo(
    () => firstClosing(from, to, { text, extendLoans: moreTime, fineFree }),
    [from, to, text, moreTime, fineFree],
  )
  const draft = useDraft(`close ${units.join(' ')} ${from} ${to}`, first)
  const closing = draft.value
  const items = useMemo(() => itemOf(closing, units, seen), [closing, units, seen])
  const [below, setBelow] = useState<readonly Below[]>([])
  const ask = useCallback(
    (questions: Preview['questions']) => setBelow(before => withAsked(before, questions)),
    [],
  )
  const leave = () => {
    draft.forget()
    onDone()
  }
  const name = units.length === 1 ? (names[0] ?? '') : ''
  return (
    <ChangeDialog
      title={translate(name === '' ? 'branches.close.many' : 'branches.close.one', {
        name,
        smart_count: units.length,
      })}
      act={translate('branches.close.act')}
      items={items}
      reason={closing.reason}
      describe={describeClosing}
      blocked={below.some(({ id }) => closing.below[id] === undefined)}
      onDone={leave}
      onClose={leave}
      beside={({ preview }) => (
        <BranchesBelow
          questions={preview?.questions}
          below={below}
          closing={closing}
          onAsked={ask}
          onChange={draft.set}
        />
      )}
    >
      {units.length > 1 && (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          {names.slice(0, 6).join(', ')}
          {names.length > 6
            ? ` ${translate('branches.close.andMore', { smart_count: names.length - 6 })}`
            : ''}
        </Typography>
      )}
      <ClosingForm
        closing={closing}
        units={units}
        today={today}
        onChange={draft.set}
        restored={draft.restored}
        onDrop={draft.forget}
      />
    </ChangeDialog>
  )
}

/** Once asked stays asked: an answer can be taken back, although the server no longer asks. */
const withAsked = (before: readonly Below[], questions: Preview['questions']): readonly Below[] => {
  const fresh = questions
    .flatMap(({ text, units }) => units.map(unit => ({ ...unit, text })))
    .filter(unit => !before.some(({ id }) => id === unit.id))
  return fresh.length === 0 ? before : [...before, ...fresh]
}

export default CloseDialog
