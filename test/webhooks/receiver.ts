import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Received {
  readonly path: string
  readonly id: string
  readonly headers: IncomingHttpHeaders
  readonly raw: string
  readonly body: {
    type: string; timestamp: string
    data: { sentences: string[]; more: number; units: { id: string; name: string }[]; link: string; by?: unknown; set?: string }
  }
}

export interface Receiver {
  readonly address: string
  readonly received: Received[]
  /** How it answers at a path: a status, or whatever it does with the answer; fine when it says nothing. */
  readonly moods: Map<string, number | ((answer: ServerResponse) => void)>
  at(path: string): Received[]
  close(): Promise<void>
}

/** The other side: a real server on a real port, which writes down all that comes. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const moods: Receiver['moods'] = new Map()
  const server = createServer((request, answer) => {
    void text(request).then(raw => {
      const path = request.url ?? ''
      received.push({ path, id: String(request.headers['webhook-id']), headers: request.headers, raw, body: JSON.parse(raw) })
      const mood = moods.get(path) ?? 200
      if (typeof mood === 'number') answer.writeHead(mood).end('dank je')
      else mood(answer)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`, received, moods,
    at: path => received.filter(one => one.path === path),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The check of Standard Webhooks, written from its text and by another library than the one that signs: how many of the signatures fit. */
export async function signaturesThatFit({ headers, raw }: Received, secret: string): Promise<number> {
  const key = await crypto.subtle.importKey(
    'raw', Uint8Array.from(atob(secret.replace(/^whsec_/, '')), sign => sign.charCodeAt(0)),
    { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${raw}`
  const code = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed)))
  const expected = `v1,${btoa(String.fromCharCode(...code))}`
  return String(headers['webhook-signature']).split(' ').filter(one => one === expected).length
}
