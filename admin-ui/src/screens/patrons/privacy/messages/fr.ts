import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  patrons: {
    national: {
      hint: 'Onze chiffres, comme sur la carte d’identité. Le numéro est conservé chiffré.', stays: 'Un numéro est conservé. Laissez vide : il reste.',
      drop: 'Retirer le numéro conservé', kept: 'conservé', show: 'Afficher en entier', title: 'Numéro national de %{name}', purpose: 'Pour quel motif ?',
      noted: 'Votre consultation du numéro et son motif sont notés. L’usager peut en demander la liste.',
    },
    contact: {
      one: 'Contact %{number}', role: 'Rôle', parent: 'parent', guardian: 'tuteur', teacher: 'enseignant', contact: 'personne de contact',
      from: 'À partir du', to: 'Jusqu’au', untilAdult: 'Vide : jusqu’aux dix-huit ans de l’enfant.', open: 'Vide : jusqu’à nouvel ordre.',
      add: 'Ajouter un contact', addParent: 'Ajouter un parent, un tuteur ou un contact', dropOne: 'Retirer le contact %{name}',
    },
  },
}
