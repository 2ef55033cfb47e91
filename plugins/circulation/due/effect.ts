import type { Effect, Item } from '#core/change.ts'
import type { Day, Language, Texts } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import type { EffectOf } from '#core/plugin.ts'
import { dayIn, inEach } from '#core/wording.ts'
import { calendarKinds, isClosed, movesAsked } from './asked.ts'
import { finesThatAlter, lateLoans, type FineDifference } from './late.ts'
import { movesAt, type Move } from './plan.ts'
import { preNoticesThatAlter } from './pre-notice.ts'

const DAYS_TOLD = 10

/**
 * What calendars mean for running loans: how many get another due day, and from which to which, another pre-notice or
 * another fine. Counted beyond every wall, and of nobody by name.
 */
export const dueDaysThatMove: EffectOf = {
  kinds: calendarKinds,
  async count(ctx, before, after, items) {
    const asked = movesAsked([after, before], items, ctx.today(), !isClosed(before, items))
    const on = dayAfter(items, ctx.today())
    const [moves, late] = await Promise.all([movesAt(ctx, after, asked), lateLoans(ctx, { before, after, on }, asked.branches)])
    const forward = moves.filter(({ to, due, isLate }) => to > due && !isLate)
    const extended = new Set(moves.filter(({ isLate, to, due }) => isLate && to > due).map(one => `${one.branch} ${one.due}`))
    const back = moves.filter(({ to, due }) => to < due)
    const noticed = preNoticesThatAlter(ctx, { before, after, branches: asked.branches, moves })
    const { altered, forgiven } = finesThatAlter(ctx.today(), {
      before, after, late, on, isForgiven: (branch, due) => extended.size > 0 && extended.has(`${branch} ${due}`),
    })
    const notices = await noticed
    return [
      ...movedEffect('circulation.due-days', forward, later, ctx.language),
      ...movedEffect('circulation.due-days-back', back, earlier, ctx.language),
      ...lateEffect(forgiven), ...frozenEffect(altered), ...fineEffect(altered, on), ...noticeEffect(notices),
    ]
  },
}

/** The day on which fines are compared: when what closes is over, within a year; else four weeks ahead. */
function dayAfter(items: readonly Item[], today: Day): Day {
  const [soon, far] = [plusDays(today, 28), plusDays(today, 366)]
  const last = items.map(({ payload }) => (payload as { to?: Day | null }).to ?? null).reduce((most, day) => most === null || day === null ? null : day > most ? day : most)
  return last === null ? soon : last < today ? today : last >= far ? far : plusDays(last, 1)
}

const loans = (count: number): Texts => ({
  nl: count === 1 ? '1 uitlening' : `${count} uitleningen`, en: count === 1 ? '1 loan' : `${count} loans`, fr: count === 1 ? '1 prêt' : `${count} prêts`,
})

const later = (count: number): Texts => inEach(language => `${loans(count)[language]} ${{
  nl: count === 1 ? 'krijgt een latere inleverdatum' : 'krijgen een latere inleverdatum', en: count === 1 ? 'gets a later due day' : 'get a later due day',
  fr: count === 1 ? 'reçoit une date de retour plus tardive' : 'reçoivent une date de retour plus tardive',
}[language]}`)
const earlier = (count: number): Texts => inEach(language => `${loans(count)[language]} ${{
  nl: count === 1 ? 'krijgt een vroegere inleverdatum terug' : 'krijgen een vroegere inleverdatum terug',
  en: count === 1 ? 'gets an earlier due day back' : 'get an earlier due day back',
  fr: count === 1 ? 'retrouve une date de retour plus proche' : 'retrouvent une date de retour plus proche',
}[language]}`)

function movedEffect(code: string, moves: readonly Move[], words: (count: number) => Texts, language: Language): Effect[] {
  if (moves.length === 0) return []
  const count = moves.reduce((sum, one) => sum + one.loans, 0)
  const byDays = Map.groupBy(moves, ({ due, to }) => `${due} ${to}`)
  const sample = [...byDays.values()].slice(0, DAYS_TOLD).flatMap(([first, ...rest]) => first
    ? [`${dayIn(language, first.due)} → ${dayIn(language, first.to)}: ${[first, ...rest].reduce((sum, one) => sum + one.loans, 0)}`] : [])
  return [{ code, count, sample, text: words(count) }]
}

const lateEffect = ({ loans: count, cents }: FineDifference): Effect[] => count === 0 ? [] : [{
  code: 'circulation.late-extended', count, cents,
  text: inEach(language => `${loans(count)[language]} ${{
    nl: count === 1 ? 'die al te laat is, schuift mee; de boete van nu vervalt' : 'die al te laat zijn, schuiven mee; hun boete van nu vervalt',
    en: count === 1 ? 'that is late already moves along; its fine of now lapses' : 'that are late already move along; their fines of now lapse',
    fr: count === 1 ? 'déjà en retard est aussi reporté ; son amende actuelle tombe' : 'déjà en retard sont aussi reportés ; leurs amendes actuelles tombent',
  }[language]}`),
}]

const frozenEffect = ({ frozen: count }: FineDifference): Effect[] => count === 0 ? [] : [{
  code: 'circulation.fines-frozen', count,
  text: inEach(language => ({
    nl: `De boete van ${loans(count).nl} die al te laat ${count === 1 ? 'is' : 'zijn'}, staat stil tijdens de sluiting`,
    en: `The fine of ${loans(count).en} late already stands still during the closing`,
    fr: `L’amende de ${loans(count).fr} déjà en retard est suspendue pendant la fermeture`,
  })[language]),
}]

/** Other fines, if they come back on a day: how many, and how much more or less all together. */
export const fineEffect = ({ loans: count, cents }: FineDifference, on: Day): Effect[] => count === 0 ? [] : [{
  code: 'circulation.fines', count, cents,
  text: inEach(language => {
    const day = dayIn(language, on)
    return {
      nl: `${loans(count).nl} die nu te laat ${count === 1 ? 'is, kost' : 'zijn, kosten'} ${cents < 0 ? 'minder' : 'meer'} boete bij inleveren op ${day}`,
      en: `${loans(count).en} late now ${count === 1 ? 'costs' : 'cost'} ${cents < 0 ? 'less' : 'more'} fine when returned on ${day}`,
      fr: `${loans(count).fr} en retard ${count === 1 ? 'coûte' : 'coûtent'} ${cents < 0 ? 'moins' : 'plus'} d’amende si rendus le ${day}`,
    }[language]
  }),
}]

export const noticeEffect = (count: number): Effect[] => count === 0 ? [] : [{
  code: 'circulation.pre-notices', count,
  text: inEach(language => ({
    nl: `De attendering van ${loans(count).nl} vertrekt op een andere dag`, en: `The pre-notice of ${loans(count).en} leaves on another day`,
    fr: `Le rappel préalable de ${loans(count).fr} part un autre jour`,
  })[language]),
}]
