import { accountFact } from '#core/account.ts'
import { grantFact } from '#core/grant.ts'
import { roleFact } from '#core/role.ts'
import { asOneOf, asStaff, asText, fieldsOf, type RowWords } from '#core/row-words.ts'
import { listed } from '#core/wording.ts'

const languageNames = asOneOf({
  nl: { nl: 'Nederlands', en: 'Dutch', fr: 'néerlandais' }, en: { nl: 'Engels', en: 'English', fr: 'anglais' },
  fr: { nl: 'Frans', en: 'French', fr: 'français' },
})

/** Staff, accounts, roles and grants, as the audit tells them. */
export const rowWords: readonly RowWords[] = [
  {
    of: 'staff',
    noun: { nl: 'de gegevens', en: 'the details', fr: 'les données' },
    about: (body, teller) => typeof body['name'] === 'string' ? body['name'] : teller.staff(String(body['id'])),
    says: fieldsOf({
      name: [{ nl: 'naam', en: 'name', fr: 'nom' }],
      email: [{ nl: 'e-mailadres', en: 'e-mail address', fr: 'adresse e-mail' }],
      initials: [{ nl: 'initialen', en: 'initials', fr: 'initiales' }],
      language: [{ nl: 'taal', en: 'language', fr: 'langue' }, languageNames],
      kind: [{ nl: 'soort', en: 'kind', fr: 'type' }, asOneOf({
        person: { nl: 'persoon', en: 'person', fr: 'personne' }, machine: { nl: 'machine', en: 'machine', fr: 'machine' },
      })],
    }),
  },
  {
    of: accountFact.name,
    noun: { nl: 'de toegang', en: 'the access', fr: 'l’accès' },
    about: ({ staff }, teller) => teller.staff(String(staff)),
    says: fieldsOf({
      substitute: [{ nl: 'vervanger', en: 'substitute', fr: 'remplaçant' }, asStaff],
    }),
  },
  {
    of: grantFact.name,
    noun: { nl: 'een rol', en: 'a role', fr: 'un rôle' },
    about: ({ staff }, teller) => teller.staff(String(staff)),
    says: fieldsOf({
      role: [{ nl: 'rol', en: 'role', fr: 'rôle' }, (code, teller) => teller.role(String(code))],
      only: [{ nl: 'enkel deze eenheid', en: 'this unit only', fr: 'cette unité seulement' }],
    }),
  },
  {
    of: roleFact.name,
    noun: { nl: 'een rol', en: 'a role', fr: 'un rôle' },
    says: fieldsOf({
      name: [{ nl: 'naam', en: 'name', fr: 'nom' }, asText],
      permissions: [{ nl: 'laat toe', en: 'allows', fr: 'permet' }, (names, teller) =>
        listed(teller.language, (names as string[]).map(name => teller.permission(name)).filter(Boolean), 500)],
      reach: [{ nl: 'reikt tot', en: 'reaches', fr: 's’étend à' },
        asOneOf({ branch: { nl: 'de vestiging', en: 'the branch', fr: 'l’implantation' } })],
    }),
  },
]
