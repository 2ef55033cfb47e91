import type { Context } from '#core/context.ts'
import { notFound, refused } from '#core/refusal.ts'
import { unitAt } from '#core/unit.ts'
import { readUpload, type KeptFile } from '#core/upload.ts'
import { DECISION_BYTES_AT_MOST, type DecisionFile } from '../contract/answer/decision.ts'
import { permissions, setTariffs } from '../contract/permission.ts'

/** Keeps the text of a decision, for prices to rest on; sent twice under one id it is kept once. */
export async function keepDecision(ctx: Context, { id, unit, name, content }: DecisionFile): Promise<void> {
  if (!unitAt(ctx.configuration, unit, ctx.today())) throw notFound()
  if (!ctx.may(permissions.set, unit)) ctx.demand(setTariffs, unit)
  const { bytes, mediaType, faults } = readUpload(content, DECISION_BYTES_AT_MOST)
  if (faults.length) throw refused(faults)
  await ctx.db('decision_file').insert({
    id, unit_id: unit, name, media_type: mediaType, content: bytes, staff_id: ctx.actor.id, at: ctx.now.toString(),
  }).onConflict('id').ignore()
}

export async function readDecision(ctx: Context, id: string): Promise<KeptFile> {
  const file: KeptFile | undefined = await ctx.db('decision_file').where({ id }).first('name', 'media_type', 'content')
  if (!file) throw notFound()
  return file
}
