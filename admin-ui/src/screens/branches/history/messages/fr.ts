import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  branches: {
    past: {
      one: 'Cette modification',
      closeOne: 'Fermer',
      menu: 'Historique',
      title: 'Historique de %{unit}',
      intro: 'Qui a modifié quoi, quand et pourquoi. Ce qui a été appliqué peut être annulé.',
      views: 'Quelles modifications',
      view: { all: 'Toutes', applied: 'Appliquées', planned: 'Planifiées', requested: 'Demandées' },
      about: {
        all: 'Les plus récentes en premier.',
        applied: 'Vous pouvez annuler à partir d’aujourd’hui, ou comme si cela n’avait jamais existé.',
        planned: 'Cela prend effet automatiquement au jour indiqué. D’ici là, vous pouvez l’arrêter.',
        requested: 'Ceci attend une personne habilitée à l’appliquer.',
      },
    },
  },
}
