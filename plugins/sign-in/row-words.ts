import { fieldsOf, type RowWords } from '#core/row-words.ts'
import { machineFact } from './token/machine.ts'

/** Machines, as the audit tells them. */
export const rowWords: readonly RowWords[] = [{
  of: machineFact.name,
  noun: { nl: 'een machine', en: 'a machine', fr: 'une machine' },
  about: ({ name }) => String(name),
  says: fieldsOf({ name: [{ nl: 'naam', en: 'name', fr: 'nom' }] }),
}]
