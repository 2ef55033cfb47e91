import { asOneOf, asUnit, fieldsOf, type RowWords } from '#core/row-words.ts'
import { parentFact, successorFact, unitFact } from '#core/unit.ts'
import { listed } from '#core/wording.ts'
import { unitSetFact } from './contract.ts'

const types = asOneOf({
  system: { nl: 'systeem', en: 'system', fr: 'système' },
  group: { nl: 'samenwerkingsverband', en: 'cooperation group', fr: 'groupement' },
  library: { nl: 'bibliotheek', en: 'library', fr: 'bibliothèque' },
  branch: { nl: 'vestiging', en: 'branch', fr: 'implantation' },
  bookmobile: { nl: 'bibliobus', en: 'bookmobile', fr: 'bibliobus' },
  stop: { nl: 'halte', en: 'stop', fr: 'halte' },
})

interface Address { readonly street?: string; readonly postalCode?: string; readonly city?: string }
const address = (value: unknown) => {
  const { street, postalCode, city } = value as Address
  return [street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

/** The tree of units and the sets beside it, as the audit tells them. */
export const rowWords: readonly RowWords[] = [
  {
    of: unitFact.name,
    noun: { nl: 'de gegevens', en: 'the details', fr: 'les données' },
    says: fieldsOf({
      name: [{ nl: 'naam', en: 'name', fr: 'nom' }],
      type: [{ nl: 'soort', en: 'kind', fr: 'type' }, types],
      code: [{ nl: 'nummer', en: 'number', fr: 'numéro' }],
      level: [{ nl: 'niveau van samenwerking', en: 'level of cooperation', fr: 'niveau de coopération' }],
      public: [{ nl: 'zichtbaar voor het publiek', en: 'shown to the public', fr: 'visible pour le public' }],
      needsHours: [{ nl: 'heeft openingsuren nodig', en: 'needs opening hours', fr: 'a besoin d’heures d’ouverture' }],
      address: [{ nl: 'adres', en: 'address', fr: 'adresse' }, address],
      province: [{ nl: 'provincie', en: 'province', fr: 'province' }],
      inhabitants: [{ nl: 'inwoners', en: 'inhabitants', fr: 'habitants' }],
      isil: [{ nl: 'ISIL', en: 'ISIL', fr: 'ISIL' }],
      timeZone: [{ nl: 'tijdzone', en: 'time zone', fr: 'fuseau horaire' }],
      website: [{ nl: 'website', en: 'website', fr: 'site web' }],
    }),
  },
  {
    of: parentFact.name,
    noun: { nl: 'de plaats', en: 'the place', fr: 'la place' },
    says: fieldsOf({ parent: [{ nl: 'valt onder', en: 'belongs to', fr: 'dépend de' }, asUnit] }),
  },
  {
    of: successorFact.name,
    noun: { nl: 'de opvolger', en: 'the successor', fr: 'le successeur' },
    says: fieldsOf({ successor: [{ nl: 'opvolger', en: 'successor', fr: 'successeur' }, asUnit] }),
  },
  {
    of: unitSetFact.name,
    noun: { nl: 'een groep van vestigingen', en: 'a set of branches', fr: 'un groupe d’implantations' },
    says: fieldsOf({
      name: [{ nl: 'naam', en: 'name', fr: 'nom' }],
      members: [{ nl: 'leden', en: 'members', fr: 'membres' },
        (value, teller) => listed(teller.language, (value as string[]).map(id => teller.unit(id)), 20)],
    }),
  },
]
