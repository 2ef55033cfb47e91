import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'
import { unitAt } from '#core/unit.ts'
import { dayIn } from '#core/wording.ts'
import { queueMail, type MailText } from '#plugins/mail/index.ts'
import { makeRequestLink } from '../link.ts'
import type { LinkPurpose } from '../contract/link.ts'
import type { RequestRow } from '../request.ts'
import { periodIn, unitsIn, type PutBackTold } from './period.ts'
import type { Reader } from './reader.ts'
import { forHandler, type LetterKind, type Letters, type LettersIn } from './told.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import { nl } from './words/nl.ts'

export const letters: LettersIn = { nl, en, fr }
const LINES_SHOWN = 12
const SUBJECT_MAX = 200

/** What a mail says beside what the request itself tells. */
export interface Says {
  readonly kind: LetterKind
  /** Who speaks, and in which words. */
  readonly by?: string
  readonly word?: string | null
  readonly lines?: readonly Texts[]
  readonly putBack?: PutBackTold
  /** With a link that answers without a sign-in. */
  readonly link?: LinkPurpose
}

/** Mails each of these readers once, in their own language, what happened to a request. */
export async function mailAbout(ctx: Context, row: RequestRow, readers: readonly Reader[], says: Says): Promise<void> {
  for (const { to, unit } of new Map(readers.map(reader => [reader.to.address, reader])).values()) {
    const link = says.link && await makeRequestLink(ctx, row.id, says.link, to)
    const reader = { ...to, name: oneLine(to.name), signsIn: (to.staff ?? null) !== null }
    await queueMail(ctx, {
      to: reader, unit, kind: `change-requests.${says.kind}`, about: row.id, text: textOf(ctx, row, reader, says),
      ...(link && { secret: link.token, secretUntil: link.until }),
    })
  }
}

interface Named { readonly name: string; readonly language: keyof LettersIn; readonly signsIn: boolean }

function textOf(ctx: Context, row: RequestRow, { name, language, signsIn }: Named, says: Says): MailText {
  const { kind, by = '', word, lines = [], putBack, link } = says
  const own = letters[language]
  const today = ctx.today()
  const { subject, says: sentences, quote, label } = own.kinds[kind]({
    number: Number(row.number), what: oneLine(row.subject[language]), unit: unitAt(ctx.configuration, row.unitId, today)?.name ?? '',
    asker: row.askerName ?? row.authorName, by, due: row.dueOn && dayIn(language, row.dueOn), day: row.applyOn && dayIn(language, row.applyOn),
    period: putBack ? periodIn(ctx, language, putBack) : '', units: putBack ? unitsIn(language, putBack) : '',
    corrected: putBack?.corrected ?? false,
  })
  const [first, ...rest] = sentences.filter(Boolean) as string[]
  const { address } = ctx.installation
  const quoted = quotedIn(word, quote)
  return {
    subject: oneLine(subject), paragraphs: [
      own.greeting(name), ...(first ? [first] : []), ...(quote ? [...rest, ...quoted] : [...quoted, ...rest]),
      ...listOf(own, kind, language, lines),
      ...(link ? [{ label, address: `${address}/#/request-link?lang=${language}&token=`, secret: true as const }, own.once]
        : signsIn ? [{ label, address: `${address}/#/${forHandler(kind) ? 'inbox' : 'requests'}/${row.id}` }] : []),
    ],
  }
}

function listOf({ list, more }: Letters, kind: LetterKind, language: keyof LettersIn, lines: readonly Texts[]): string[] {
  const title = list[kind]
  if (!title || !lines.length) return []
  const left = lines.length - LINES_SHOWN
  return [[title, ...lines.slice(0, LINES_SHOWN).map(line => `• ${line[language]}`), ...(left > 0 ? [more(left)] : [])].join('\n')]
}

/** What somebody else wrote stands between the lines that are ours. */
export const quotedIn = (word?: string | null, quote?: string): string[] =>
  word?.trim() ? [...(quote ? [quote] : []), word.trim().slice(0, 5000)] : []

/** A subject is one line, whatever a name holds. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim().slice(0, SUBJECT_MAX)
