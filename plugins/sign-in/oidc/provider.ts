import { defineChange } from '#core/change.ts'
import { holdsOn, type Reading, type Segment } from '#core/configuration.ts'
import { defineFact, UnitId, type Day } from '#core/contract.ts'
import { pathOf, SYSTEM } from '#core/unit.ts'
import { defineWeight, needsOfHanding } from '#core/weight.ts'
import { fault, inEach } from '#core/wording.ts'
import { Type } from 'typebox'
import { ClaimRule, endProvider, Provider, setClaimRules, setProvider } from '../contract/provider.ts'
import { signInPermissions } from '../contract/permission.ts'
import { givenFaults } from '../given-role.ts'
import { nameAt, thereFaults } from '../there.ts'

/** An identity provider; it vouches for the staff of the unit it hangs on, and below. Key: its id. */
export const providerFact = defineFact('sign-in.provider', Provider)
/** Which roles its claims give. Key: the provider. */
export const claimRulesFact = defineFact('sign-in.claim-rules', Type.Object({
  rules: Type.Array(ClaimRule, { maxItems: 200 }),
}, { additionalProperties: false }), { walled: true })

const { providers } = signInPermissions

/** Whoever vouches for others signs in as them: so setting a provider asks the right at the unit and all below it. */
export const settingProvider = defineChange(setProvider, {
  confirms: true,
  needs: (_reading, { unit }) => [{ permission: providers, unit, below: true }],
  refusals: (reading, { id, unit, provider }, today) => [
    ...thereFaults(reading, unit, today),
    ...(elsewhere(reading, id, unit) ? [fault('sign-in.provider-elsewhere', '/id', 'Dit nummer is al in gebruik.',
      'This id is in use already.', 'Ce numéro est déjà utilisé.')] : []),
    ...(URL.canParse(provider.issuer) ? [] : [fault('sign-in.no-issuer', '/provider/issuer', 'Dit is geen webadres.',
      'This is not a web address.', 'Ceci n’est pas une adresse web.')]),
  ],
  lays: (_reading, { id, unit, provider }, today) => [
    { fact: providerFact, unit, key: id, from: today, to: null, body: provider },
  ],
  sentence: (reading, { unit, provider: { name } }, today) => inEach(language => {
    const at = nameAt(reading, unit, today)
    return {
      nl: `Medewerkers van ${at} melden zich ook aan via ${name}`, en: `Staff of ${at} also sign in through ${name}`,
      fr: `Les collaborateurs de ${at} se connectent aussi via ${name}`,
    }[language]
  }),
})

export const endingProvider = defineChange(endProvider, {
  needs: (_reading, { unit }) => [{ permission: providers, unit, below: true }],
  refusals: (reading, { id, unit }, today) => thereProvider(reading, id, unit, today, '/id'),
  lays: (_reading, { id, unit }, today) => [providerFact, claimRulesFact].map(fact =>
    ({ fact, unit, key: id, from: today, to: null, body: null })),
  sentence: (reading, { id, unit }, today) => inEach(language => {
    const [name, at] = [reading.at(providerFact, unit, id, today)?.body.name ?? '', nameAt(reading, unit, today)]
    return {
      nl: `Medewerkers van ${at} melden zich niet meer aan via ${name}`, en: `Staff of ${at} no longer sign in through ${name}`,
      fr: `Les collaborateurs de ${at} ne se connectent plus via ${name}`,
    }[language]
  }),
})

/** Gives roles to whoever comes with a claim: what a rule can give, its author holds where the rule gives it. */
export const settingClaimRules = defineChange(setClaimRules, {
  confirms: true,
  needs: (_reading, { unit }) => [{ permission: providers, unit, below: true }],
  refusals: (reading, { provider, unit, rules }, today, declared) => [
    ...thereProvider(reading, provider, unit, today, '/provider'),
    ...rules.flatMap((rule, n) => [
      ...givenFaults(reading, rule, `/rules/${n}`, today, declared),
      ...(pathOf(reading, rule.unit, today).includes(unit) ? [] : [fault('sign-in.rule-elsewhere', `/rules/${n}/unit`,
        'Deze eenheid valt niet onder de aanmelddienst.', 'This unit is not below the identity provider.',
        'Cette unité ne relève pas du fournisseur d’identité.')]),
    ]),
  ],
  lays: (_reading, { provider, unit, rules }, today) => [{
    fact: claimRulesFact, unit, key: provider, from: today, to: null, body: rules.length ? { rules } : null,
  }],
  sentence: (reading, { provider, unit, rules }, today) => inEach(language => {
    const [name, count] = [reading.at(providerFact, unit, provider, today)?.body.name ?? '', rules.length]
    return {
      nl: `Wie via ${name} komt, krijgt rollen volgens ${count} ${count === 1 ? 'regel' : 'regels'}`,
      en: `Whoever comes through ${name} gets roles by ${count} ${count === 1 ? 'rule' : 'rules'}`,
      fr: `Les collaborateurs connectés via ${name} reçoivent des rôles selon ${count} ${count === 1 ? 'règle' : 'règles'}`,
    }[language]
  }),
})

/** Whoever vouches at the system signs in as anybody of the region. */
const vouching = defineWeight({
  fact: providerFact,
  confirms: ({ body }, { comesBack }) => body !== null && comesBack,
  secondPerson: ({ unit, body }) => unit === SYSTEM && body !== null,
})

/** What a rule can give is weighed as if it were given to somebody, also when it comes back. */
const ruling = defineWeight({
  fact: claimRulesFact,
  needs: ({ body }, ground) => body?.rules.flatMap(rule => needsOfHanding(rule, ground)) ?? [],
  confirms: ({ body }, { comesBack }) => body !== null && comesBack,
  secondPerson: ({ unit, body }) => unit === SYSTEM && body !== null,
})
export const providerWeights = [vouching, ruling]

/** Every provider in force on a day. */
export const providersOn = (reading: Reading, day: Day): Segment<Provider>[] =>
  [...reading.all(providerFact)].flat().filter(said => holdsOn(said, day))

export const providerOn = (reading: Reading, id: string, day: Day) =>
  providersOn(reading, day).find(({ key }) => key === id)

export const rulesOf = (reading: Reading, { key, unit }: Pick<Segment, 'key' | 'unit'>, day: Day): readonly ClaimRule[] =>
  reading.at(claimRulesFact, unit, key, day)?.body.rules ?? []

const elsewhere = (reading: Reading, id: string, unit: UnitId) =>
  [...reading.all(providerFact)].some(rows => rows.some(said => said.key === id && said.unit !== unit))

const thereProvider = (reading: Reading, id: string, unit: UnitId, day: Day, pointer: string) =>
  reading.at(providerFact, unit, id, day) ? [] : [fault('sign-in.no-provider', pointer,
    'Deze aanmelddienst bestaat hier niet.', 'This identity provider does not exist here.',
    'Ce fournisseur d’identité n’existe pas ici.')]
