import type { Language, Texts } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import type { Teller } from '#core/row-words.ts'
import { dayIn } from '#core/wording.ts'
import type { AuditRow } from './contract.ts'
import type { ChangedRow } from './row.ts'

type Field = AuditRow['fields'][number]

const period: Texts = { nl: 'geldt', en: 'holds', fr: 'vaut' }

/** What changed, field by field, in words; what stayed as it was is left out. */
export function fieldsOf({ words, before, after, key, validBefore, validAfter }: ChangedRow, teller: Teller): Field[] {
  if (!words) return []
  const { language } = teller
  const said = (body: typeof before, valid: string | undefined) => new Map([
    ...(body ? words.says(body, teller, key) : []).map(([title, value]) => [title[language], value] as const),
    ...(valid ? [[period[language], periodIn(language, valid)] as const] : []),
  ])
  const [was, becomes] = [said(before, validBefore), said(after, validAfter)]
  return [...new Set([...was.keys(), ...becomes.keys()])]
    .map(title => ({ title, before: was.get(title) ?? null, after: becomes.get(title) ?? null }))
    .filter(field => field.before !== field.after)
}

/** `[2026-12-24,2026-12-27)`, as PostgreSQL writes it: the last day is the one before the bound. */
function periodIn(language: Language, valid: string): string {
  const [, from, bound] = /^[[(]([^,]*),([^)\]]*)[)\]]$/.exec(valid) ?? []
  const first = from ? dayIn(language, from) : ''
  const last = bound ? dayIn(language, plusDays(bound, -1)) : ''
  if (first && last) {
    return {
      nl: `van ${first} tot en met ${last}`, en: `from ${first} up to and including ${last}`,
      fr: `du ${first} au ${last} inclus`,
    }[language]
  }
  if (first) return { nl: `vanaf ${first}`, en: `from ${first}`, fr: `à partir du ${first}` }[language]
  if (last) return { nl: `tot en met ${last}`, en: `up to and including ${last}`, fr: `jusqu’au ${last} inclus` }[language]
  return { nl: 'altijd', en: 'always', fr: 'toujours' }[language]
}
