import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#core/context.ts'
import { languages, type Day, type Texts } from '#core/contract.ts'
import { dayIn, inEach } from '#core/wording.ts'
import { answersOf } from './answer-text.ts'
import type { Change } from './note.ts'
import type { RequestRow } from './request.ts'

const CHANGES_TOLD = 100
const asked: Texts = { nl: 'Gevraagd', en: 'Asked', fr: 'Demandé' }

export interface ItemTold { readonly kind: string; readonly payload: unknown; readonly sentence: Texts }

/** Of items that stand on one side only, what was first there and what is there now; a sentence names no people. */
export function itemChanges(before: readonly ItemTold[], after: readonly ItemTold[]): Change[] {
  const only = (these: readonly ItemTold[], those: readonly ItemTold[]) => these.filter(({ kind, payload }) =>
    !those.some(other => isDeepStrictEqual([other.kind, other.payload], [kind, payload])))
  const [gone, come] = [only(before, after), only(after, before)]
  return Array.from({ length: Math.min(CHANGES_TOLD, Math.max(gone.length, come.length)) }, (_, n) =>
    ({ title: asked, was: gone[n]?.sentence ?? null, now: come[n]?.sentence ?? null }))
}

export const dayChange = (was: Day | null, now: Day | null): Change[] => was === now || now === null ? [] : [{
  title: { nl: 'Vanaf', en: 'From', fr: 'À partir du' },
  was: was === null ? null : inEach(language => dayIn(language, was)), now: inEach(language => dayIn(language, now)),
}]

/** Question by question, in every language: whoever reads it reads their own. */
export function answerChanges(ctx: Context, before: Asked, after: Asked): Change[] {
  const [was, now] = [toldIn(ctx, before), toldIn(ctx, after)]
  return [...new Set([...was.keys(), ...now.keys()])].flatMap(question => {
    const [old, fresh] = [was.get(question), now.get(question)]
    const title = fresh?.title ?? old?.title
    return !title || old?.text.nl === fresh?.text.nl ? [] : [{ title, was: old?.text ?? null, now: fresh?.text ?? null }]
  })
}

function toldIn(ctx: Context, row: Asked): Map<string, { title: Texts; text: Texts }> {
  const each = new Map(languages.map(language => [language, answersOf({ ...ctx, language }, row)]))
  return new Map((each.get('nl') ?? []).map(({ question }, n) => [question, {
    title: inEach(language => each.get(language)?.[n]?.title ?? ''), text: inEach(language => each.get(language)?.[n]?.text ?? ''),
  }]))
}

type Asked = Pick<RequestRow, 'form' | 'unitId' | 'filled'>
