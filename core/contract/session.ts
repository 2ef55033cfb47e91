import { Type } from 'typebox'
import { defineParameter } from '../contract.ts'

const levels = ['system', 'group', 'library', 'branch'] as const

/** How sessions go; each holds for whoever's home unit it is set at. */
export const sessionHours = defineParameter({
  name: 'core.session-hours',
  schema: Type.Integer({ minimum: 1, maximum: 24 }),
  default: 12,
  unit: 'hours',
  levels,
  guards: 'rights',
  title: { nl: 'Langste duur van een sessie', en: 'Longest session', fr: 'Durée maximale d’une session' },
  help: {
    nl: 'Na zoveel uur meldt iedereen zich opnieuw aan, ook wie bezig is.',
    en: 'After so many hours everybody signs in again, also who is at work.',
    fr: 'Après ce nombre d’heures, chacun se reconnecte, même en plein travail.',
  },
})

export const idleMinutes = defineParameter({
  name: 'core.idle-minutes',
  schema: Type.Integer({ minimum: 1, maximum: 1440 }),
  default: 120,
  unit: 'minutes',
  levels,
  guards: 'rights',
  title: { nl: 'Afmelden na stilte', en: 'Sign out when idle', fr: 'Déconnexion après inactivité' },
  help: {
    nl: 'Wie zo lang niets doet, is afgemeld. Wat getypt is, blijft staan.',
    en: 'Whoever does nothing for so long is signed out. What was typed stays.',
    fr: 'Après ce temps sans activité, la session se ferme. La saisie est conservée.',
  },
})

export const confirmMinutes = defineParameter({
  name: 'core.confirm-minutes',
  schema: Type.Integer({ minimum: 1, maximum: 720 }),
  default: 15,
  unit: 'minutes',
  levels: ['system'],
  guards: 'rights',
  title: {
    nl: 'Opnieuw bevestigen wie je bent', en: 'Confirm who you are again', fr: 'Confirmer à nouveau votre identité',
  },
  help: {
    nl: 'Wie rechten geeft, bewijst opnieuw wie hij is als dat langer geleden is.',
    en: 'Whoever gives rights proves who they are again when that is longer ago.',
    fr: 'Pour donner des droits, il faut reconfirmer son identité passé ce délai.',
  },
})

export const sessionParameters = [sessionHours, idleMinutes, confirmMinutes]
