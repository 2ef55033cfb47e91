import type { Context } from '#core/context.ts'
import { Refusal, refused } from '#core/refusal.ts'
import type { EditWanted } from './contract/act.ts'
import type { PatronEdit } from './contract/page.ts'
import { permissions } from './contract/permission.ts'
import { demandActing, readPatron } from './patron.ts'
import { asColumns, type PersonRow } from './person.ts'
import { nationalColumns, nationalEditFaults, refuseTaken } from './privacy/national-number.ts'
import { bornFaults, contactFaults } from './required.ts'

/**
 * Corrects what is known of somebody. Who looked at an older version is shown both, and chooses; what is corrected
 * counts in every library where they are a member, because there is one person.
 */
export async function editPatron(ctx: Context, id: string, { version, nationalNumber, ...fields }: EditWanted): Promise<void> {
  const patron = await readPatron(ctx, id)
  demandActing(ctx, permissions.change, patron)
  if (patron.person.version !== version) throw changedMeanwhile(patron.person, fields)
  const faults = [
    ...bornFaults(fields.bornOn, ctx.today(), '/bornOn'), ...contactFaults(fields.contacts, '/contacts'),
    ...nationalEditFaults(ctx, patron, nationalNumber),
  ]
  if (faults.length) throw refused(faults)
  await refuseTaken(ctx, nationalNumber, patron.person.id)
  const changed = await ctx.db('person').where({ id: patron.person.id, version })
    .update({ ...asColumns(fields), ...(nationalNumber !== undefined && nationalColumns(ctx, patron.person.id, nationalNumber)), version: version + 1 })
  if (!changed) throw changedMeanwhile((await readPatron(ctx, id)).person, fields)
}

/** Both versions, so that nobody types anew what they had typed. */
function changedMeanwhile(now: PersonRow, yours: Omit<EditWanted, 'version' | 'nationalNumber'>) {
  const theirs = Object.fromEntries(Object.keys(yours).map(name => [name, now[name as keyof PersonRow]]))
  return new Refusal(409, 'patrons.changed-meanwhile', {
    nl: 'Een collega wijzigde deze gegevens intussen. Vergelijk en kies.',
    en: 'A colleague changed these details meanwhile. Compare and choose.',
    fr: 'Un collègue a modifié ces données entre-temps. Comparez et choisissez.',
  }, { more: { version: now.version, yours, theirs } })
}

/** Fields of which the history tells; what is reckoned or kept for searching is not edited by anybody. */
const told = [
  'family_name', 'first_name', 'title', 'preferred_name', 'tag', 'sex', 'born_on', 'deceased_on', 'language', 'email', 'copies',
  'phones', 'addresses', 'contacts', 'external_numbers', 'shows_history', 'keeps_history', 'warns_borrowed_before', 'restricted_on',
] as const

interface Noted { at: string; actor: string | null; name: string | null; body: Record<'before' | 'after', Record<string, unknown> | undefined> }

/** Who changed what of somebody, the newest first, as the audit noted it. */
export async function editsOf(ctx: Context, personId: string): Promise<PatronEdit[]> {
  const { rows } = await ctx.db.raw(`
    select a.at, a.actor, s.name, b.body from audit a join audit_body b on b.audit_id = a.id left join staff s on s.id = a.actor
    where a.table_name = 'person' and a.row_id = ? and a.act = 'update' order by a.id desc limit 50`, [personId])
  return (rows as Noted[]).flatMap(({ at, name, body }) => {
    const fields = told.filter(field => inWords(body.before?.[field]) !== inWords(body.after?.[field]))
      .map(field => ({ name: fieldOf(field), before: inWords(body.before?.[field]), after: inWords(body.after?.[field]) }))
    return fields.length ? [{ at, by: name, fields }] : []
  })
}

const fieldOf = (column: string) => column.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())

/** A value in the words of a line: an address in its order, a list with commas. */
export function inWords(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join('; ') || null
  if (typeof value === 'object') return Object.values(value).filter(part => part !== null && part !== '').join(' ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
