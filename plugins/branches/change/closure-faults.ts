import type { Declared, Need } from '#core/change.ts'
import type { ClosureSpan } from '#core/closure-part.ts'
import type { Reading } from '#core/configuration.ts'
import { corePermissions } from '#core/contract/permission.ts'
import type { Day, Language, Texts } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { faultsIn } from '#core/schema.ts'
import type { Close } from '../contract/change.ts'
import type { ClosureParts, Reopens } from '../contract/closure.ts'
import { dayIn } from '../wording.ts'
import { closuresAt, lastDayOf, type ClosureRow } from './closure.ts'
import { fault } from './fault.ts'

type Spans = readonly ClosureSpan[]

/** What the parts ask besides the right to close; what is past is corrected with its own right. */
export function partNeeds(reading: Reading, parts: ClosureParts, spans: Spans, firstDay: Day, today: Day, declared: Declared): Need[] {
  const past = firstDay < today ? spans.map(({ unit }): Need => ({ permission: corePermissions.correctPast, unit })) : []
  return [...past, ...Object.entries(parts).flatMap(([name, wish]) => {
    const part = declared.closureParts.get(name)
    if (!part || faultsIn(part.schema, wish).length) return []
    return spans.flatMap(span => part.needs?.(reading, wish, span, declared) ?? [])
  })]
}

/** What is wrong with the parts of a closure, each named. */
export const partFaults = (reading: Reading, parts: ClosureParts, spans: Spans, declared: Declared): Fault[] =>
  Object.entries(parts).flatMap(([name, wish]) => {
    const part = declared.closureParts.get(name)
    if (!part) return [noSuchPart(`/parts/${name}`)]
    const faults = faultsIn(part.schema, wish)
    const found = faults.length ? faults : spans.flatMap(span => part.faults?.(reading, wish, span, declared) ?? [])
    return found.map(one => ({ ...one, pointer: `/parts/${name}${one.pointer}` }))
  })

const noSuchPart = (pointer: string) => fault(
  'no-such-part', pointer, 'Dit regelt een sluiting niet.', 'A closure does not arrange this.', 'Une fermeture ne règle pas ceci.')

/** Half days and fine-free days arrange nothing else, and a closure is laid down once. */
export function plannedFaults(reading: Reading, payload: Close, closing: string, declared: Declared): Fault[] {
  const { parts, remindDays, cut, kind, units, from, to } = payload
  if (!parts && remindDays === undefined) return []
  return [
    ...(cut || kind === 'B' ? [fault(
      'parts-of-whole-days', '/parts', 'Alleen wie hele dagen sluit, regelt er iets bij.',
      'Only who closes whole days arranges more.', 'Seule une fermeture de jours entiers règle autre chose.')] : []),
    ...(units.some(unit => closuresAt(reading, unit, closing).length) ? [fault(
      'closing-known', '/closing', 'Deze sluiting is er al. Verleng ze of kort ze in.',
      'This closing is there already. Extend or shorten it.', 'Cette fermeture existe déjà. Prolongez-la ou écourtez-la.')] : []),
    ...partFaults(reading, parts ?? {}, units.map(unit => ({ unit, from, to })), declared),
  ]
}

/** A part works again after the closure began, before it ends, and only where the closure has that part. */
export function reopenFaults(
  rows: readonly ClosureRow[], reopens: Readonly<Record<string, Day | null>> | undefined, { from, to }: Omit<ClosureSpan, 'unit'>,
): Fault[] {
  return Object.entries(reopens ?? {}).flatMap(([name, day]) => {
    const pointer = `/reopens/${name}`
    if (!rows.some(({ body }) => Object.hasOwn(body.parts, name))) return [noSuchPart(pointer)]
    const outside = day !== null && (day < from || (to !== null && day > to))
    return outside ? [fault(
      'reopens-outside', pointer, 'Deze dag ligt niet in de sluiting.', 'This day is not within the closing.',
      'Ce jour n’est pas dans la fermeture.')] : []
  })
}

/** What the parts of a closure mean at a unit, each in a sentence. */
export const partsSaid = (
  reading: Reading, { closureParts }: Declared, { parts, reopens }: { readonly parts: ClosureParts; readonly reopens?: Reopens },
  { unit, from, to }: ClosureSpan,
): { name: string; text: Texts }[] => Object.entries(parts).flatMap(([name, wish]) => {
  const last = lastDayOf(name, to, reopens)
  const text = last !== null && last < from ? undefined : closureParts.get(name)?.says(reading, wish, { unit, from, to: last })
  return text ? [{ name, text }] : []
})

const titlesOf = (names: readonly string[], { closureParts }: Declared, language: Language) =>
  names.flatMap(name => closureParts.get(name)?.title[language] ?? [])

/** "; ook geregeld: reserveringen ophalen, leveren aan andere". */
export function arranged(parts: ClosureParts | undefined, declared: Declared, language: Language): string {
  const titles = titlesOf(Object.keys(parts ?? {}), declared, language)
  if (!titles.length) return ''
  const all = titles.join(', ')
  return { nl: `; ook geregeld: ${all}`, en: `; also arranged: ${all}`, fr: ` ; également réglé : ${all}` }[language]
}

/** "; reserveringen ophalen: weer vanaf 3 mei 2027". */
export const againWords = (reopens: Readonly<Record<string, Day | null>> = {}, declared: Declared, language: Language): string =>
  Object.entries(reopens).flatMap(([name, day]) => {
    const title = declared.closureParts.get(name)?.title[language]
    if (!title) return []
    if (day === null) return [{
      nl: `; ${title}: weer samen met de rest`, en: `; ${title}: again with the rest`, fr: ` ; ${title} : avec le reste`,
    }[language]]
    const from = dayIn(language, day)
    return [{ nl: `; ${title}: weer vanaf ${from}`, en: `; ${title}: again from ${from}`, fr: ` ; ${title} : à nouveau dès le ${from}` }[language]]
  }).join('')
