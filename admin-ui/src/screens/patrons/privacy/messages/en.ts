import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  patrons: {
    national: {
      hint: 'Eleven digits, as on the identity card. The number is kept encrypted.', stays: 'A number is kept. Leave empty: it stays.',
      drop: 'Remove the number that is kept', kept: 'kept', show: 'Show in full', title: 'National number of %{name}', purpose: 'What for?',
      noted: 'That you see the number, and what for, is noted. The patron may ask for it.',
    },
    contact: {
      one: 'Contact %{number}', role: 'Role', parent: 'parent', guardian: 'guardian', teacher: 'teacher', contact: 'contact',
      from: 'From', to: 'Until', untilAdult: 'Empty: until the child is eighteen.', open: 'Empty: until further notice.',
      add: 'Add a contact', addParent: 'Add a parent, guardian or contact', dropOne: 'Remove contact %{name}',
    },
  },
}
