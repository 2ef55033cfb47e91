import type { Context } from '#core/context.ts'
import { refused } from '#core/refusal.ts'
import { lockSecret, openSecret } from '#core/secret.ts'
import { fault } from '#core/wording.ts'

const SEALED = 'files of patrons'

/** The text of a file as it is kept: it holds names and may hold national numbers, so no copy of the database tells them. */
export const sealed = ({ installation }: Context, id: string, content: string): Buffer =>
  lockSecret(installation.keyFor(SEALED), Buffer.from(content), id)

/** Undefined for what is gone, or was sealed before the installation got another secret. */
export const openContent = ({ installation }: Context, { id, sealed: kept }: { readonly id: string; readonly sealed: Buffer | null }) =>
  kept === null ? undefined : openSecret(installation.keyFor(SEALED), kept, id)?.toString()

/** The text of a file, as long as it is kept. */
export async function contentOf(ctx: Context, id: string): Promise<string> {
  const kept: { sealed: Buffer | null } | undefined = await ctx.db('patron_file').where({ id }).first('sealed')
  const content = openContent(ctx, { id, sealed: kept?.sealed ?? null })
  if (content === undefined) throw refused([fault('patrons.file-gone', '', 'Dit bestand is niet meer bewaard. Breng het opnieuw.',
    'This file is no longer kept. Bring it again.', 'Ce fichier n’est plus conservé. Fournissez-le à nouveau.')])
  return content
}
