import { Type, type Static } from 'typebox'
import { defineParameter, UnitId } from '#core/contract.ts'

const strict = { additionalProperties: false } as const
const levels = ['system', 'group', 'library', 'branch'] as const

/** How shared desk PCs go, by the unit of the desk. */
export const deskDays = defineParameter({
  name: 'sign-in.desk-days',
  area: 'sign-in',
  schema: Type.Integer({ minimum: 1, maximum: 90 }),
  default: 30,
  unit: 'days',
  levels,
  guards: 'rights',
  title: {
    nl: 'Wisselen aan de balie na volledig aanmelden', en: 'Switching at the desk after a full sign-in',
    fr: 'Relais au comptoir après une connexion complète',
  },
  help: {
    nl: 'Wie zich zoveel dagen niet met wachtwoord, passkey of aanmelddienst aanmeldde, wisselt niet meer met badge of pincode.',
    en: 'Whoever has not signed in by password, passkey or identity provider for so many days no longer switches by badge or PIN.',
    fr: 'Un agent qui ne s’est pas connecté par mot de passe, clé d’accès ou service de connexion depuis ce nombre de jours ne peut plus prendre le relais par badge ou code PIN.',
  },
  consequence: {
    nl: 'Korter: medewerkers melden zich vaker volledig aan voor ze weer met badge of pincode wisselen.',
    en: 'Shorter: staff sign in fully more often before they can switch by badge or PIN again.',
    fr: 'Plus court : le personnel doit plus souvent se connecter complètement avant de reprendre le relais par badge ou code PIN.',
  },
  example: {
    nl: '30 dagen: wie zich op 1 juni met wachtwoord aanmeldde, wisselt tot en met 1 juli met badge of pincode.',
    en: '30 days: whoever signed in by password on 1 June switches by badge or PIN until 1 July.',
    fr: '30 jours : un agent connecté par mot de passe le 1er juin prend le relais par badge ou code PIN jusqu’au 1er juillet.',
  },
  synonyms: {
    nl: ['balie-pc', 'badge', 'pincode', 'snel wisselen'],
    en: ['desk PC', 'badge', 'PIN', 'quick switch'],
    fr: ['poste de comptoir', 'badge', 'code PIN', 'changement rapide'],
  },
})

export const deskIdle = defineParameter({
  name: 'sign-in.desk-idle',
  area: 'sign-in',
  schema: Type.Integer({ minimum: 1, maximum: 120 }),
  default: 10,
  unit: 'minutes',
  levels,
  guards: 'rights',
  title: {
    nl: 'Afmelden na stilte aan de balie', en: 'Sign out when idle at the desk', fr: 'Déconnexion après inactivité au comptoir',
  },
  help: {
    nl: 'Wie met badge of pincode aan een balie-pc werkt en zo lang niets doet, is afgemeld.',
    en: 'Whoever works at a desk PC by badge or PIN and does nothing for so long is signed out.',
    fr: 'Après ce temps sans activité, la session ouverte au comptoir par badge ou code PIN se ferme.',
  },
  consequence: {
    nl: 'Korter is veiliger aan een drukke balie; langer betekent minder vaak je badge scannen.',
    en: 'Shorter is safer at a busy desk; longer means scanning your badge less often.',
    fr: 'Plus court : c’est plus sûr à un comptoir fréquenté. Plus long : vous devez scanner moins souvent votre badge.',
  },
  example: {
    nl: '10 minuten: loop je even naar de rekken, dan is de balie-pc na tien minuten weer op slot.',
    en: '10 minutes: walk over to the shelves and the desk PC is locked again after ten minutes.',
    fr: '10 minutes : si vous allez en rayon, le poste du comptoir se verrouille après dix minutes.',
  },
  synonyms: {
    nl: ['time-out', 'inactief', 'automatisch afmelden'],
    en: ['timeout', 'inactive', 'automatic sign-out'],
    fr: ['inactivité', 'déconnexion automatique'],
  },
})

const Badge = Type.String({ minLength: 4, maxLength: 200 })
const Pin = Type.String({ pattern: '^\\d{4,8}$' })
/** By badge, or by who one is and a PIN. */
export const Switch = Type.Union([
  Type.Object({ badge: Badge }, strict), Type.Object({ staff: UnitId, pin: Type.String({ minLength: 1, maxLength: 8 }) }, strict),
])
export type Switch = Static<typeof Switch>
export const OwnPin = Type.Object({ pin: Type.Union([Pin, Type.Null()]) }, strict)
export const OwnBadge = Type.Object({ badge: Type.Union([Badge, Type.Null()]) }, strict)
export const DeskWish = Type.Object({
  id: UnitId, name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }), unit: UnitId,
}, strict)
export type DeskWish = Static<typeof DeskWish>

const Text = Type.String()
const Place = Type.Object({ id: UnitId, name: Text })
/** This PC, and who may take their place at it by PIN. */
export const ThisDesk = Type.Object({
  id: UnitId, name: Text, unit: Place,
  people: Type.Array(Type.Object({ id: UnitId, name: Text, initials: Type.Union([Text, Type.Null()]) })),
})
/** Whether this PC is a desk; null: it is somebody's own. */
export const DeskHere = Type.Object({ desk: Type.Union([ThisDesk, Type.Null()]) })
export const Desk = Type.Object({
  id: UnitId, name: Text, unit: Place, madeAt: Text, lastUsed: Type.Union([Text, Type.Null()]), ended: Type.Boolean(),
})
export type Desk = Static<typeof Desk>
export const DeskList = Type.Object({ data: Type.Array(Desk), total: Type.Integer() })
/** Whether one has a PIN and a badge, for one's own page. */
export const OwnSwitch = Type.Object({ pin: Type.Boolean(), badge: Type.Boolean() })
