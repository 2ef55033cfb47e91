import type { Context } from '#core/context.ts'
import type { Installation } from '#core/installation.ts'
import { refused } from '#core/refusal.ts'
import { linkSpent } from '#core/session.ts'
import { SYSTEM, unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import type { Language, Texts } from '#core/contract.ts'
import { answerRow, confirmRow } from './act.ts'
import type { LinkAnswer, LinkedRequest } from './contract/link.ts'
import { standingLink, useUp, type RequestLink } from './link.ts'
import { answersOf } from './answer-text.ts'
import { held, isOpen, isUnconfirmed, RequestRow } from './request.ts'

const SENTENCES_SHOWN = 50

/** Whoever follows a link has no rights: the system reads and writes for them, within this one request. */
const byLink = <T>(installation: Installation, act: (ctx: OpenContext) => Promise<T>): Promise<T> =>
  inWork(installation, { actor: SYSTEM_ACTOR, language: 'nl' }, act)

/** What was entered, as its asker reads it: never what the helpdesk notes for itself. */
export const readLinked = (installation: Installation, token: string, language: Language): Promise<LinkedRequest> => byLink(installation, async ctx => {
  const link = await standingLink(ctx, token)
  const row = await RequestRow.query(ctx.db).findById(link.request)
  if (!row) throw linkSpent()
  return linked({ ...ctx, language }, row, link)
})

/** Their yes, their no, or their answer; the link is used up by it. */
export const answerLinked = (installation: Installation, { token, yes, text }: LinkAnswer): Promise<void> => byLink(installation, async ctx => {
  const link = await standingLink(ctx, token)
  const row = await held(ctx, link.request)
  if (!isToAnswer(row, link)) throw linkSpent()
  const said = text?.trim() ?? ''
  if (link.purpose === 'confirm' && yes === undefined) throw refused([fault('change-requests.yes-or-no', '/yes',
    'Zeg of dit is wat je vroeg.', 'Say whether this is what you asked.', 'Dites si c’est bien ce que vous avez demandé.')])
  if (said === '' && (link.purpose === 'reply' || !yes)) throw refused([fault('change-requests.no-word', '/text',
    'Schrijf hier je antwoord.', 'Write your answer here.', 'Écrivez votre réponse ici.')])
  // The audit tells who it was, where that is somebody who signs in here.
  await ctx.db.raw(`select set_config('app.actor', ?, true)`, [link.staff ?? ''])
  await useUp(ctx, link)
  const by = { id: link.staff, name: link.name }
  if (link.purpose === 'confirm' && yes) await confirmRow(ctx, row)
  const words = link.purpose === 'confirm' && !yes ? `${no[link.language]} ${said}` : said
  if (words !== '') await answerRow(ctx, row, { text: words, by })
})

const no = {
  nl: 'Nee, dit is niet wat ik vroeg.', en: 'No, this is not what I asked.', fr: 'Non, ce n’est pas ce que j’ai demandé.',
} as const

const isToAnswer = (row: RequestRow, { purpose }: RequestLink) =>
  isOpen(row) && (purpose === 'confirm' ? isUnconfirmed(row) : row.state === 'question')

async function linked(ctx: Context, row: RequestRow, link: RequestLink): Promise<LinkedRequest> {
  const { language } = ctx
  const today = ctx.today()
  const sentences: Texts[] = row.setId === null ? []
    : await ctx.db('change_item').where({ set_id: row.setId }).orderBy('n').pluck('sentence')
  const asked: { text: string } | undefined = row.state !== 'question' ? undefined
    : await ctx.db('request_note').where({ request_id: row.id, kind: 'question' }).orderBy('n', 'desc').first('text')
  return {
    number: Number(row.number), subject: row.subject[language], unitName: unitAt(ctx.configuration, row.unitId, today)?.name ?? '',
    region: unitAt(ctx.configuration, SYSTEM, today)?.name ?? '', asker: row.askerName ?? row.authorName, enteredBy: row.authorName,
    sentAt: row.submittedAt, applyOn: row.applyOn, reason: row.reason,
    answers: answersOf(ctx, row).map(({ title, text }) => ({ title, text })),
    sentences: sentences.slice(0, SENTENCES_SHOWN).map(sentence => sentence[language]), more: Math.max(0, sentences.length - SENTENCES_SHOWN),
    question: asked?.text ?? null, state: row.state, purpose: link.purpose, open: isToAnswer(row, link),
  }
}
