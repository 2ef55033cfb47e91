import { fieldsOf, type RowWords } from '#core/row-words.ts'
import { endpointFact, hostOf } from './endpoint.ts'

const list = (value: unknown) => (Array.isArray(value) ? value.join(', ') : '')

/** Webhooks, as the audit tells them. */
export const rowWords: readonly RowWords[] = [{
  of: endpointFact.name,
  noun: { nl: 'een webhook', en: 'a webhook', fr: 'un webhook' },
  about: ({ name }) => String(name),
  says: fieldsOf({
    name: [{ nl: 'naam', en: 'name', fr: 'nom' }], address: [{ nl: 'adres', en: 'address', fr: 'adresse' }, address => hostOf(String(address))],
    events: [{ nl: 'hoort', en: 'hears', fr: 'entend' }, list], language: [{ nl: 'taal', en: 'language', fr: 'langue' }],
    names: [{ nl: 'hoort wie het deed', en: 'hears who did it', fr: 'entend qui l’a fait' }],
    on: [{ nl: 'staat aan', en: 'is on', fr: 'est actif' }],
  }),
}]
