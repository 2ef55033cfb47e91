import type { Context } from '#core/context.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { cardFaults } from '../card.ts'
import { importColumns, type ImportField } from '../contract/import.ts'
import type { Address } from '../contract/person.ts'
import { typesAt } from '../required.ts'
import { endOf } from '../term.ts'
import type { ImportCode } from './words.ts'

export type Cells = Readonly<Partial<Record<ImportField, string>>>

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
  readonly tag: string | null
  readonly number: string | null
  readonly card: string | null
  readonly type: string
  readonly branch: UnitId
  readonly from: Day
  readonly until: Day
  /** Whether the file itself says until when. */
  readonly untilSaid: boolean
}
export interface RowFault { readonly field: ImportField; readonly code: ImportCode }

/** A heading as it is compared: without capitals, spaces, hyphens and points. */
const plainHeading = (heading: string) => heading.normalize('NFC').toLowerCase().replace(/[\s._-]+/g, '')

const fieldBy = new Map((Object.keys(importColumns) as ImportField[])
  .flatMap(field => importColumns[field].headings.map(heading => [plainHeading(heading), field] as const)))

/** Which column is which; nothing for a heading that means nothing here. */
export const fieldOfHeading = (heading: string): ImportField | undefined => fieldBy.get(plainHeading(heading))

/** Reads rows for one library, each with all its faults at once. */
export function readingFor(ctx: Context, library: UnitId): (cells: Cells) => SaidRow | readonly RowFault[] {
  const tree = treeOn(ctx.configuration, ctx.today())
  const branches = new Map(unitsBelow(tree, library).flatMap(id => {
    const unit = tree.units.get(id)
    return unit && ['branch', 'bookmobile'].includes(unit.type) ? [[unit.code, id] as const] : []
  }))
  const types = new Map([...branches.values()].map(branch => [branch, typesAt(ctx, branch, ctx.today(branch))]))
  const ends = new Map<string, Day>()
  const endFor = (branch: UnitId, type: string, from: Day) => {
    const key = `${branch} ${type} ${from}`
    const known = ends.get(key) ?? endOf(ctx, { branch, type, from })
    ends.set(key, known)
    return known
  }
  return cells => {
    const faults: RowFault[] = []
    const wrong = (field: ImportField, code: ImportCode) => void faults.push({ field, code })
    const text = (field: ImportField, most: number, code: ImportCode = 'too-long') => {
      const said = cells[field]?.trim() ?? ''
      if (said.length > most) wrong(field, code)
      return said === '' ? null : said
    }
    const one = <T>(field: ImportField, words: Readonly<Record<string, T>>, code: ImportCode): T | null => {
      const said = cells[field]?.trim().toLowerCase() ?? ''
      if (said !== '' && !(said in words)) wrong(field, code)
      return words[said] ?? null
    }
    const day = (field: ImportField): Day | null => {
      const said = cells[field]?.trim() ?? ''
      const read = said === '' ? null : readDay(said)
      if (read === undefined) wrong(field, 'day')
      return read ?? null
    }
    const matching = (field: ImportField, shape: RegExp, code: ImportCode) => {
      const said = cells[field]?.trim() ?? ''
      if (said !== '' && !shape.test(said)) wrong(field, code)
      return said === '' ? null : said
    }
    const familyName = text('familyName', 100, 'family-name')
    if (familyName === null) wrong('familyName', 'family-name')
    const kind = one('kind', kinds, 'kind') ?? 'person'
    const bornOn = day('bornOn')
    if (bornOn !== null && (bornOn > ctx.today() || bornOn < '1880-01-01')) wrong('bornOn', 'born')
    const branch = branches.get(cells.branch?.trim() ?? '')
    if (branch === undefined) wrong('branch', 'branch')
    const type = cells.type?.trim() ?? ''
    const known = branch === undefined ? undefined : types.get(branch)?.get(type)
    if (branch !== undefined && (!known || (known.kind !== 'none' && known.kind !== kind))) wrong('type', 'type')
    const card = cells.card?.trim().toUpperCase().replace(/\s/g, '') || null
    if (card !== null && (!/^[0-9A-Z]{4,20}$/.test(card) || cardFaults(card).length)) wrong('card', 'card')
    const from = day('from') ?? ctx.today(branch)
    const until = day('until')
    if (until !== null && until < from) wrong('until', 'until')
    const phones = [matching('phone', PHONE, 'phone'), matching('mobile', PHONE, 'phone')].filter(phone => phone !== null)
    const said = {
      kind, firstName: text('firstName', 100), bornOn, sex: one('sex', sexes, 'sex'), language: one('language', tongues, 'language'),
      email: matching('email', EMAIL, 'email'), phones, addresses: addressOf(cells, text, wrong), tag: text('tag', 60),
      number: text('number', 40, 'number'), card,
    }
    if (faults.length || branch === undefined || familyName === null) return faults
    return { ...said, familyName, type, branch, from, until: until ?? endFor(branch, type, from), untilSaid: until !== null }
  }
}

function addressOf(cells: Cells, text: (field: ImportField, most: number) => string | null, wrong: (field: ImportField, code: ImportCode) => void): Address[] {
  const [street, postalCode, city] = [text('street', 120), text('postalCode', 12), text('city', 80)]
  const [number, box] = [text('house', 12), text('box', 12)]
  const country = cells.country?.trim().toUpperCase() || 'BE'
  if (!/^[A-Z]{2}$/.test(country)) wrong('country', 'country')
  if (street === null && postalCode === null && city === null) return []
  if (street === null || postalCode === null || city === null) {
    wrong(street === null ? 'street' : postalCode === null ? 'postalCode' : 'city', 'address')
    return []
  }
  return [{ street, ...(number && { number }), ...(box && { box }), postalCode, city, country }]
}

const PHONE = /^\+?[0-9][0-9 ./()-]{5,24}$/
const EMAIL = /^(?=.{3,254}$)[^\s@,;<>"]+@[^\s@,;<>".]+(\.[^\s@,;<>".]+)+$/
const kinds = {
  persoon: 'person', person: 'person', personne: 'person', instelling: 'institution', institution: 'institution',
} as const
const sexes = { v: 'f', f: 'f', m: 'm', x: 'x', vrouw: 'f', man: 'm', femme: 'f', homme: 'm' } as const
const tongues = { nl: 'nl', fr: 'fr', en: 'en', nederlands: 'nl', frans: 'fr', français: 'fr', engels: 'en', english: 'en' } as const

/** `12/5/1990`, `12.5.1990`, `12-05-1990` or `1990-05-12`; undefined for what is no day. */
function readDay(said: string): Day | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said) ?? []
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : said
  try {
    return /^\d{4}-\d\d-\d\d$/.test(iso) ? Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString() : undefined
  } catch {
    return undefined
  }
}
