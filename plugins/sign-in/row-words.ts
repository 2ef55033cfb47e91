import { fieldsOf, type RowWords } from '#core/row-words.ts'
import { machineFact } from './token/machine.ts'

/** Machines, as the audit tells them. */
export const rowWords: readonly RowWords[] = [{
  of: machineFact.name,
  noun: { nl: 'een machine', en: 'a machine', fr: 'une machine' },
  about: ({ name }) => String(name),
  says: fieldsOf({ name: [{ nl: 'naam', en: 'name', fr: 'nom' }] }),
}, {
  of: 'second_factor',
  noun: { nl: 'een tweede stap bij het aanmelden', en: 'a second step at sign-in', fr: 'une deuxième étape de connexion' },
  about: ({ staff_id: id }, teller) => teller.staff(String(id)),
  says: fieldsOf({ name: [{ nl: 'naam', en: 'name', fr: 'nom' }] }),
}]
