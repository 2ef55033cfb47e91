import { stringify } from 'csv-stringify/sync'
import type { Context } from '#core/context.ts'
import type { Language, Texts, UnitId } from '#core/contract.ts'
import { namesOf, withName } from '#core/names.ts'
import { SYSTEM, treeOn, unitsBelow, zoneOf } from '#core/unit.ts'
import { mergeUnit, moveUnit } from '#plugins/units/contract.ts'
import type { RightsChanges } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { demandReview } from './explain.ts'

export interface ChangesAsked { readonly month: string; readonly unit?: UnitId | undefined }

interface ChangeRow {
  set: string; payload: { staff?: string } | null; sentence: Texts; author_name: string; reason: string | null
  applied_at: string; put_back: boolean
}
const CHANGES_AT_MOST = 5000

/** What changed in rights in a month, newest first: who got or lost what, by whom, when and why. */
export async function rightsChanges(ctx: Context, { month, unit }: ChangesAsked): Promise<RightsChanges> {
  if (unit !== undefined) demandReview(ctx, unit)
  const [from, to] = boundsOf(ctx, month)
  const { rows }: { rows: ChangeRow[] } = await ctx.db.raw(`
    select s.id as set, i.payload, i.sentence, s.author_name, s.reason, s.applied_at, s.put_back_by is not null as put_back
    from change_set s join change_item i on i.set_id = s.id
    where s.applied_at >= :from::timestamptz and s.applied_at < :to::timestamptz
      and (i.kind = any (:kinds) or i.payload ->> 'parameter' = any (:guards))
      and (:everywhere or i.branch_ids && :units::uuid[])
    order by s.applied_at desc, s.id, i.n limit :most`, {
    from, to, kinds: kindsOf(ctx), guards: guardsOf(ctx),
    everywhere: unit === undefined && ctx.may(permissions.review, SYSTEM, { below: true }),
    most: CHANGES_AT_MOST,
    units: unit === undefined ? ctx.rights.allUnitsOf(ctx.configuration, permissions.review, ctx.today())
      : unitsBelow(treeOn(ctx.configuration, ctx.today()), unit),
  })
  const names = await namesOf(ctx, rows.flatMap(({ payload }) => payload?.staff ?? []))
  return {
    month, data: rows.map(row => {
      const id = row.payload?.staff
      const name = id === undefined ? undefined : names.get(id)
      return {
        set: row.set, sentence: withName(row.sentence[ctx.language], name, ctx.language),
        staff: id !== undefined && name !== undefined ? { id, name } : null,
        by: row.author_name, at: row.applied_at, reason: row.reason, putBack: row.put_back,
      }
    }),
  }
}

/**
 * Whatever gives or takes rights: the acts of this plugin and of signing in, those of others that ask to confirm who one
 * is, and where a unit hangs, which decides whose roles reach it.
 */
const kindsOf = ({ installation: { registry } }: Context): string[] => [...registry.changes.values()]
  .filter(({ kind: { name }, confirms }) => confirms || /^(permissions|sign-in)\./.test(name) || others.includes(name))
  .map(({ kind }) => kind.name)
const others = ['core.first-grant', moveUnit.name, mergeUnit.name]

/** The settings that decide how well rights are guarded. */
const guardsOf = ({ installation: { registry } }: Context): string[] =>
  [...registry.parameters.values()].filter(({ guards }) => guards === 'rights').map(({ name }) => name)

/** The first moment of a month and of the next, where the installation stands. */
function boundsOf(ctx: Context, month: string): [string, string] {
  const zone = zoneOf(ctx.configuration, SYSTEM, ctx.today())
  const first = Temporal.PlainYearMonth.from(month)
  const begins = (start: Temporal.PlainYearMonth) => start.toPlainDate({ day: 1 }).toZonedDateTime(zone).toInstant().toString()
  return [begins(first), begins(first.add({ months: 1 }))]
}

const headings: Readonly<Record<Language, readonly string[]>> = {
  nl: ['Wanneer', 'Wat', 'Medewerker', 'Door', 'Reden', 'Teruggedraaid', 'Nummer'],
  en: ['When', 'What', 'Member of staff', 'By', 'Reason', 'Put back', 'Number'],
  fr: ['Quand', 'Quoi', 'Collaborateur', 'Par', 'Motif', 'Annulé', 'Numéro'],
}
const yes: Texts = { nl: 'ja', en: 'yes', fr: 'oui' }

/** The same for a spreadsheet, which begins with the mark by which it knows the encoding. */
export function changesAsCsv({ data }: RightsChanges, language: Language): string {
  const lines = data.map(({ at, sentence, staff, by, reason, putBack, set }) =>
    [at, sentence, staff?.name ?? '', by, reason ?? '', putBack ? yes[language] : '', set].map(guarded))
  return stringify([[...headings[language]], ...lines], { bom: true, record_delimiter: '\r\n' })
}

/** Spreadsheets run what begins like a formula; an apostrophe before it keeps it a text. */
const guarded = (cell: string): string => /^['\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
