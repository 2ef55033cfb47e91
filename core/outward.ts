import { lookup as resolve, type LookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { buffer } from 'node:stream/consumers'

const WAIT_MS = 8_000
const SIZE_MAX = 512 * 1024

/** Addresses that lie inside somebody's network, or nowhere: IANA's special registries. */
const inside = new BlockList()
const subnets = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
  '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
  '::/128', '::1/128', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16',
  'fc00::/7', 'fe80::/10', 'ff00::/8',
]
for (const subnet of subnets) {
  const [address = '', bits] = subnet.split('/')
  inside.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4')
}

/** Without https only on this very machine. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])

/** An IPv4 address that is dressed as IPv6 is nobody's honest address. */
export const isInside = (address: string) =>
  isIP(address) === 0 || /^::ffff:/i.test(address) || inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** A request to a stranger that was not made, or not read to its end. */
export class Unreachable extends Error {}

interface Asked {
  readonly method?: string | undefined
  readonly headers?: unknown
  readonly body?: unknown
  readonly signal?: AbortSignal | null | undefined
}

export interface Way {
  /** Also at addresses inside one's own network, and without https on this very machine: for tests and systems in-house. */
  readonly insideToo: boolean
  readonly waitMs?: number
}

/** Why an address may not be asked, as far as it shows without asking; nothing when it may. */
export function refusedAddress(to: string | URL, insideToo: boolean): string | undefined {
  const url = new URL(to)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isHere = insideToo && url.protocol === 'http:' && LOOPBACK.has(host)
  if (url.protocol !== 'https:' && !isHere) return `${url.origin} is not https`
  return !insideToo && (LOOPBACK.has(host) || isIP(host) !== 0) && isInside(host) ? `${host} is no public address` : undefined
}

/**
 * Asks a server of somebody else's choosing: over https, at a public address, in a few seconds, and without following
 * it anywhere. The address is judged when the connection is made, so that a name that leads elsewhere a moment later
 * does not help. What it answers is still to be read, within the same time.
 */
export async function askOutside(
  to: string | URL, asked: Asked, { insideToo, waitMs = WAIT_MS }: Way,
): Promise<http.IncomingMessage> {
  const url = new URL(to)
  const refused = refusedAddress(url, insideToo)
  if (refused) throw new Unreachable(refused)
  const wait = AbortSignal.timeout(waitMs)
  const body = asked.body instanceof URLSearchParams ? asked.body.toString() : typeof asked.body === 'string' ? asked.body : undefined
  return new Promise((done, failed) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: asked.method ?? 'GET', headers: Object.fromEntries(new Headers(asked.headers as Record<string, string>)),
      lookup: insideToo ? undefined : publicOnly, agent: false,
      signal: asked.signal ? AbortSignal.any([wait, asked.signal]) : wait,
    }, done)
    request.once('error', failed)
    request.end(body)
  })
}

/** The same as a fetch, for a library that brings its own questions: half a megabyte at most, and no answer from elsewhere. */
export const outward = (insideToo: boolean) => async (to: string | URL, asked: Asked = {}): Promise<Response> => {
  const answer = await askOutside(to, asked, { insideToo })
  const status = answer.statusCode ?? 502
  if (status >= 300 && status < 400) {
    answer.destroy()
    throw new Unreachable(`${new URL(to).host} sends us elsewhere`)
  }
  const content = await buffer(capped(answer))
  const headers = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] => value === undefined ? [] : [[name, String(value)]])
  return new Response([204, 205, 304].includes(status) ? null : new Uint8Array(content), { status, headers })
}

async function* capped(answer: http.IncomingMessage) {
  let size = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > SIZE_MAX) throw new Unreachable('The answer is too large')
    yield piece
  }
}

/** Resolves a name to public addresses only: one that lies inside refuses the whole name. */
const publicOnly: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (failure, addresses: LookupAddress[]) => {
    const [first] = addresses ?? []
    if (failure || !first) return done(failure ?? new Unreachable(`${host} has no address`), '', 4)
    if (addresses.some(({ address }) => isInside(address))) return done(new Unreachable(`${host} is no public address`), '', 4)
    return options.all ? done(null, addresses) : done(null, first.address, first.family)
  })
}
