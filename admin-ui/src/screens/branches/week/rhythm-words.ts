import type { Language } from '#core/contract.ts'
import { formatDay, formatDayOfYear } from '#console/time/day.ts'
import type { DaySet, Rhythm } from '#plugins/branches/contract/hours.ts'

type Translate = (key: string, options?: Record<string, unknown>) => string

const dayMonth = (language: string, monthDay: string) =>
  formatDayOfYear(language, `2024-${monthDay}`).replace(/^\S+ /, '')

/** "elk jaar van 1 juli tot en met 31 aug., om de 2 weken": when a plan holds within its period. */
export const rhythmWords = (
  when: Rhythm | undefined,
  daySets: readonly DaySet[],
  language: Language,
  translate: Translate,
): string => {
  if (!when) return ''
  const nameOf = (code: string) => daySets.find(set => set.code === code)?.name[language] ?? code
  const nth = (count: number) => translate(`branches.week.form.nthNames.${count === -1 ? 'last' : count}`)
  return [
    when.season &&
      translate('branches.week.rhythm.season', {
        from: dayMonth(language, when.season.from),
        to: dayMonth(language, when.season.to),
      }),
    when.everyWeeks &&
      translate('branches.week.rhythm.everyWeeks', {
        weeks: when.everyWeeks.weeks,
        from: formatDay(language, when.everyWeeks.from),
      }),
    when.nth && translate('branches.week.rhythm.nth', { nth: when.nth.map(nth).join(', ') }),
    when.in && translate('branches.week.rhythm.in', { name: nameOf(when.in) }),
    when.notIn && translate('branches.week.rhythm.notIn', { name: nameOf(when.notIn) }),
  ]
    .filter(said => said)
    .join(', ')
}
