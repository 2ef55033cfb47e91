import { asUnit, fieldsOf, type RowWords } from '#core/row-words.ts'

/** Items and loans, as the audit tells them. Who borrowed is read with the loan, never here. */
export const rowWords: readonly RowWords[] = [{
  of: 'item',
  noun: { nl: 'een exemplaar', en: 'an item', fr: 'un exemplaire' },
  about: ({ barcode }) => String(barcode),
  says: fieldsOf({
    title: [{ nl: 'titel', en: 'title', fr: 'titre' }],
    material: [{ nl: 'materiaalsoort', en: 'material type', fr: 'type de document' }],
    branch_id: [{ nl: 'vestiging', en: 'branch', fr: 'implantation' }, asUnit],
    shelf: [{ nl: 'plaats', en: 'shelf', fr: 'rayon' }],
  }),
}, {
  of: 'loan',
  noun: { nl: 'een uitlening', en: 'a loan', fr: 'un prêt' },
  says: fieldsOf({
    branch_id: [{ nl: 'vestiging', en: 'branch', fr: 'implantation' }, asUnit],
    lent_on: [{ nl: 'uitgeleend', en: 'lent', fr: 'prêté' }],
    due_on: [{ nl: 'terug te brengen tegen', en: 'due', fr: 'à rendre pour le' }],
    renewals: [{ nl: 'verlengingen', en: 'renewals', fr: 'prolongations' }],
    returned_on: [{ nl: 'teruggebracht', en: 'returned', fr: 'rendu' }],
  }),
}]
