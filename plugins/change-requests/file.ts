import { notFound, refused } from '#core/refusal.ts'
import type { Context } from '#core/context.ts'
import { fault } from '#core/wording.ts'
import type { OpenContext } from '#core/work.ts'
import { actsOn } from './one.ts'
import { held, readable } from './request.ts'
import { FILE_BYTES_AT_MOST, type NewFile } from './contract/answer.ts'
import { mediaTypeOf } from '#core/media-type.ts'

const FILES_AT_MOST = 20

/** Adds a PDF or picture; sent twice under one id it is one file. A file is what it begins with, whatever its name says. */
export async function attach(ctx: OpenContext, request: string, { id, name, content }: NewFile): Promise<void> {
  const row = await held(ctx, request)
  if (!actsOn(ctx, row).includes('attach')) throw notFound()
  const bytes = Buffer.from(content, 'base64')
  const mediaType = mediaTypeOf(bytes)
  const known: { id: string }[] = await ctx.db('request_file').where({ request_id: request }).select('id')
  if (known.some(file => file.id === id)) return
  const faults = [
    ...(mediaType ? [] : [fault('change-requests.no-such-file', '/content',
      'Dit is geen pdf, png of jpeg.', 'This is no PDF, PNG or JPEG.', 'Ce n’est ni un PDF, ni un PNG, ni un JPEG.')]),
    ...(bytes.length <= FILE_BYTES_AT_MOST ? [] : [fault('change-requests.file-too-large', '/content',
      'Het bestand is groter dan 5 MB.', 'The file is larger than 5 MB.', 'Le fichier dépasse 5 Mo.')]),
    ...(known.length < FILES_AT_MOST ? [] : [fault('change-requests.too-many-files', '',
      'Bij een aanvraag passen hoogstens 20 bestanden.', 'A request takes 20 files at most.', 'Une demande accepte 20 fichiers au plus.')]),
  ]
  if (!mediaType || faults.length) throw refused(faults)
  await ctx.db('request_file').insert({
    id, request_id: request, name: name.trim(), media_type: mediaType, content: bytes, staff_id: ctx.actor.id,
    staff_name: ctx.actor.name, at: ctx.now.toString(), library_ids: row.libraryIds,
  })
}

export interface KeptFile { readonly name: string; readonly media_type: string; readonly content: Buffer }

export async function readFile(ctx: Context, request: string, file: string): Promise<KeptFile> {
  await readable(ctx, request)
  const kept: KeptFile | undefined = await ctx.db('request_file').where({ id: file, request_id: request }).first('name', 'media_type', 'content')
  if (!kept) throw notFound()
  return kept
}
