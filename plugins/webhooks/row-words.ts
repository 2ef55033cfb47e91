import { fieldsOf, type RowWords } from '#core/row-words.ts'
import { endpointFact } from './endpoint.ts'

/** The part behind the host may be a key of the other system, so only the host is told. */
const hostOf = (address: unknown) => URL.canParse(String(address)) ? new URL(String(address)).host : ''
const list = (value: unknown) => (Array.isArray(value) ? value.join(', ') : '')

/** Webhooks, as the audit tells them. */
export const rowWords: readonly RowWords[] = [{
  of: endpointFact.name,
  noun: { nl: 'een webhook', en: 'a webhook', fr: 'un webhook' },
  about: ({ name }) => String(name),
  says: fieldsOf({
    name: [{ nl: 'naam', en: 'name', fr: 'nom' }], address: [{ nl: 'adres', en: 'address', fr: 'adresse' }, hostOf],
    events: [{ nl: 'hoort', en: 'hears', fr: 'entend' }, list], language: [{ nl: 'taal', en: 'language', fr: 'langue' }],
    names: [{ nl: 'hoort wie het deed', en: 'hears who did it', fr: 'entend qui l’a fait' }],
    on: [{ nl: 'staat aan', en: 'is on', fr: 'est actif' }],
  }),
}]
