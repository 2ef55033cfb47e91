import { Type } from 'typebox'
import { defineParameter } from '../contract.ts'

const levels = ['system', 'group', 'library', 'branch'] as const

/** How sessions go; each holds for whoever's home unit it is set at. */
export const sessionHours = defineParameter({
  name: 'core.session-hours',
  area: 'sign-in',
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
  consequence: {
    nl: 'Korter: medewerkers melden zich vaker aan op een dag. Langer: een vergeten pc blijft langer open staan.',
    en: 'Shorter: staff sign in more often in a day. Longer: a forgotten PC stays open for longer.',
    fr: 'Plus court : le personnel se connecte plus souvent dans la journée. Plus long : un poste oublié reste ouvert plus longtemps.',
  },
  example: {
    nl: '12 uur: wie zich om 8 uur aanmeldt, meldt zich om 20 uur opnieuw aan.',
    en: '12 hours: whoever signs in at 8 in the morning signs in again at 8 in the evening.',
    fr: '12 heures : qui se connecte à 8 h se reconnecte à 20 h.',
  },
  synonyms: {
    nl: ['sessieduur', 'uitloggen', 'ingelogd blijven'],
    en: ['session length', 'log out', 'stay signed in'],
    fr: ['durée de session', 'déconnexion', 'rester connecté'],
  },
})

export const idleMinutes = defineParameter({
  name: 'core.idle-minutes',
  area: 'sign-in',
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
  consequence: {
    nl: 'Korter is veiliger aan een balie waar bezoekers meekijken, maar medewerkers melden zich vaker opnieuw aan.',
    en: 'Shorter is safer at a desk where visitors look on, but staff sign in again more often.',
    fr: 'Plus court est plus sûr à un comptoir exposé aux regards, mais le personnel se reconnecte plus souvent.',
  },
  example: {
    nl: '120 minuten: na een lange middagpauze meld je je opnieuw aan.',
    en: '120 minutes: after a long lunch break you sign in again.',
    fr: '120 minutes : après une longue pause de midi, vous vous reconnectez.',
  },
  synonyms: {
    nl: ['time-out', 'inactief', 'automatisch uitloggen', 'schermvergrendeling'],
    en: ['timeout', 'inactive', 'automatic log-out', 'screen lock'],
    fr: ['inactivité', 'déconnexion automatique', 'verrouillage'],
  },
})

export const confirmMinutes = defineParameter({
  name: 'core.confirm-minutes',
  area: 'sign-in',
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
  consequence: {
    nl: 'Korter: wie rechten geeft, typt vaker opnieuw zijn wachtwoord of toont zijn passkey.',
    en: 'Shorter: whoever gives rights types their password or shows their passkey more often.',
    fr: 'Plus court : qui donne des droits retape plus souvent son mot de passe ou présente sa clé d’accès.',
  },
  example: {
    nl: '15 minuten: bevestig je om 10 uur wie je bent, dan geef je tot 10.15 uur rollen zonder nieuwe vraag.',
    en: '15 minutes: confirm who you are at 10:00 and you give roles until 10:15 without being asked again.',
    fr: '15 minutes : confirmez votre identité à 10 h et vous attribuez des rôles jusqu’à 10 h 15 sans nouvelle demande.',
  },
  synonyms: {
    nl: ['wachtwoord opnieuw', 'herbevestigen', 'step-up'],
    en: ['password again', 're-authentication', 'step-up'],
    fr: ['mot de passe à nouveau', 'réauthentification', 'confirmation'],
  },
})

export const sessionParameters = [sessionHours, idleMinutes, confirmMinutes]
