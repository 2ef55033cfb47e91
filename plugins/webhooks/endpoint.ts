import { defineChange } from '#core/change.ts'
import { holdsOn, type Reading, type Segment } from '#core/configuration.ts'
import { defineFact, type Day, type UnitId } from '#core/contract.ts'
import { refusedAddress } from '#core/outward.ts'
import type { Invariant } from '#core/plugin.ts'
import type { Fault } from '#core/refusal.ts'
import { unitAt, unitFact } from '#core/unit.ts'
import { defineWeight } from '#core/weight.ts'
import { fault, inEach } from '#core/wording.ts'
import { endEndpoint, Endpoint, permissions, setEndpoint, switchOff } from './contract.ts'

/** A system that hears what happens at the unit that says so, and below it. Key: its id. */
export const endpointFact = defineFact('webhooks.endpoint', Endpoint, { walled: true })

const needs = (_reading: Reading, { unit }: { unit: UnitId }) => [{ permission: permissions.set, unit, below: true }]

export const settingEndpoint = defineChange(setEndpoint, {
  needs,
  refusals: (reading, { id, unit, endpoint }, today, { outside }) => [
    ...(unitAt(reading, unit, today) ? [] : [fault('webhooks.no-unit', '/unit', 'Deze eenheid bestaat niet vandaag.',
      'This unit does not exist today.', 'Cette unité n’existe pas aujourd’hui.')]),
    ...(isElsewhere(reading, id, unit) ? [fault('webhooks.elsewhere', '/id', 'Dit nummer is al in gebruik.',
      'This id is in use already.', 'Ce numéro est déjà utilisé.')] : []),
    ...(isFull(reading, id, unit, today) ? [fault('webhooks.too-many', '/unit', `Hier staan al ${PER_UNIT} webhooks. Verwijder er eerst een.`,
      `There are ${PER_UNIT} webhooks here already. Remove one first.`,
      `Il y a déjà ${PER_UNIT} webhooks ici. Supprimez-en un d’abord.`)] : []),
    ...addressFaults(endpoint.address),
    ...endpoint.events.flatMap((name, n) => outside.has(name) ? [] : [fault('webhooks.no-event', `/endpoint/events/${n}`,
      'Dit kan een ander systeem niet horen.', 'Other systems cannot hear this.', 'Un autre système ne peut pas entendre ceci.')]),
  ],
  lays: (_reading, { id, unit, endpoint }, today) => [
    { fact: endpointFact, unit, key: id, from: today, to: null, body: endpoint },
  ],
  // Where it goes and whether names go along is what whoever agrees to it must see, whatever it is called.
  sentence: (reading, { unit, endpoint: { name, address, names, on } }, today) => inEach(language => {
    const [at, host] = [nameAt(reading, unit, today), hostOf(address)]
    const who = names ? { nl: ', en wie het deed', en: ', and who did it', fr: ', et qui l’a fait' }[language] : ''
    return on ? {
      nl: `${at} laat “${name}” (${host}) horen wat er gebeurt${who}`, en: `${at} lets “${name}” (${host}) hear what happens${who}`,
      fr: `${at} fait savoir à « ${name} » (${host}) ce qui se passe${who}`,
    }[language] : {
      nl: `${at} laat “${name}” (${host}) niets meer horen`, en: `${at} lets “${name}” (${host}) hear nothing any more`,
      fr: `${at} ne fait plus rien savoir à « ${name} » (${host})`,
    }[language]
  }),
})

/** The part behind the host may be a key of the other system, so only the host is told. */
export const hostOf = (address: string) => URL.canParse(address) ? new URL(address).host : ''

export const endingEndpoint = defineChange(endEndpoint, {
  needs,
  refusals: (reading, { id, unit }, today) => missingFaults(reading, id, unit, today),
  lays: (_reading, { id, unit }, today) => [{ fact: endpointFact, unit, key: id, from: today, to: null, body: null }],
  sentence: (reading, { id, unit }, today) => inEach(language => {
    const [name, at] = [endpointAt(reading, unit, id, today)?.body.name ?? '', nameAt(reading, unit, today)]
    return {
      nl: `De webhook “${name}” van ${at} is weg`, en: `The webhook “${name}” of ${at} is removed`,
      fr: `Le webhook « ${name} » de ${at} est supprimé`,
    }[language]
  }),
})

export const switchingOff = defineChange(switchOff, {
  needs,
  refusals: (reading, { id, unit }, today) => missingFaults(reading, id, unit, today),
  lays: (reading, { id, unit }, today) => [endpointAt(reading, unit, id, today)].flatMap(said => said
    ? [{ fact: endpointFact, unit, key: id, from: today, to: null, body: { ...said.body, on: false } }] : []),
  sentence: (reading, { id, unit, why }, today) => inEach(language => {
    const name = endpointAt(reading, unit, id, today)?.body.name ?? ''
    const because = {
      gone: {
        nl: 'wil niets meer horen', en: 'wants to hear nothing any more', fr: 'ne veut plus rien entendre',
      },
      lasting: {
        nl: 'nam dagenlang niets aan', en: 'took nothing for days', fr: 'n’a rien accepté pendant des jours',
      },
    }[why][language]
    return {
      nl: `“${name}” ${because}; de webhook is uitgezet`, en: `“${name}” ${because}; the webhook is switched off`,
      fr: `« ${name} » ${because} ; le webhook est désactivé`,
    }[language]
  }),
})

/** Whoever lets something leave proves again who they are; stopping it weighs nothing. */
export const sendingOut = defineWeight({ fact: endpointFact, confirms: ({ body }) => body?.on === true })

/** No address lies where this installation may not ask, whichever act brings it. */
export const addressesOutside: Invariant = {
  facts: [endpointFact],
  faults({ installation: { webhookNetwork } }, _after, { laid }) {
    const refused = laid.filter(({ fact, body }) => fact === endpointFact.name && isRefused((body as Endpoint).address))
    return refused.length ? [fault('webhooks.not-public', '/endpoint/address',
      'Een bericht vertrekt alleen met https, naar een openbaar adres.', 'A message leaves by https only, to a public address.',
      'Un message ne part qu’en https, vers une adresse publique.')] : []

    function isRefused(address: string) {
      return !URL.canParse(address) || refusedAddress(address, webhookNetwork === 'private') !== undefined
    }
  },
}

/** Every system that is set on a day, also one that is switched off. */
export const endpointsOn = (reading: Reading, day: Day): Segment<Endpoint>[] =>
  [...reading.all(endpointFact)].flat().filter(said => holdsOn(said, day))

export const endpointOn = (reading: Reading, id: string, day: Day) => endpointsOn(reading, day).find(({ key }) => key === id)

const endpointAt = (reading: Reading, unit: UnitId, id: string, day: Day) => reading.at(endpointFact, unit, id, day)

/** Who keeps a key in an address shows it to everybody who reads the address; the secret is for that. */
function addressFaults(address: string): Fault[] {
  if (!URL.canParse(address)) {
    return [fault('webhooks.no-address', '/endpoint/address', 'Dit is geen webadres.', 'This is not a web address.',
      'Ceci n’est pas une adresse web.')]
  }
  const { username, password } = new URL(address)
  return username || password ? [fault('webhooks.password-in-address', '/endpoint/address',
    'Zet geen naam of wachtwoord in het adres.', 'Put no name or password in the address.',
    'N’indiquez ni nom ni mot de passe dans l’adresse.')] : []
}

const isElsewhere = (reading: Reading, id: string, unit: UnitId) =>
  [...reading.all(endpointFact)].some(rows => rows.some(said => said.key === id && said.unit !== unit))

/** Everything that happens is written once for each of them. */
const PER_UNIT = 20
const isFull = (reading: Reading, id: string, unit: UnitId, day: Day) =>
  reading.of(endpointFact, unit).filter(said => said.key !== id && holdsOn(said, day)).length >= PER_UNIT

const missingFaults = (reading: Reading, id: string, unit: UnitId, day: Day): Fault[] =>
  endpointAt(reading, unit, id, day) ? [] : [fault('webhooks.no-endpoint', '/id', 'Deze webhook bestaat hier niet.',
    'This webhook does not exist here.', 'Ce webhook n’existe pas ici.')]

/** What a unit is called on a day, or was last called. */
export const nameAt = (reading: Reading, unit: UnitId, day: Day) =>
  (unitAt(reading, unit, day) ?? reading.of(unitFact, unit).at(-1)?.body)?.name ?? ''
