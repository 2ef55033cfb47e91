import { notAllowed, refused } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import type { OpenContext } from '#core/work.ts'
import { readdressed } from './contract/event.ts'
import { permissions } from './contract/permission.ts'
import { held, mayHandle, RequestRow } from './request.ts'

/** Mends the address of whoever phoned or mailed, and mails them again where they are; links to the other one end. */
export async function readdress(ctx: OpenContext, id: string, { email }: { readonly email: string }): Promise<void> {
  const row = await held(ctx, id)
  if (!mayHandle(ctx, row)) throw notAllowed(permissions.handle.allows)
  if (row.askerName === null || row.askerId !== null) throw refused([fault('change-requests.own-address', '/email',
    'Wie hier aanmeldt, krijgt mail op het eigen adres. Verbeter het bij de medewerkers.',
    'Whoever signs in here is mailed at their own address. Mend it with the staff.',
    'Qui se connecte ici reçoit ses e-mails à sa propre adresse. Corrigez-la chez les collaborateurs.')])
  await RequestRow.query(ctx.db).findById(id).patch({ askerAddress: email.trim() })
  await ctx.emit(readdressed, { request: id })
}
