import { notFound, refused } from '#core/refusal.ts'
import type { Context } from '#core/context.ts'
import { fault } from '#core/wording.ts'
import type { OpenContext } from '#core/work.ts'
import { actsOn } from './one.ts'
import { held, readable } from './request.ts'
import { FILE_BYTES_AT_MOST, type NewFile } from './contract/answer.ts'
import { readUpload, type KeptFile } from '#core/upload.ts'

const FILES_AT_MOST = 20

/** Adds a PDF or picture; sent twice under one id it is one file. A file is what it begins with, whatever its name says. */
export async function attach(ctx: OpenContext, request: string, { id, name, content }: NewFile): Promise<void> {
  const row = await held(ctx, request)
  if (!actsOn(ctx, row).includes('attach')) throw notFound()
  const known: { id: string }[] = await ctx.db('request_file').where({ request_id: request }).select('id')
  if (known.some(file => file.id === id)) return
  const { bytes, mediaType, faults: wrong } = readUpload(content, FILE_BYTES_AT_MOST)
  const faults = [
    ...wrong,
    ...(known.length < FILES_AT_MOST ? [] : [fault('change-requests.too-many-files', '',
      'Bij een aanvraag passen hoogstens 20 bestanden.', 'A request takes 20 files at most.', 'Une demande accepte 20 fichiers au plus.')]),
  ]
  if (faults.length) throw refused(faults)
  await ctx.db('request_file').insert({
    id, request_id: request, name: name.trim(), media_type: mediaType, content: bytes, staff_id: ctx.actor.id,
    staff_name: ctx.actor.name, at: ctx.now.toString(), library_ids: row.libraryIds,
  })
}

export async function readFile(ctx: Context, request: string, file: string): Promise<KeptFile> {
  await readable(ctx, request)
  const kept: KeptFile | undefined = await ctx.db('request_file').where({ id: file, request_id: request }).first('name', 'media_type', 'content')
  if (!kept) throw notFound()
  return kept
}
