import type { IncomingMessage } from 'node:http'
import type { Installation } from '#core/installation.ts'
import { askOutside, Unreachable } from '#core/outward.ts'
import type { DeliveryFailure } from './contract.ts'
import { signaturesOf } from './secret.ts'

const WAIT_MS = 15_000
/** So much of an answer helps whoever looks for what went wrong. */
const SAID_MAX = 300
const WAIT_LONGEST_SECONDS = 24 * 3600

export interface Message {
  readonly id: string
  readonly address: string
  readonly body: string
  readonly secrets: readonly Buffer[]
  readonly at: Temporal.Instant
}

/** How one try ended; without a failure it arrived. */
export interface Outcome {
  readonly failure: DeliveryFailure | null
  readonly status: number | null
  readonly said: string | null
  readonly tookMs: number
  /** So long the other side asks to be left alone. */
  readonly waitSeconds: number
}

/** Hands a message over, signed. Throws only where this process stops in the middle of it. */
export async function attempt(
  { webhookNetwork }: Installation, message: Message, stopping: AbortSignal,
): Promise<Outcome> {
  const began = performance.now()
  try {
    const answer = await askOutside(message.address, { method: 'POST', headers: headersOf(message), body: message.body, signal: stopping }, {
      insideToo: webhookNetwork === 'private', waitMs: WAIT_MS,
    })
    const said = await beginningOf(answer)
    const status = answer.statusCode ?? 0
    return { failure: failureOf(status), status, said, tookMs: since(began), waitSeconds: waitOf(answer) }
  } catch (error) {
    if (stopping.aborted) throw error
    return { failure: reasonOf(error as NodeJS.ErrnoException), status: null, said: null, tookMs: since(began), waitSeconds: 0 }
  }
}

const since = (began: number) => Math.round(performance.now() - began)

function headersOf({ id, body, secrets, at }: Message) {
  const seconds = Math.floor(at.epochMilliseconds / 1000)
  return {
    'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), 'user-agent': 'Filiaal-Webhooks/1',
    'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signaturesOf(secrets, id, seconds, body),
  }
}

/** What stands at the head of an answer; whoever goes on talking is not listened to. */
async function beginningOf(answer: IncomingMessage): Promise<string | null> {
  let text = ''
  try {
    for await (const piece of answer.setEncoding('utf8') as AsyncIterable<string>) {
      text += piece
      if (text.length >= SAID_MAX) break
    }
  } catch {
    // The answer was given by its status; that its words stop halfway changes nothing.
  } finally {
    answer.destroy()
  }
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, SAID_MAX).toWellFormed().trim() || null
}

function failureOf(status: number): DeliveryFailure | null {
  if (status >= 200 && status < 300) return null
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'elsewhere' : 'refused'
}

/** `Retry-After` in seconds; a date, or longer than a day, is not believed. */
function waitOf({ headers }: IncomingMessage): number {
  const seconds = Number(headers['retry-after'])
  return Number.isInteger(seconds) && seconds > 0 && seconds <= WAIT_LONGEST_SECONDS ? seconds : 0
}

function reasonOf(error: NodeJS.ErrnoException): DeliveryFailure {
  const code = error.code ?? ''
  if (error instanceof Unreachable) return 'not-public'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'too-slow'
  if (['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'].includes(code)) return 'not-found'
  return /CERT|TLS|SSL|SELF_SIGNED|SIGNATURE/.test(code) ? 'not-trusted' : 'no-answer'
}
