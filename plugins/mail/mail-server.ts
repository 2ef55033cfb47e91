import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type { MailFailure } from './contract.ts'

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 60_000 }
/** However slowly a server answers, one mail takes no longer than this. */
const MAIL_MS_MAX = 120_000

/** What a mail server, or the line to it, had against a mail. */
interface Objection extends Error {
  readonly code?: string; readonly command?: string; readonly response?: string; readonly responseCode?: number
}

/** How it ended: what to call it, what the server said, and what may be done about it. */
export interface NotSent {
  readonly failure: MailFailure
  readonly said: string | null
  /** `again`: try later. `never`: refused for good. `unsure`: it may have arrived. */
  readonly outcome: 'again' | 'never' | 'unsure'
  /** It was not about this mail: the next would fare no better. */
  readonly rest: boolean
}

/** A line to the mail server, opened when the first mail goes over it, for as many mails as it takes. */
export class MailLine {
  readonly #url: string
  #open: { readonly smtp: SMTPConnection; readonly lost: Promise<never> } | undefined

  constructor(url: string) {
    this.#url = url
  }

  /**
   * Hands one mail over. `handing` is waited for at the moment the server asks for the words; until
   * then it is certain that nothing was sent, from then on only the server's answer makes it so.
   */
  async hand(envelope: { from: string; to: string }, words: Buffer, handing: () => Promise<void>): Promise<void> {
    const { smtp, lost } = this.#open ??= await open(this.#url)
    const content = Readable.from((async function* () {
      await handing()
      yield words
    })())
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(new Error('The mail server takes too long')), MAIL_MS_MAX)
    const sent = step(done => smtp.send(envelope, content, error => done(error)))
    await Promise.race([sent, lost, late]).finally(() => clearTimeout(timer))
  }

  close(): void {
    this.#open?.smtp.close()
    this.#open = undefined
  }
}

async function open(url: string) {
  const { auth, ...options } = parseConnectionUrl(url)
  const smtp = new SMTPConnection({ ...options, ...TIMEOUTS, ...(needsTls(url) ? { requireTLS: true } : {}) })
  /** Rejects when the line breaks, whatever is under way. */
  const lost = new Promise<never>((_, lose) => smtp.on('error', lose))
  lost.catch(() => undefined)
  try {
    await Promise.race([lost, step(done => smtp.connect(done))])
    if (auth?.user) await Promise.race([lost, step(done => smtp.login({ ...auth, credentials: auth }, done))])
    return { smtp, lost }
  } catch (error) {
    smtp.close()
    throw error
  }
}

const step = (act: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((well, ill) => act(error => error ? ill(error) : well()))

/** A password never travels in the clear, except to a server on this very machine. */
const needsTls = (url: string) =>
  new URL(url).username !== '' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)

/** Reads from an objection what became of the mail; `handed` tells whether its words were on their way. */
export function notSent(objection: Objection, handed: boolean): NotSent {
  const { code, command = '', response, responseCode } = objection
  const said = response ? oneLine(response) : null
  const permanent = responseCode !== undefined && responseCode >= 500
  if (command === 'RCPT TO' && permanent || code === 'EENVELOPE' && command === 'API')
    return { failure: 'address-refused', said, outcome: 'never', rest: false }
  if (code === 'EAUTH') return { failure: 'no-sign-in', said, outcome: 'again', rest: true }
  if (command === 'DATA' && permanent || code === 'EMESSAGE' && responseCode === undefined)
    return { failure: 'refused', said, outcome: 'never', rest: false }
  if (responseCode !== undefined)
    return { failure: permanent ? 'refused' : 'not-now', said, outcome: 'again', rest: command !== 'RCPT TO' }
  if (handed) return { failure: 'cut-short', said, outcome: 'unsure', rest: true }
  return { failure: 'no-connection', said: oneLine(objection.message), outcome: 'again', rest: true }
}

const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 300)
