import { randomUUID } from 'node:crypto'
import { putBack } from '#core/put-back.ts'
import type { OpenContext } from '#core/work.ts'
import { answer, approve, confirm, handle, refuse, say, tick, withdraw } from '../act.ts'

/** What somebody does with a request, so many days ago at a time of the day. */
export interface Step {
  readonly daysAgo: number
  readonly time: string
  readonly by: string
  does(ctx: OpenContext, request: string): Promise<void>
}

const step = (daysAgo: number, time: string, by: string, does: Step['does']): Step => ({ daysAgo, time, by, does })
type When = [daysAgo: number, time: string, by: string]
type Says = [...When, text: string]

export const takes = (...when: When) => step(...when, (ctx, id) => handle(ctx, id, { assignee: ctx.actor.id }))
export const says = (...[daysAgo, time, by, text]: Says) =>
  step(daysAgo, time, by, (ctx, id) => say(ctx, id, { id: randomUUID(), text, to: 'library' }))
export const asks = (...[daysAgo, time, by, text]: Says) =>
  step(daysAgo, time, by, (ctx, id) => say(ctx, id, { id: randomUUID(), text, to: 'library', asks: true }))
export const notes = (...[daysAgo, time, by, text]: Says) =>
  step(daysAgo, time, by, (ctx, id) => say(ctx, id, { id: randomUUID(), text, to: 'internal' }))
export const answers = (...[daysAgo, time, by, text]: Says) => step(daysAgo, time, by, (ctx, id) => answer(ctx, id, { id: randomUUID(), text }))
export const refuses = (...[daysAgo, time, by, text]: Says) => step(daysAgo, time, by, (ctx, id) => refuse(ctx, id, text))
export const withdraws = (...[daysAgo, time, by, text]: Says) => step(daysAgo, time, by, (ctx, id) => withdraw(ctx, id, text))
export const putsBack = (...[daysAgo, time, by, reason]: Says) => step(daysAgo, time, by, async (ctx, id) => {
  await putBack(ctx, id, { id: randomUUID(), mode: 'from-today', reason })
})
export const confirms = (...when: When) => step(...when, confirm)
export const approves = (daysAgo: number, time: string, by: string, text?: string) =>
  step(daysAgo, time, by, (ctx, id) => approve(ctx, id, text === undefined ? {} : { text }))
export const ticks = (daysAgo: number, time: string, by: string, task: number, proof: string) =>
  step(daysAgo, time, by, (ctx, id) => tick(ctx, id, task, { doneOn: ctx.today(), proof }))
