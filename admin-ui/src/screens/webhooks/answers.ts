import type { Static } from 'typebox'
import type {
  DeliveryList as DeliveryListAnswer, EndpointList as EndpointListAnswer, EventList as EventListAnswer, ListedDelivery,
  NewSecret as NewSecretAnswer, OneDelivery,
} from '#plugins/webhooks/contract.ts'

export type { ListedDelivery, OneDelivery }
export type EndpointList = Static<typeof EndpointListAnswer>
export type WebhookRow = EndpointList['data'][number]
export type DeliveryList = Static<typeof DeliveryListAnswer>
export type EventList = Static<typeof EventListAnswer>
export type NewSecret = Static<typeof NewSecretAnswer>
