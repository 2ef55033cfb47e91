import { noteView } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { homeLibrary, librariesUnder } from '#core/unit.ts'
import { CardRow } from '../card.ts'
import { permissions } from '../contract/permission.ts'
import type { Waiting, WaitingList, WaitingOne } from '../contract/online.ts'
import { doublesOf } from '../double.ts'
import { hasInternetBlock, isEnded, MembershipRow } from '../membership.ts'
import { mayWithMembers, placeOf } from '../patron.ts'
import { ageOn, nameOf, PersonRow } from '../person.ts'
import { typeName } from '../status-words.ts'

const AT_MOST = 200

interface Beside { readonly id: string; readonly doubles: number; readonly renewed: boolean }

/**
 * Who enrolled or renewed online and was not seen at a desk yet, the longest waiting first: of the library of a unit,
 * else of every library where the reader may. Beside each stands how many others look the same.
 */
export async function waitingList(ctx: Context, unit?: UnitId): Promise<WaitingList> {
  const query = MembershipRow.query(ctx.db).whereNotNull('online_since').whereNull('confirmed_at').whereNot({ status: 9 })
    .orderBy(['online_since', 'id']).limit(AT_MOST + 1)
  if (unit !== undefined) void query.whereIn('library_id', librariesOf(ctx, unit))
  const rows = (await query).filter(row => mayWithMembers(ctx, permissions.find, row) && !isEnded(row, ctx.today()))
  return { data: await toldAs(ctx, rows.slice(0, AT_MOST)), more: rows.length > AT_MOST }
}

/** Of a branch its library, of a group all of them. */
function librariesOf({ configuration, today }: Context, unit: UnitId): readonly UnitId[] {
  const home = homeLibrary(configuration, unit, today())
  return home === undefined ? librariesUnder(configuration, unit, { from: today(), to: today() }) : [home]
}

async function toldAs(ctx: Context, rows: readonly MembershipRow[]): Promise<Waiting[]> {
  if (!rows.length) return []
  const ids = rows.map(({ id }) => id)
  const people = new Map((await PersonRow.query(ctx.db).findByIds(rows.map(({ personId }) => personId))).map(one => [one.id, one]))
  const { rows: found } = await ctx.db.raw(`
    select m.id, (select count(*)::int from find_doubles(p.family_name, p.born_on, null) d
        where d.id <> p.id and p.kind = 'person' and p.born_on is not null) as doubles,
      exists (select from membership_period e where e.membership_id = m.id and e.act in ('renewed', 'changed')) as renewed
    from membership m join person p on p.id = m.person_id where m.id = any (?)`, [ids])
  const beside = new Map((found as Beside[]).map(row => [row.id, row]))
  return rows.flatMap(row => {
    const [person, more] = [people.get(row.personId), beside.get(row.id)]
    return person && more ? [waitingAs(ctx, row, person, more)] : []
  })
}

function waitingAs(ctx: Context, row: MembershipRow, person: PersonRow, { doubles, renewed }: Beside): Waiting {
  const since = dayIn(ctx, row.branchId, row.onlineSince ?? '')
  return {
    membership: row.id, version: row.version, person: person.id, name: nameOf(person), bornOn: person.bornOn,
    branch: placeOf(ctx, row.branchId), typeName: typeName(ctx, row), what: renewed ? 'renewed' : 'enrolled', since,
    days: Temporal.PlainDate.from(since).until(ctx.today(row.branchId)).days,
    remindedOn: row.onlineRemindedAt && dayIn(ctx, row.branchId, row.onlineRemindedAt),
    feeCents: row.feeCents, owes: row.status >= 2 && row.status <= 4 && row.feeCents > 0, doubles: renewed ? 0 : doubles,
  }
}

/** The day of a moment, where the branch stands. */
export const dayIn = ({ installation, configuration }: Context, branch: UnitId, at: string): Day =>
  installation.today(configuration, branch, Temporal.Instant.from(at))

/** One of them to be compared with an identity card, with who looks the same; that it was looked at is noted. */
export async function waitingOne(ctx: Context, id: string): Promise<WaitingOne> {
  const row = await MembershipRow.query(ctx.db).findById(id)
  const person = row && await PersonRow.query(ctx.db).findById(row.personId)
  if (!row || !person || !hasInternetBlock(row) || row.status === 9 || !mayWithMembers(ctx, permissions.find, row)) throw notFound()
  await noteView(ctx, { table: 'person', row: person.id, purpose: 'enrolment', libraryId: row.libraryId })
  const [waiting] = await toldAs(ctx, [row])
  if (!waiting) throw notFound()
  const [address] = person.addresses
  const card = await CardRow.query(ctx.db).where({ membership_id: id }).whereNull('until_on').orderBy('at').first()
  return {
    ...waiting, age: ageOn(person, ctx.today(row.branchId)), email: person.email, phones: person.phones, card: card?.number ?? null,
    address: address ? `${address.street} ${address.number ?? ''}, ${address.postalCode} ${address.city}`.replace(' ,', ',') : null,
    found: waiting.what === 'renewed' ? [] : await lookAlikes(ctx, row, person),
  }
}

/** Who else in the region bears that name and was born on that day. */
export const lookAlikes = async (ctx: Context, { branchId }: MembershipRow, person: PersonRow) =>
  (await doublesOf(ctx, person, branchId)).filter(({ id }) => id !== person.id)
