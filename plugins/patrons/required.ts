import type { Context } from '#core/context.ts'
import type { Day, Texts, UnitId } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { membershipTypeFact, type MembershipType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import { requiredFields } from './contract/parameter/fee-term.ts'
import type { NewPerson } from './contract/person.ts'
import { ageOn } from './person.ts'
import { usesNationalNumber } from './privacy/national-number.ts'
import { agesOf } from './standing.ts'
import { fault } from '#core/wording.ts'

interface Wanted { readonly branch: UnitId; readonly type: string; readonly from: Day }

/** The types of membership that a branch hands out on a day. */
export const typesAt = (ctx: Context, branch: UnitId, day: Day): Map<string, MembershipType> =>
  new Map([...listed<MembershipType>(ctx.configuration, membershipTypeFact, branch, day)].filter(([, { unused }]) => !unused))

/** What must be filled in for this type, by the words of the setting; an institution was never born. */
export const requiredAt = (ctx: Context, { branch, type, from }: Wanted, kind: NewPerson['kind']) =>
  ctx.parameter(requiredFields, branch, from, { membership: type })
    .filter(field => kind === 'person' || (field !== 'birth-date' && field !== 'sex' && field !== 'national-number'))

/** What of somebody a library may ask to be filled in, however it came. */
export interface Filled {
  readonly kind: NewPerson['kind']
  readonly bornOn?: Day | null | undefined
  readonly sex?: string | null | undefined
  readonly addresses?: readonly unknown[] | undefined
  readonly email?: string | null | undefined
  readonly phones?: readonly unknown[] | undefined
  readonly language?: string | null | undefined
}

const missing: Readonly<Record<string, { at: string; is: (person: Filled) => unknown; name: Texts }>> = {
  'birth-date': { at: 'bornOn', is: ({ bornOn }) => bornOn, name: { nl: 'de geboortedatum', en: 'the date of birth', fr: 'la date de naissance' } },
  sex: { at: 'sex', is: ({ sex }) => sex, name: { nl: 'het geslacht', en: 'the sex', fr: 'le sexe' } },
  address: { at: 'addresses', is: ({ addresses }) => addresses?.[0], name: { nl: 'het adres', en: 'the address', fr: 'l’adresse' } },
  'e-mail': { at: 'email', is: ({ email }) => email, name: { nl: 'het e-mailadres', en: 'the e-mail address', fr: 'l’adresse e-mail' } },
  phone: { at: 'phones', is: ({ phones }) => phones?.[0], name: { nl: 'een telefoonnummer', en: 'a phone number', fr: 'un numéro de téléphone' } },
  language: { at: 'language', is: ({ language }) => language, name: { nl: 'de taal', en: 'the language', fr: 'la langue' } },
}

/** What this library asks of a new member and was not filled in. */
export const missingFaults = (ctx: Context, person: Filled, wanted: Wanted, national?: string): Fault[] =>
  requiredAt(ctx, wanted, person.kind).flatMap(field => {
    if (field !== 'national-number') return missingFault(field, person)
    return national || !usesNationalNumber(ctx, wanted.branch) ? [] : [nationalMissing()]
  })

/** One field, by its word in the setting, where it is not filled in. */
export function missingFault(field: string, person: Filled): Fault[] {
  const asked = missing[field]
  if (!asked || asked.is(person)) return []
  const { nl, en, fr } = asked.name
  return [fault('patrons.missing', `/person/${asked.at}`, `Vul ${nl} in: deze bibliotheek vraagt dat.`,
    `Fill in ${en}: this library asks for it.`, `Indiquez ${fr} : cette bibliothèque le demande.`)]
}

const nationalMissing = () => fault('patrons.missing', '/nationalNumber', 'Vul het rijksregisternummer in: deze bibliotheek vraagt dat.',
  'Fill in the national number: this library asks for it.', 'Indiquez le numéro de registre national : cette bibliothèque le demande.')

/** A type that this branch does not hand out, or not to this kind of member. */
export const typeFaults = (ctx: Context, { branch, type, from }: Wanted, kind: NewPerson['kind'], pointer = '/type'): Fault[] =>
  fitFaults(typesAt(ctx, branch, from).get(type), kind, pointer)

/** Likewise of a type that was looked up: none is not in use. */
export function fitFaults(known: MembershipType | undefined, kind: NewPerson['kind'], pointer = '/type'): Fault[] {
  if (!known) return [fault('patrons.no-such-type', pointer, 'Deze lidsoort wordt hier niet gebruikt.',
    'This type of membership is not in use here.', 'Ce type d’abonnement n’est pas utilisé ici.')]
  if (known.kind === 'none' || known.kind === kind) return []
  return [kind === 'person' ? fault('patrons.for-institutions', pointer, 'Deze lidsoort is voor instellingen.',
    'This type of membership is for institutions.', 'Ce type d’abonnement est réservé aux institutions.')
    : fault('patrons.for-persons', pointer, 'Deze lidsoort is voor personen.', 'This type of membership is for persons.',
      'Ce type d’abonnement est réservé aux personnes.')]
}

/** Somebody too young or too old for a type, on the day on which it begins. */
export function ageFaults(ctx: Context, bornOn: Day | null | undefined, wanted: Wanted, pointer = '/type'): Fault[] {
  const age = ageOn({ bornOn: bornOn ?? null }, wanted.from)
  if (age === null) return []
  const [from, to] = agesOf(ctx, { branchId: wanted.branch, type: wanted.type }, wanted.from)
  if (from !== null && age < from) return [fault('patrons.too-young', pointer, `Deze lidsoort is er vanaf ${from} jaar.`,
    `This type is for those of ${from} and older.`, `Ce type d’abonnement commence à ${from} ans.`)]
  return to === null || age <= to ? [] : [fault('patrons.too-old', pointer, `Deze lidsoort is er tot en met ${to} jaar.`,
    `This type is for those up to ${to}.`, `Ce type d’abonnement va jusqu’à ${to} ans.`)]
}

/** A day of birth that cannot be. */
export const bornFaults = (bornOn: Day | null | undefined, today: Day, pointer: string): Fault[] =>
  bornOn && bornOn > today ? [fault('patrons.born-later', pointer, 'De geboortedatum ligt in de toekomst.',
    'The date of birth lies in the future.', 'La date de naissance est dans le futur.')] : []

/** Whoever answers for somebody does so from a day to a later one. */
export const contactFaults = (contacts: NewPerson['contacts'], pointer: string): Fault[] => (contacts ?? []).flatMap(({ from, to }, n) =>
  to && to < from ? [fault('patrons.ends-before-it-begins', `${pointer}/${n}/to`, 'Tot en met ligt vóór de eerste dag: kies een latere dag.',
    'The last day lies before the first: choose a later one.', 'Le dernier jour précède le premier : choisissez un jour ultérieur.')] : [])
