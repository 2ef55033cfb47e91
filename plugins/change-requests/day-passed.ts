import { randomUUID } from 'node:crypto'
import type { Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import type { Preview } from '#core/contract/change.ts'
import { notFound, refused } from '#core/refusal.ts'
import { SYSTEM } from '#core/unit.ts'
import { itemsOf, previewWaiting } from '#core/waiting.ts'
import { dayIn, fault, inEach } from '#core/wording.ts'
import type { OpenContext } from '#core/work.ts'
import { formOf } from './form.ts'
import { note } from './note.ts'
import { replaceChange } from './replace.ts'
import { isOpen, readable, type RequestRow } from './request.ts'

/** The day that was asked and went by while it waited, and the one from which it holds instead. */
export interface Passed { readonly asked: Day; readonly from: Day }

interface Period { readonly from?: unknown; readonly to?: unknown }

/**
 * What was to begin on a day that went by while it waited begins today, or on a later day that the approver chooses. What
 * was asked for a day that was past already corrects the past, and what a form with days of its own asks hangs together:
 * both stay as they are, and take the right and the reason that correcting the past takes.
 */
export function passedIn(ctx: Context, row: RequestRow, items: readonly Item[], from?: Day): Passed | null {
  if (!isOpen(row) || row.submittedAt === null || formOf(ctx, row.form)?.hasOwnDay) return null
  const [today, sent] = [ctx.today(), ctx.installation.today(ctx.configuration, SYSTEM, Temporal.Instant.from(row.submittedAt))]
  if (from !== undefined && from < today) throw refused([fault('change-requests.day-passed', '/from',
    'Kies vandaag of een latere dag.', 'Choose today or a later day.', 'Choisissez aujourd’hui ou un jour ultérieur.')])
  const first = from ?? (row.applyOn !== null && row.applyOn > today ? row.applyOn : today)
  const begins = items.flatMap(({ payload }) => {
    const { from: day, to } = payload as Period
    return typeof day === 'string' && day >= sent && day < today && (typeof to !== 'string' || to >= first) ? [day] : []
  })
  const asked = begins.sort()[0]
  return asked === undefined ? null : { asked, from: first }
}

/** The same items, from the day on from which they hold instead. */
export const movedOn = (items: readonly Item[], passed: Passed | null): readonly Item[] => passed === null ? items
  : items.map(item => {
    const { from, to } = item.payload as Period
    const moves = typeof from === 'string' && from >= passed.asked && from < passed.from && (typeof to !== 'string' || to >= passed.from)
    return moves ? { ...item, payload: { ...item.payload as object, from: passed.from } } : item
  })

/** What a change that waits for the helpdesk's word holds; nothing of one that puts something back. */
export async function waitingItems(ctx: OpenContext, setId: string): Promise<readonly Item[]> {
  const set: { state: string; puts_back: string | null } | undefined = await ctx.db('change_set').where({ id: setId }).first('state', 'puts_back')
  return set?.state === 'requested' && set.puts_back === null ? itemsOf(ctx, setId) : []
}

/** Before it is approved: what began too early begins later, and its asker reads so. Answers the set that now waits. */
export async function moveOn(ctx: OpenContext, row: RequestRow, setId: string, { from, seen }: { from?: Day | undefined; seen?: number | undefined }): Promise<string> {
  const items = await waitingItems(ctx, setId)
  const passed = passedIn(ctx, row, items, from)
  if (!passed) return setId
  const set = randomUUID()
  const asSeen = movedOn(items, passed).map(item => seen === undefined ? item : { ...item, seen })
  await replaceChange(ctx, row, { set, items: asSeen, onlyLater: true })
  await note(ctx, row, { kind: 'adjusted', changes: [{
    title: { nl: 'Gaat in op', en: 'Begins on', fr: 'Commence le' },
    was: inEach(language => dayIn(language, passed.asked)), now: inEach(language => dayIn(language, passed.from)),
  }] })
  return set
}

/** What approving a request would do as things stand: exactly what it then lays. */
export async function previewRequest(ctx: OpenContext, id: string, from?: Day): Promise<Preview> {
  const row = await readable(ctx, id)
  if (row.setId === null) throw notFound()
  const passed = passedIn(ctx, row, await waitingItems(ctx, row.setId), from)
  return previewWaiting(ctx, row.setId, items => movedOn(items, passed))
}
