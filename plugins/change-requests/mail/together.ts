import type { Static } from 'typebox'
import { dayIn } from '#core/wording.ts'
import type { OpenContext } from '#core/work.ts'
import { queueMail, type MailLink } from '#plugins/mail/index.ts'
import type { movedTogether } from '../contract/event.ts'
import type { RequestState } from '../contract/state.ts'
import { RequestRow } from '../request.ts'
import { letterOf } from './follow.ts'
import { letters, mailAbout, oneLine, quotedIn, type Says } from './letter.ts'
import type { Reader } from './reader.ts'
import { sections, type SeveralKind } from './told.ts'

interface Moved { readonly request_id: string; readonly was: RequestState; readonly became: RequestState }
interface Told { readonly row: RequestRow; readonly reader: Reader; readonly says: Says }

/** Several requests were approved in one act: each reader hears of all of theirs in one mail. */
export async function mailTogether(ctx: OpenContext, { act, by }: Static<typeof movedTogether.detail>): Promise<void> {
  const moves: Moved[] = await ctx.db('request_together').where({ act })
  const rows = await RequestRow.query(ctx.db).findByIds(moves.map(({ request_id: id }) => id)).orderBy('number')
  const told: Told[] = []
  for (const row of rows) {
    const move = moves.find(({ request_id: id }) => id === row.id)
    const letter = move && await letterOf(ctx, row, { from: move.was, to: move.became, by })
    const readers = new Map(letter?.readers.map(reader => [reader.to.address, reader]))
    if (letter) told.push(...[...readers.values()].map(reader => ({ row, reader, says: letter.says })))
  }
  const isSecond = ({ says }: Told) => says.kind === 'second'
  for (const own of Map.groupBy(told, ({ reader, ...one }) => `${isSecond({ reader, ...one })} ${reader.to.address}`).values()) {
    const [only] = own
    if (only && own.length === 1) await mailAbout(ctx, only.row, [only.reader], only.says)
    else if (only) await mailSeveral(ctx, act, isSecond(only) ? 'seconds' : 'together', own, only)
  }
}

async function mailSeveral(ctx: OpenContext, act: string, kind: SeveralKind, own: readonly Told[], { reader, says }: Told): Promise<void> {
  const { to, unit } = reader
  const words = letters[to.language]
  const { subject, says: opening, quote } = words.several[kind](own.length)
  const signsIn = (to.staff ?? null) !== null
  const listed = sections.flatMap(section => {
    const links = own.filter(one => one.says.kind === section).map((one): MailLink => ({
      label: words.one(Number(one.row.number), oneLine(one.row.subject[to.language]), section === 'planned' && one.row.applyOn ? dayIn(to.language, one.row.applyOn) : null),
      address: `${ctx.installation.address}/#/${kind === 'seconds' ? 'inbox' : 'requests'}/${one.row.id}`,
    }))
    return links.length ? [words.sections[section], signsIn ? links : links.map(({ label }) => `• ${label}`).join('\n')] : []
  })
  await queueMail(ctx, {
    to: { ...to, name: oneLine(to.name) }, unit, kind: `change-requests.${kind}`, about: act,
    text: { subject, paragraphs: [words.greeting(oneLine(to.name)), opening, ...quotedIn(says.word, quote), ...listed] },
  })
}

/** The acts in which a request was approved with others. */
export const actsOf = async (ctx: Pick<OpenContext, 'db'>, requests: readonly string[]): Promise<{ act: string; request: string }[]> =>
  ctx.db('request_together').whereIn('request_id', [...requests]).select('act', 'request_id as request')
