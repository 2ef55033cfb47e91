import type { Context } from '#core/context.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { importColumns, type ImportField } from '../contract/import.ts'
import type { Address, Contact } from '../contract/person.ts'
import { endOf } from '../term.ts'
import { askingFor } from './ask.ts'
import { RowReading, type Cells, type RowFault } from './cell.ts'

/** What one row says of a patron; what it does not say stays as it is. */
export interface SaidRow {
  readonly kind: 'person' | 'institution'
  readonly familyName: string
  readonly firstName: string | null
  readonly bornOn: Day | null
  readonly sex: 'f' | 'm' | 'x' | null
  readonly language: Language | null
  readonly email: string | null
  readonly phones: readonly string[]
  readonly addresses: readonly Address[]
  /** Who answers for somebody under age, or for an institution. */
  readonly contacts: readonly Contact[]
  readonly tag: string | null
  readonly number: string | null
  readonly card: string | null
  readonly national: string | null
  readonly type: string
  readonly branch: UnitId
  readonly from: Day
  readonly until: Day
  /** Whether the file itself says until when. */
  readonly untilSaid: boolean
}

/** A row as it was read: all that is wrong with it, what only a new member must have, and by what somebody is known. */
export interface ReadRow {
  readonly said: SaidRow | undefined
  readonly faults: readonly RowFault[]
  readonly lacks: readonly RowFault[]
  readonly number: string | null
  readonly card: string | null
}

const EMPTY: ReadRow = { said: undefined, faults: [{ field: 'familyName', code: 'empty' }], lacks: [], number: null, card: null }

/** A heading as it is compared: without capitals, spaces, hyphens and points. */
const plainHeading = (heading: string) => heading.normalize('NFC').toLowerCase().replace(/[\s._-]+/g, '')

const fieldBy = new Map((Object.keys(importColumns) as ImportField[])
  .flatMap(field => importColumns[field].headings.map(heading => [plainHeading(heading), field] as const)))

/** Which column is which; nothing for a heading that means nothing here. */
export const fieldOfHeading = (heading: string): ImportField | undefined => fieldBy.get(plainHeading(heading))

/** Reads rows for one library, each with all its faults at once: its own, and those that enrolling at the desk would tell. */
export function readingFor(ctx: Context, library: UnitId): (cells: Cells) => ReadRow {
  const branches = branchesOf(ctx, library)
  const asking = askingFor(ctx)
  const endFor = endsFor(ctx)
  return cells => {
    if (Object.values(cells).every(cell => cell.trim() === '')) return EMPTY
    const row = new RowReading(cells)
    const person = personOf(row, cells, ctx.today())
    const branch = branches.get(cells.branch?.trim() ?? '')
    if (branch === undefined) row.wrong('branch', 'branch')
    const type = cells.type?.trim() ?? ''
    const card = cells.card?.trim().toUpperCase().replace(/\s/g, '') || null
    if (card !== null && !/^[0-9A-Z]{4,20}$/.test(card)) row.wrong('card', 'card')
    const from = row.day('from') ?? ctx.today(branch)
    const until = row.day('until')
    if (until !== null && until < from) row.wrong('until', 'until')
    const { faults, lacks } = asking({ ...person, card, type, branch, from, until })
    for (const fault of faults) if (!row.faults.some(({ field }) => field === fault.field)) row.faults.push(fault)
    const { number, familyName } = person
    const read = { number, card, faults: row.faults, lacks: lacks.filter(({ field }) => !row.faults.some(one => placeOf(one.field) === placeOf(field))) }
    if (row.faults.length || branch === undefined || familyName === null) return { ...read, said: undefined }
    return { ...read, said: { ...person, familyName, card, type, branch, from, until: until ?? endFor(branch, type, from), untilSaid: until !== null } }
  }
}

/** The branches of a library by the number that a file gives them. */
function branchesOf(ctx: Context, library: UnitId): Map<string, UnitId> {
  const tree = treeOn(ctx.configuration, ctx.today())
  return new Map(unitsBelow(tree, library).flatMap(id => {
    const unit = tree.units.get(id)
    return unit && ['branch', 'bookmobile'].includes(unit.type) ? [[unit.code, id] as const] : []
  }))
}

/** Until when a membership runs of which the file does not say it; asked once for each of branch, type and first day. */
function endsFor(ctx: Context) {
  const ends = new Map<string, Day>()
  return (branch: UnitId, type: string, from: Day) => {
    const key = `${branch} ${type} ${from}`
    const known = ends.get(key) ?? endOf(ctx, { branch, type, from })
    ends.set(key, known)
    return known
  }
}

const columnOrder = Object.keys(importColumns)
/** As the columns are told: what stands first in a row is mended first. */
export const inColumns = <T extends { readonly field: ImportField | null }>(faults: readonly T[]): T[] =>
  faults.toSorted((a, b) => columnOrder.indexOf(a.field ?? '') - columnOrder.indexOf(b.field ?? ''))

/** Columns that make one thing together: half an address is wrong, and not missing as well. */
const together: Readonly<Partial<Record<ImportField, ImportField>>> = { postalCode: 'street', city: 'street', mobile: 'phone' }
const placeOf = (field: ImportField) => together[field] ?? field

function personOf(row: RowReading, cells: Cells, today: Day) {
  const familyName = row.text('familyName', 100, 'family-name')
  if (familyName === null) row.wrong('familyName', 'family-name')
  const kind = row.one('kind', kinds, 'kind') ?? 'person'
  const bornOn = row.day('bornOn')
  if (bornOn !== null && bornOn < '1880-01-01') row.wrong('bornOn', 'born')
  return {
    kind, familyName, firstName: row.text('firstName', 100), bornOn, sex: row.one('sex', sexes, 'sex'), language: row.one('language', tongues, 'language'),
    email: row.matching('email', EMAIL, 'email'),
    phones: [row.matching('phone', PHONE, 'phone'), row.matching('mobile', PHONE, 'phone')].filter(phone => phone !== null),
    addresses: addressOf(row, cells), contacts: contactOf(row, kind, today), tag: row.text('tag', 60), number: row.text('number', 40, 'number'),
    national: row.text('national', 20, 'national-digits'),
  }
}

function addressOf(row: RowReading, cells: Cells): Address[] {
  const [street, postalCode, city] = [row.text('street', 120), row.text('postalCode', 12), row.text('city', 80)]
  const [number, box] = [row.text('house', 12), row.text('box', 12)]
  const country = cells.country?.trim().toUpperCase() || 'BE'
  if (!/^[A-Z]{2}$/.test(country)) row.wrong('country', 'country')
  if (street === null && postalCode === null && city === null) return []
  if (street === null || postalCode === null || city === null) {
    row.wrong(street === null ? 'street' : postalCode === null ? 'postalCode' : 'city', 'address')
    return []
  }
  return [{ street, ...(number && { number }), ...(box && { box }), postalCode, city, country }]
}

/** From today on, as at the desk: since when somebody did so before, a file does not say. */
function contactOf(row: RowReading, kind: SaidRow['kind'], today: Day): Contact[] {
  const name = row.text('contact', 120)
  const [email, phone] = [row.matching('contactEmail', EMAIL, 'email'), row.matching('contactPhone', PHONE, 'phone')]
  if (name === null) {
    if (email !== null || phone !== null) row.wrong('contact', 'contact')
    return []
  }
  return [{ name, role: kind === 'person' ? 'parent' : 'contact', ...(email && { email }), ...(phone && { phone }), from: today }]
}

const PHONE = /^\+?[0-9][0-9 ./()-]{5,24}$/
const EMAIL = /^(?=.{3,254}$)[^\s@,;<>"]+@[^\s@,;<>".]+(\.[^\s@,;<>".]+)+$/
const kinds = {
  persoon: 'person', person: 'person', personne: 'person', instelling: 'institution', institution: 'institution',
} as const
const sexes = { v: 'f', f: 'f', m: 'm', x: 'x', vrouw: 'f', man: 'm', femme: 'f', homme: 'm' } as const
const tongues = { nl: 'nl', fr: 'fr', en: 'en', nederlands: 'nl', frans: 'fr', français: 'fr', engels: 'en', english: 'en' } as const
