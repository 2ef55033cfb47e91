import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { MailServer } from '#core/installation.ts'

/** What a mail server may do when a mail is offered: answer with an error, or never answer. */
type Mood = Error | 'hang' | undefined

export interface LetterBox {
  /** For an installation that mails through it. */
  readonly server: MailServer
  /** Every mail that was taken whole, oldest first. */
  readonly received: (Email & { readonly raw: string; readonly envelope: { from: string; to: string[] } })[]
  /** How often the words of a mail came in, taken or not. */
  heard: number
  /** What it says to an address, and to the words of a mail. */
  mood: { address?: (to: string) => Mood; words?: () => Mood }
  /** Told when the words of a mail have come in, before any answer. */
  onWords: () => void
  close(): Promise<void>
}

/** `550 no such user`, as a server says it. */
export const answer = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

/** A real mail server on a port of its own, that keeps what it receives. */
export async function openLetterBox(): Promise<LetterBox> {
  const box: LetterBox = {
    server: { url: '', from: 'Filiaal <filiaal@proef.be>' }, received: [], heard: 0, mood: {}, onWords: () => undefined,
    close: () => new Promise(closed => smtp.close(() => closed())),
  }
  const answered = (mood: Mood, done: (error?: Error | null) => void) => {
    if (mood !== 'hang') done(mood)
  }
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'], closeTimeout: 10, disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => answered(box.mood.address?.(address), done),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        void (async () => {
          box.heard++
          box.onWords()
          const mood = box.mood.words?.()
          if (!mood) {
            const raw = Buffer.concat(parts)
            const { mailFrom, rcptTo } = session.envelope
            box.received.push({
              ...await PostalMime.parse(raw), raw: raw.toString('utf8'),
              envelope: { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) },
            })
          }
          answered(mood, done)
        })()
      })
    },
  })
  smtp.on('error', () => undefined)
  await new Promise<void>(listening => smtp.listen(0, '127.0.0.1', () => listening()))
  const { port } = smtp.server.address() as AddressInfo
  return Object.assign(box, { server: { ...box.server, url: `smtp://127.0.0.1:${port}` } })
}
