import { Type, type Static, type TSchema } from 'typebox'
import { defineChangeKind, definePermissions, languages, UnitId } from '#core/contract.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

export const permissions = definePermissions('webhooks', {
  set: {
    nl: 'andere systemen laten horen wat hier gebeurt', en: 'let other systems hear what happens here',
    fr: 'faire savoir à d’autres systèmes ce qui se passe ici',
  },
})

/** A system that hears what happens at a unit and below it. */
export const Endpoint = Type.Object({
  /** What it is called here: “ticketsysteem van de regio”. */
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  address: Type.String({ maxLength: 500, pattern: '^https?://[^\\s#\\\\]+$', examples: ['https://tickets.example.org/filiaal'] }),
  /** The names of the events it wants to hear. */
  events: Type.Array(Type.String({ maxLength: 80, pattern: '^[a-z-]+(\\.[a-z-]+)+$' }), { minItems: 1, maxItems: 50, uniqueItems: true }),
  /** The language in which it is told. */
  language: Type.Enum(languages),
  /** Whether it hears which member of staff did it. */
  names: Type.Boolean(),
  on: Type.Boolean(),
}, strict)
export type Endpoint = Static<typeof Endpoint>

export const setEndpoint = defineChangeKind({
  name: 'webhooks.set-endpoint',
  payload: Type.Object({ id: UnitId, unit: UnitId, endpoint: Endpoint }, strict),
  title: { nl: 'Webhook instellen', en: 'Set a webhook', fr: 'Définir un webhook' },
})

export const endEndpoint = defineChangeKind({
  name: 'webhooks.end-endpoint',
  payload: Type.Object({ id: UnitId, unit: UnitId }, strict),
  title: { nl: 'Webhook verwijderen', en: 'Remove a webhook', fr: 'Supprimer un webhook' },
})

/** What the system itself does when the other side wants nothing more, or has not answered for days. */
export const switchOff = defineChangeKind({
  name: 'webhooks.switch-off',
  payload: Type.Object({ id: UnitId, unit: UnitId, why: Type.Enum(['gone', 'lasting'] as const) }, strict),
  title: { nl: 'Webhook uitzetten', en: 'Switch a webhook off', fr: 'Désactiver un webhook' },
})

/** The event that only tries an address out. */
export const PING = 'webhooks.ping'

/** `kept`: nothing leaves this installation, so it only shows what would. */
export const deliveryStates = ['waiting', 'sent', 'failed', 'kept'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Why a message did not arrive, the last time it was tried. */
export const deliveryFailures = [
  'no-answer', 'too-slow', 'not-found', 'not-public', 'not-trusted', 'elsewhere', 'refused', 'gone', 'switched-off', 'no-secret',
] as const
export type DeliveryFailure = (typeof deliveryFailures)[number]

/** A message on its way to a system, and how far it is. */
const listed = {
  id: UnitId, type: Text, state: Type.Enum(deliveryStates), at: Text, tries: Type.Integer(),
  /** Of what waits: when it is tried next. */
  tryAt: orNull(Text), triedAt: orNull(Text), sentAt: orNull(Text),
  failure: orNull(Type.Enum(deliveryFailures)), status: orNull(Type.Integer()),
  /** The beginning of what the other system answered. */
  said: orNull(Text), tookMs: orNull(Type.Integer()),
}
export const ListedDelivery = Type.Object(listed)
export type ListedDelivery = Static<typeof ListedDelivery>
export const OneDelivery = Type.Object({ ...listed, body: Text })
export type OneDelivery = Static<typeof OneDelivery>
export const DeliveryList = Type.Object({ data: Type.Array(ListedDelivery), total: Type.Integer() })

export const EndpointRow = Type.Object({
  id: UnitId, unit: Type.Object({ id: UnitId, name: Text }), endpoint: Endpoint,
  hasSecret: Type.Boolean(),
  /** Until when the former secret signs as well. */
  formerUntil: orNull(Text),
  waiting: Type.Integer(), lastSentAt: orNull(Text),
  /** Why the latest try failed; null when it did not. */
  failure: orNull(Type.Enum(deliveryFailures)),
})
export type EndpointRow = Static<typeof EndpointRow>
export const EndpointList = Type.Object({
  data: Type.Array(EndpointRow),
  /** Whether anything leaves at all, and whether also to systems in one's own network. */
  network: Type.Enum(['none', 'public', 'private'] as const),
})

/** What a system can choose to hear. */
export const EventList = Type.Object({ data: Type.Array(Type.Object({
  name: Text, title: Text,
  /** JSON Schema of the body that is sent. */
  schema: Type.Unknown(),
})) })
/** Shown once; who lost it makes a new one. */
export const NewSecret = Type.Object({ secret: Text, formerUntil: orNull(Text) })
