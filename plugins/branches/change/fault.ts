import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { fault as coreFault } from '#core/wording.ts'
import type { Cut } from '../contract/calendar.ts'
import { existsIn } from './unit-words.ts'

export const fault = (code: string, pointer: string, nl: string, en: string, fr: string): Fault =>
  coreFault(`branches.${code}`, pointer, nl, en, fr)

/** Every day of the house lies in these two centuries. */
export const periodFaults = ({ from, to }: { from: Day | null; to: Day | null }): Fault[] =>
  from !== null && to !== null && to < from
    ? [
        fault(
          'end-before-start',
          '/to',
          'Het einde ligt voor het begin.',
          'The end is before the start.',
          'La fin précède le début.',
        ),
      ]
    : []

/** Only a period that makes sense can tell whether a unit exists in it. */
export const unitFaults = (
  reading: Reading,
  units: readonly UnitId[],
  period: { from: Day | null; to: Day | null },
  pointerOf: (n: number) => string,
): Fault[] => {
  const within = periodFaults(period).length ? { from: period.from, to: null } : period
  return units.flatMap((unit, n) =>
    existsIn(reading, unit, within)
      ? []
      : [
          fault(
            'no-such-unit',
            pointerOf(n),
            'Deze vestiging bestaat niet in die periode.',
            'This branch does not exist in that period.',
            'Cette implantation n’existe pas dans cette période.',
          ),
        ],
  )
}

export const cutFaults = ({ from, to }: Cut, pointer: string): Fault[] =>
  to > from
    ? []
    : [
        fault(
          'cut-ends-before-start',
          `${pointer}/to`,
          'De halve dag eindigt voor hij begint.',
          'The half day ends before it begins.',
          'La fermeture partielle se termine avant de commencer.',
        ),
      ]
