import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#core/context.ts'
import { emitAll } from '#core/event.ts'
import { renewed } from '../contract/event.ts'
import { periodTold } from '../enrol.ts'
import { isEnded, MembershipRow } from '../membership.ts'
import { PersonRow } from '../person.ts'
import { nationalColumns } from '../privacy/national-number.ts'
import type { ByStaff } from './enter.ts'
import { idOf, type File } from './file.ts'
import type { Judged } from './match.ts'
import type { SaidRow } from './row.ts'

type Known = Extract<Judged, { is: 'known' }>
export interface Updated { readonly updated: number; readonly same: number; readonly deceased: readonly Known[] }

const BANNED = 8
/** External numbers of one person that fit. */
const NUMBERS_AT_MOST = 10
/** Likewise people who answer for them. */
const CONTACTS_AT_MOST = 6

/** Brings those who are known up to date with what the file says of them; an empty cell leaves what stands. */
export async function updateAll(ctx: Context, file: File, rows: readonly Known[], by: ByStaff): Promise<Updated> {
  const ids = rows.map(({ person }) => person)
  const people = new Map((await PersonRow.query(ctx.db).whereIn('id', ids).orderBy('id').forUpdate()).map(one => [one.id, one]))
  const memberships = new Map((await MembershipRow.query(ctx.db).whereIn('person_id', ids).where({ library_id: file.library })).map(one => [one.personId, one]))
  const living = rows.filter(({ person }) => people.get(person)?.deceasedOn === null)
  const touched = new Set<string>()
  const edits = living.flatMap(({ person: id, said }) => {
    const person = people.get(id)
    const wanted = person && fieldsOf(person, said)
    return wanted && !isDeepStrictEqual(wanted, fieldsOf(person, nothing)) ? [{ person: id, ...wanted }] : []
  })
  const terms = living.flatMap(({ person, said }) => {
    const membership = memberships.get(person)
    return membership && lasts(membership, said) ? [{ ...termOf(ctx, membership, said), person }] : []
  })
  const cards = living.flatMap(({ person, said, cardFree }) => {
    const membership = memberships.get(person)
    return membership && cardFree ? [{ person, membership: membership.id, card: said.card, branch: membership.branchId, discreet: membership.discreet }] : []
  })
  for (const { person } of [...edits, ...terms, ...cards]) touched.add(person)
  const nationals = living.flatMap(({ person, said }) => nationalOf(ctx, people.get(person), said))
  for (const { person } of nationals) touched.add(person)
  await write(ctx, { edits, terms, cards, nationals }, file, by)
  return { updated: touched.size, same: living.length - touched.size, deceased: rows.filter(row => !living.includes(row)) }
}

/** A national number that was not known yet; one that is known stays as it is. */
function nationalOf(ctx: Context, person: PersonRow | undefined, { national }: SaidRow) {
  if (!person || national === null || person.nationalSealed || person.kind !== 'person') return []
  const { national_sealed: sealed, national_hash: hash } = nationalColumns(ctx, person.id, national)
  return sealed && hash ? [{ person: person.id, sealed: sealed.toString('hex'), hash: hash.toString('hex') }] : []
}

const nothing: Partial<SaidRow> = {}

/** What a person is once a row has spoken. */
function fieldsOf(person: PersonRow, said: Partial<SaidRow>) {
  const { number = null, addresses = [], phones = [], contacts = [] } = said
  const { externalNumbers } = person
  return {
    familyName: said.familyName ?? person.familyName, firstName: said.firstName ?? person.firstName, bornOn: said.bornOn ?? person.bornOn,
    sex: said.sex ?? person.sex, language: said.language ?? person.language, email: said.email ?? person.email, tag: said.tag ?? person.tag,
    phones: phones.length ? [...phones] : person.phones,
    addresses: addresses.length ? [...addresses, ...person.addresses.slice(1)] : person.addresses,
    contacts: contacts.length && !person.contacts.some(({ name }) => name === contacts[0]?.name) && person.contacts.length < CONTACTS_AT_MOST
      ? [...person.contacts, ...contacts] : person.contacts,
    numbers: number && !externalNumbers.includes(number) && externalNumbers.length < NUMBERS_AT_MOST ? [...externalNumbers, number] : externalNumbers,
  }
}

/** A membership only ever gets longer by a file, and nobody who was banned comes back by one. */
const lasts = ({ status, untilOn }: MembershipRow, { untilSaid, until }: SaidRow) =>
  untilSaid && until > untilOn && status !== BANNED

function termOf(ctx: Context, membership: MembershipRow, { type, branch, from, until }: SaidRow) {
  const over = isEnded(membership, ctx.today()) || membership.untilOn < from
  return {
    membership: membership.id, type, branch, until, from: over ? from : membership.fromOn, status: isEnded(membership, ctx.today()) ? 5 : membership.status,
    period: idOf('longer', membership.id, until),
  }
}

interface Wanted {
  readonly edits: readonly object[]
  readonly terms: readonly (ReturnType<typeof termOf> & { readonly person: string })[]
  readonly cards: readonly { readonly card: string | null; readonly person: string }[]
  readonly nationals: readonly object[]
}

async function write(ctx: Context, { edits, terms, cards, nationals }: Wanted, { library }: File, by: ByStaff) {
  const { db } = ctx
  const at = ctx.now.toString()
  if (edits.length) await db.raw(`
    update person p set family_name = r."familyName", first_name = r."firstName", born_on = r."bornOn", sex = r.sex, language = r.language, email = r.email,
      tag = r.tag, phones = r.phones, addresses = r.addresses, contacts = r.contacts, external_numbers = r.numbers, version = p.version + 1
    from jsonb_to_recordset(:edits::jsonb) as r (person uuid, "familyName" text, "firstName" text, "bornOn" date, sex text, language text, email text,
      tag text, phones jsonb, addresses jsonb, contacts jsonb, numbers jsonb) where p.id = r.person`, { edits: JSON.stringify(edits) })
  if (terms.length) await db.raw(`
    with r as (select * from jsonb_to_recordset(:terms::jsonb) as r (person uuid, membership uuid, period uuid, type text, branch uuid, "from" date, until date, status smallint)),
    longer as (
      update membership m set type = r.type, branch_id = r.branch, from_on = r."from", until_on = r.until, status = r.status, ends_on = null, end_reason = null,
        version = m.version + 1 from r where m.id = r.membership returning m.id)
    insert into membership_period (id, membership_id, person_id, library_id, branch_id, type, act, from_on, until_on, fee_cents, staff_id, staff_name, channel, at)
    select r.period, r.membership, r.person, :library, r.branch, r.type, 'renewed', r."from", r.until, 0, :staffId, :staffName, 'import', :at
    from r join longer on longer.id = r.membership on conflict do nothing`, { terms: JSON.stringify(terms), library, at, staffId: by.staffId, staffName: by.staffName })
  await emitAll(ctx, renewed, terms.map(({ membership: id, period, person, branch, type, from, until }) => ({
    ...periodTold({ id, personId: person, libraryId: library, branchId: branch, type, fromOn: from, untilOn: until, feeCents: 0, copiedFrom: null }, period, 'import'),
    reductionCents: 0,
  })))
  if (nationals.length) await db.raw(`
    update person p set national_sealed = decode(r.sealed, 'hex'), national_hash = decode(r.hash, 'hex'), version = p.version + 1
    from jsonb_to_recordset(?::jsonb) as r (person uuid, sealed text, hash text) where p.id = r.person`, [JSON.stringify(nationals)])
  if (cards.length) await db.raw(`
    insert into card (id, number, person_id, membership_id, library_id, branch_id, kind, from_on, discreet, at)
    select r.id, r.card, r.person, r.membership, :library, r.branch, 'printed', :at::timestamptz::date, r.discreet, :at
    from jsonb_to_recordset(:cards::jsonb) as r (id uuid, card text, person uuid, membership uuid, branch uuid, discreet boolean)
    on conflict do nothing`, { cards: JSON.stringify(cards.map(one => ({ ...one, id: idOf('card', one.person, one.card ?? '') }))), library, at })
}
