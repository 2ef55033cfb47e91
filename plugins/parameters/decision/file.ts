import type { Context } from '#core/context.ts'
import { mediaTypeOf } from '#core/media-type.ts'
import { notFound, refused } from '#core/refusal.ts'
import { unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { DECISION_BYTES_AT_MOST, type DecisionFile } from '../contract/answer/decision.ts'
import { permissions, setTariffs } from '../contract/permission.ts'

/** Keeps the text of a decision, for prices to rest on; sent twice under one id it is kept once. */
export async function keepDecision(ctx: Context, { id, unit, name, content }: DecisionFile): Promise<void> {
  if (!unitAt(ctx.configuration, unit, ctx.today())) throw notFound()
  if (!ctx.may(permissions.set, unit)) ctx.demand(setTariffs, unit)
  const bytes = Buffer.from(content, 'base64')
  const mediaType = mediaTypeOf(bytes)
  const faults = [
    ...(mediaType ? [] : [fault('parameters.no-such-file', '/content',
      'Dit is geen pdf, png of jpeg.', 'This is no PDF, PNG or JPEG.', 'Ce n’est ni un PDF, ni un PNG, ni un JPEG.')]),
    ...(bytes.length <= DECISION_BYTES_AT_MOST ? [] : [fault('parameters.file-too-large', '/content',
      'Het bestand is groter dan 5 MB.', 'The file is larger than 5 MB.', 'Le fichier dépasse 5 Mo.')]),
  ]
  if (!mediaType || faults.length) throw refused(faults)
  await ctx.db('decision_file').insert({
    id, unit_id: unit, name, media_type: mediaType, content: bytes, staff_id: ctx.actor.id, at: ctx.now.toString(),
  }).onConflict('id').ignore()
}

export interface KeptFile { readonly name: string; readonly media_type: string; readonly content: Buffer }

export async function readDecision(ctx: Context, id: string): Promise<KeptFile> {
  const file: KeptFile | undefined = await ctx.db('decision_file').where({ id }).first('name', 'media_type', 'content')
  if (!file) throw notFound()
  return file
}
