import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { resolve } from '#core/parameter.ts'
import { homeLibrary, unitAt } from '#core/unit.ts'
import { membershipTypeFact, type MembershipType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import { discreet } from '#plugins/patrons/contract/parameter/type.ts'
import { cardNumberOf } from '#plugins/patrons/index.ts'
import type { Chance } from './chance.ts'
import { boys, familyNames, girls, mailHosts, streets } from './names.ts'

/** Where somebody enrols: a branch with its code, its library and the types of membership in use there. */
export interface Place {
  readonly branch: UnitId; readonly library: UnitId; readonly code: string
  readonly postalCode: string; readonly city: string; readonly types: ReadonlySet<string>
  /** Nobody outside its library may know who comes there, as in a prison. */
  readonly discreet: boolean
}

/** Somebody invented with all that a desk knows of them, as rows of their tables. */
export interface DrawnMember {
  readonly place: Place
  readonly person: Row; readonly membership: Row; readonly period: Row; readonly card: Row
  /** May borrow today. */
  readonly lends: boolean
}
export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** By age the type that a library gives; of one that it does not use, that of adults. */
const typesByAge = [[12, '1'], [18, '20'], [26, '40'], [65, '60'], [200, '80']] as const
const DETAINED = '158'

export function placesOf(reading: Reading, branches: readonly UnitId[], today: Day): Place[] {
  const typesAt = new Map<UnitId, ReadonlySet<string>>()
  return branches.flatMap((branch): Place[] => {
    const [unit, library] = [unitAt(reading, branch, today), homeLibrary(reading, branch, today)]
    if (!unit || !library) return []
    const types = typesAt.get(library) ?? new Set([...listed<MembershipType>(reading, membershipTypeFact, library, today)]
      .flatMap(([code, { unused }]) => (unused ? [] : [code])))
    typesAt.set(library, types)
    const { postalCode = '9000', city = unit.name } = unit.address ?? {}
    const isDiscreet = resolve(reading, discreet, branch, today).value
    return [{ branch, library, code: unit.code, postalCode, city, types, discreet: isDiscreet }]
  })
}

/** Household after household, each at one address: alone, two together, or with children. */
export function* drawMembers(chance: Chance, places: readonly Place[], today: Day): Generator<DrawnMember> {
  for (let serial = 1; ;) {
    const place = chance.one(places)
    const familyName = chance.one(familyNames)
    const address = {
      street: chance.one(streets), number: String(1 + chance.below(180)), ...(chance.hits(0.1) ? { box: String(1 + chance.below(12)) } : {}),
      postalCode: place.postalCode, city: place.city, country: 'BE',
    }
    const adults = chance.hits(0.35) ? 2 : 1
    const withChildren = chance.hits(0.4) ? 1 + chance.below(3) : 0
    const children = place.discreet ? 0 : withChildren
    for (let n = 0; n < adults + children; n++) {
      const age = n < adults ? 18 + chance.below(70) : 3 + chance.below(15)
      const name = n === 1 && adults === 2 ? chance.one(familyNames) : familyName
      yield drawMember(chance, place, today, { familyName: name, address, age, serial: serial++ })
    }
  }
}

function drawMember(
  chance: Chance, place: Place, today: Day,
  { familyName, address, age, serial }: { familyName: string; address: object; age: number; serial: number },
): DrawnMember {
  const sex = chance.hits(0.55) ? 'f' : 'm'
  const firstName = chance.one(sex === 'f' ? girls : boys)
  const wanted = place.discreet ? DETAINED : typesByAge.find(([below]) => age < below)?.[1] ?? '60'
  const type = place.types.has(wanted) ? wanted : '60'
  const bornOn = plusDays(today, -Math.floor(age * 365.25) - chance.below(365))
  const enrolledOn = [plusDays(today, -chance.below(3_000) - 1), plusDays(bornOn, 400)].toSorted().at(-1) ?? today
  const fromOn = [enrolledOn, plusDays(today, -chance.below(390))].toSorted().at(-1) ?? today
  const untilOn = plusDays(fromOn, 364)
  const fate = chance.next()
  const status = fate < 0.93 ? 5 : fate < 0.96 ? 2 : fate < 0.97 ? 4 : 9
  const [id, membership] = [chance.uuid(), chance.uuid()]
  const at = `${fromOn}T10:00:00Z`
  const of = { person_id: id, library_id: place.library, branch_id: place.branch }
  const email = age >= 14 && chance.hits(0.8)
    ? `${plain(firstName)}.${plain(familyName)}${serial}@${chance.one(mailHosts)}` : null
  return {
    place, lends: status !== 9 && status !== 4 && untilOn >= today,
    person: {
      id, kind: 'person', family_name: familyName, first_name: firstName, sex, born_on: bornOn, language: 'nl', email,
      phones: chance.hits(0.6) ? [`04${70 + chance.below(30)} ${pair(chance)} ${pair(chance)} ${pair(chance)}`] : [],
      addresses: [address],
      contacts: age < 18 ? [{ name: `${chance.one(girls)} ${familyName}`, role: 'parent', from: bornOn }] : [],
      keeps_history: chance.hits(0.4), made_at: at,
      library_ids: [place.library], branch_ids: [place.branch], open_ids: place.discreet ? [] : [place.library],
    },
    membership: {
      id: membership, ...of, type, status, discreet: place.discreet, enrolled_on: enrolledOn, from_on: fromOn, until_on: untilOn,
      ends_on: status === 9 ? plusDays(fromOn, 30) : null, end_reason: status === 9 ? 'asked' : null,
      last_active_on: plusDays(fromOn, chance.below(60)), at,
    },
    period: {
      id: chance.uuid(), membership_id: membership, ...of, type, act: enrolledOn === fromOn ? 'enrolled' : 'renewed',
      from_on: fromOn, until_on: untilOn, fee_cents: 0, channel: 'import', at,
    },
    card: {
      id: chance.uuid(), number: cardNumberOf(place.code, serial), membership_id: membership, ...of, kind: 'printed', discreet: place.discreet,
      from_on: enrolledOn, at: `${enrolledOn}T10:00:00Z`,
    },
  }
}

const pair = (chance: Chance) => String(chance.below(100)).padStart(2, '0')
const plain = (name: string) => name.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase()
