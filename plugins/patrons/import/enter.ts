import type { Context } from '#core/context.ts'
import type { Language } from '#core/contract.ts'
import { emitAll } from '#core/event.ts'
import { enrolled } from '../contract/event.ts'
import { discreet } from '../contract/parameter/type.ts'
import { periodTold } from '../enrol.ts'
import { nationalColumns } from '../privacy/national-number.ts'
import type { File } from './file.ts'
import { idOf } from './file.ts'
import type { Judged } from './match.ts'
import type { SaidRow } from './row.ts'

/** Who brought the file, and the language in which new members are spoken to unless it says another. */
export interface ByStaff { readonly staffId: string | null; readonly staffName: string | null; readonly language: Language }
type New = Extract<Judged, { is: 'new' }>

/**
 * Makes members of all of them in five statements, and announces each as an enrolment at the desk does. What they pay
 * stays with the system they come from: their fee is in order. A card that somebody else got meanwhile is not given; the
 * rows it stood on are answered.
 */
export async function enterAll(ctx: Context, { library }: File, rows: readonly New[], by: ByStaff): Promise<New[]> {
  if (!rows.length) return []
  const records = recordsOf(ctx, rows, by)
  const bound = { records: JSON.stringify(records), library, at: ctx.now.toString(), staffId: by.staffId, staffName: by.staffName }
  await ctx.db.raw(`
    insert into person (id, kind, family_name, first_name, born_on, sex, language, email, phones, addresses, contacts, tag, external_numbers,
      national_sealed, national_hash, made_at, library_ids, branch_ids, open_ids)
    select person, kind, "familyName", "firstName", "bornOn", sex, language, email, phones, addresses, contacts, tag, numbers,
      decode(sealed, 'hex'), decode(hash, 'hex'), :at, array[:library::uuid], array[branch],
      case when discreet then '{}' else array[:library::uuid] end
    from ${read} on conflict (id) do nothing`, bound)
  const { rows: made } = await ctx.db.raw(`
    insert into membership (id, person_id, library_id, branch_id, type, status, enrolled_on, from_on, until_on, discreet, at)
    select membership, person, :library, branch, type, 5, "from", "from", until, discreet, :at from ${read} on conflict do nothing
    returning id`, bound)
  await ctx.db.raw(`
    insert into membership_period (id, membership_id, person_id, library_id, branch_id, type, act, from_on, until_on, fee_cents, staff_id, staff_name, channel, at)
    select period, membership, person, :library, branch, type, 'enrolled', "from", until, 0, :staffId, :staffName, 'import', :at
    from ${read} on conflict do nothing`, bound)
  const { rows: given } = await ctx.db.raw(`
    insert into card (id, number, person_id, membership_id, library_id, branch_id, kind, from_on, discreet, at)
    select card_id, card, person, membership, :library, branch, 'printed', "from", discreet, :at from ${read} where card is not null
    on conflict do nothing returning person_id`, bound)
  const fresh = new Set((made as { id: string }[]).map(({ id }) => id))
  await emitAll(ctx, enrolled, records.filter(({ membership }) => fresh.has(membership)).map(record => announced(library, record)))
  const served = new Set((given as { person_id: string }[]).map(({ person_id: id }) => id))
  return rows.filter(({ person, said }) => said.card !== null && !served.has(person))
}

type Entered = ReturnType<typeof recordsOf>[number]

function recordsOf(ctx: Context, rows: readonly New[], by: ByStaff) {
  const isDiscreet = discreetAt(ctx)
  return rows.map(({ person, said: { national, ...said } }) => {
    const { national_sealed: sealed, national_hash: hash } = nationalColumns(ctx, person, national)
    return {
      ...said, person, membership: idOf('membership', person), period: idOf('period', person), card_id: idOf('card', person),
      language: said.language ?? by.language, numbers: said.number ? [said.number] : [], discreet: isDiscreet(said),
      sealed: sealed?.toString('hex') ?? null, hash: hash?.toString('hex') ?? null,
    }
  })
}

const announced = (library: string, { membership, person, period, branch, type, from, until }: Entered) => ({
  ...periodTold({ id: membership, personId: person, libraryId: library, branchId: branch, type, fromOn: from, untilOn: until, feeCents: 0, copiedFrom: null },
    period, 'import'), again: false,
})

const read = `jsonb_to_recordset(:records::jsonb) as r (person uuid, membership uuid, period uuid, card_id uuid, kind text, "familyName" text,
  "firstName" text, "bornOn" date, sex text, language text, email text, phones jsonb, addresses jsonb, contacts jsonb, tag text, numbers jsonb,
  sealed text, hash text, card text, type text, branch uuid, "from" date, until date, discreet boolean)`

/** Whether a membership of a type at a branch is nobody else's business, as it is today; asked once for each of the two. */
function discreetAt(ctx: Context): (said: Pick<SaidRow, 'branch' | 'type'>) => boolean {
  const known = new Map<string, boolean>()
  return ({ branch, type }) => {
    const key = `${branch} ${type}`
    const said = known.get(key) ?? ctx.parameter(discreet, branch, ctx.today(branch), { membership: type })
    known.set(key, said)
    return said
  }
}
