import { Type } from 'typebox'
import type { OutsideEvent } from '#core/outside.ts'
import { PING } from './contract.ts'
import { bodySchema, pingSchema } from './outgoing.ts'

const header = (name: string, description: string) =>
  ({ name, in: 'header', required: true, description, schema: Type.String() })
const parameters = [
  header('webhook-id', 'The same however often a message is tried'),
  header('webhook-timestamp', 'When it was sent, in seconds since 1970'),
  header('webhook-signature', 'v1, and a base64 HMAC-SHA256 of id.timestamp.body; two of them for a day after the secret was renewed'),
]
const responses = {
  '2XX': { description: 'Taken' },
  410: { description: 'Not wanted any more: the webhook is switched off' },
  default: { description: 'Tried again, ten times over three days' },
}

const messageOf = (summary: string, schema: object) => ({
  post: { summary, tags: ['webhooks'], parameters, requestBody: { required: true, content: { 'application/json': { schema } } }, responses },
})

/** What a receiver must expect, event by event. */
export const describesOutside = (events: readonly OutsideEvent[]) => Object.fromEntries([
  ...events.map(({ event: { name }, title: { en }, data }) => [name, messageOf(`Told: ${en}`, bodySchema(name, data))]),
  [PING, messageOf('Told: somebody tries the webhook out', pingSchema)],
])
