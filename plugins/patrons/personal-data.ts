import { note } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import type { PersonalData } from '#core/plugin.ts'
import { inEach, moneyIn } from '#core/wording.ts'
import { permissions } from './contract/permission.ts'
import { blankRows } from './import/blank.ts'
import { demandActing, mayWithMembers, readPatron } from './patron.ts'
import { nationalExported } from './privacy/national-number.ts'
import { viewsExported } from './privacy/views.ts'

const owed = (cents: number) => inEach(language => ({
  nl: `lidgeld van ${moneyIn(language, cents)} niet betaald`, en: `fee of ${moneyIn(language, cents)} not paid`,
  fr: `cotisation de ${moneyIn(language, cents)} impayée`,
})[language])

/** What this plugin knows of a person; of a view its day and purpose, never who looked (domain/3 §1). */
export const personalData: PersonalData = {
  rows: [
    { table: 'membership_period', membership: 'membership_id' }, { table: 'card', membership: 'membership_id' }, { table: 'patron_note' }, { table: 'school_class', membership: 'membership_id' },
    { table: 'membership_takeover' },
  ],
  async collect(ctx, personId) {
    const { db } = ctx
    const rows = async (table: string, columns: readonly string[], key = 'person_id'): Promise<object[]> =>
      db(table).where({ [key]: personId }).select(...columns)
    const patron = await readPatron(ctx, personId)
    return {
      person: (await rows('person', personColumns, 'id')).map(row => ({ ...row, national_number: nationalExported(ctx, patron) })),
      // As they stood before they went into this one.
      merged: await rows('person', personColumns, 'merged_into'),
      membership: await rows('membership', ['library_id', 'branch_id', 'type', 'status', 'enrolled_on', 'from_on', 'until_on', 'fee_cents',
        'ends_on', 'end_reason', 'online_since', 'last_active_on']),
      membership_period: await rows('membership_period', ['library_id', 'type', 'act', 'from_on', 'until_on', 'fee_cents', 'channel', 'at']),
      card: await rows('card', ['number', 'kind', 'from_on', 'until_on', 'blocked_on', 'block_reason']),
      note: await rows('patron_note', ['text', 'pops_up', 'until_on', 'at']),
      school_class: await rows('school_class', ['school', 'name', 'last_grade', 'stays']),
      view: await viewsExported(ctx, personId),
    }
  },
  async erase(ctx, personId) {
    const { db } = ctx
    const at: { library_id: UnitId }[] = await db('membership').where({ person_id: personId }).select('library_id')
    await blankRows(ctx, personId, at.map(({ library_id: library }) => library))
    await db('school_class').where({ person_id: personId }).delete()
    await db.raw('select forget_person(?)', [personId])
  },
  async eraseAt(ctx, personId, membershipId) {
    const { db } = ctx
    const at: { library_id: UnitId }[] = await db('membership').where({ id: membershipId }).select('library_id')
    await blankRows(ctx, personId, at.map(({ library_id: library }) => library))
    await db('school_class').where({ membership_id: membershipId }).delete()
    await db.raw('select forget_membership(?)', [membershipId])
  },
  open: {
    async of({ db }, personIds) {
      const { rows } = await db.raw(`
        select person_id as person, sum(fee_cents)::int as cents from membership
        where person_id = any (?) and status between 2 and 4 and fee_cents > 0 group by 1`, [[...personIds]])
      return new Map((rows as { person: string; cents: number }[]).map(({ person, cents }) => [person, [owed(cents)]]))
    },
    all: ({ db }) => db('membership').whereBetween('status', [2, 4]).where('fee_cents', '>', 0).select('person_id'),
  },
}

const personColumns = [
  'number', 'kind', 'family_name', 'first_name', 'title', 'preferred_name', 'tag', 'sex', 'born_on', 'deceased_on', 'language', 'email',
  'copies', 'phones', 'addresses', 'contacts', 'external_numbers', 'shows_history', 'keeps_history', 'warns_borrowed_before', 'not_returned',
  'restricted_on', 'made_at',
] as const

/** Everything that every part of the system knows of somebody, for whoever asks for it; that it was taken out is noted. */
export async function dataOf(ctx: Context, id: string): Promise<Record<string, Record<string, object[]>>> {
  const patron = await readPatron(ctx, id)
  demandActing(ctx, permissions.change, patron)
  const data: Record<string, Record<string, object[]>> = {}
  for (const { name, personalData: known } of ctx.installation.registry.plugins)
    if (known) data[name] = await known.collect(ctx, patron.person.id)
  const rows = Object.values(data).flatMap(tables => Object.values(tables)).reduce((sum, some) => sum + some.length, 0)
  const { libraryId } = patron.memberships.find(one => mayWithMembers(ctx, permissions.change, one)) ?? patron.memberships[0] ?? {}
  await note(ctx, 'export', { table: 'person', row: patron.person.id, ...(libraryId && { libraryId }) }, { rows, purpose: 'data-request' })
  return data
}
