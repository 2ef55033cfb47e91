import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { accountOf } from '#core/account.ts'
import type { Context } from '#core/context.ts'
import type { Language } from '#core/contract.ts'
import { linkSpent } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import type { Recipient } from '#plugins/mail/index.ts'
import type { LinkPurpose } from './contract/link.ts'

const LINK_DAYS = 14

/** What a link stands for, as long as it works. */
export interface RequestLink {
  readonly id: string
  readonly request: string
  readonly purpose: LinkPurpose
  readonly staff: string | null
  readonly name: string
  readonly language: Language
}

/** Makes a link that works once; only its digest is kept. An earlier one of the same kind to the same person works no more. */
export async function makeRequestLink(
  ctx: Context, request: string, purpose: LinkPurpose, { staff = null, name, address, language }: Recipient,
): Promise<{ token: string; until: string }> {
  await ctx.db('request_link').where({ request_id: request, purpose, address }).whereNull('used_at').update({ used_at: ctx.now.toString() })
  const token = randomBytes(24).toString('base64url')
  const until = ctx.now.add({ hours: 24 * LINK_DAYS }).toString()
  await ctx.db('request_link').insert({
    id: randomUUID(), request_id: request, purpose, token_digest: digest(token), staff_id: staff, name, address, language, expires_at: until,
  })
  return { token, until }
}

/**
 * The link of a token, if it still works: not used, not too old, and its reader is who they were: an account that was
 * closed or an address that was corrected ends the link. Held, so that it is used once.
 */
export async function standingLink(ctx: Context, token: string): Promise<RequestLink> {
  const link: { id: string; request_id: string; purpose: LinkPurpose; staff_id: string | null; name: string; address: string; language: Language } | undefined =
    await ctx.db('request_link').where({ token_digest: digest(token) }).whereNull('used_at')
      .where('expires_at', '>', ctx.now.toString()).forUpdate().first()
  if (!link || !await isStill(ctx, link)) throw linkSpent()
  return { id: link.id, request: link.request_id, purpose: link.purpose, staff: link.staff_id, name: link.name, language: link.language }
}

async function isStill(ctx: Context, { staff_id: staff, address }: { staff_id: string | null; address: string }): Promise<boolean> {
  if (staff === null) return true
  if (!accountOf(ctx.configuration, staff, ctx.today())) return false
  const known = await StaffRow.query(ctx.db).findById(staff).select('email')
  return known?.email === address
}

/** It works no more from here on. */
export const useUp = async (ctx: Context, { id }: RequestLink): Promise<void> => {
  await ctx.db('request_link').where({ id }).update({ used_at: ctx.now.toString() })
}

/** No link of a request works any more. */
export const endLinks = async (ctx: Context, request: string): Promise<void> => {
  await ctx.db('request_link').where({ request_id: request }).whereNull('used_at').update({ used_at: ctx.now.toString() })
}

const KEPT_DAYS = 30

/** Links whose time is long over are of no use to anybody. */
export async function forgetOldRequestLinks(ctx: Context): Promise<void> {
  await ctx.db('request_link').where('expires_at', '<', ctx.now.subtract({ hours: 24 * KEPT_DAYS }).toString()).delete()
}

const digest = (token: string) => createHash('sha256').update(token).digest()
