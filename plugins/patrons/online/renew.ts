import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { refused, type Fault } from '#core/refusal.ts'
import type { OnlineMembership, OnlineRenewal } from '../contract/online.ts'
import { feeBaselineMonths } from '../contract/parameter/fee-term.ts'
import { onlineCheck, onlineRenewal } from '../contract/parameter/online.ts'
import { permissions } from '../contract/permission.ts'
import type { BlockCode } from '../contract/standing.ts'
import { readMembership } from '../enrol.ts'
import { idUsed } from '../id-used.ts'
import { hasInternetBlock, isEnded, isValid, type MembershipRow } from '../membership.ts'
import { mayWithMembers, placeOf } from '../patron.ts'
import { periodOf } from '../period.ts'
import { addRenewal, renewalOf } from '../renew.ts'
import { statusSentence, typeName } from '../status-words.ts'
import { isOnline } from './enrol.ts'
import { mailRenewed } from './mail.ts'
import { memberByCard, type OnlineMember } from './member.ts'
import { blockToMember, noOnlineRenewal, renewAtOwn, tooEarly } from './words.ts'

/** The membership of whoever signed in on a website, and what keeps them from renewing it now. */
export async function onlineMembership(ctx: Context, card: string): Promise<OnlineMembership> {
  return told(ctx, await memberByCard(ctx, card, permissions.online))
}

/**
 * Renews the membership of whoever signed in on a website, as the library allows; a type whose right is looked at gets the
 * internet block again. Announces `patrons.renewed` with its fee. Sent twice it is one renewal. Source: domain/2 §4.1, §4.2.
 */
export async function renewOnline(ctx: Context, { id, card, type }: OnlineRenewal): Promise<OnlineMembership> {
  await ctx.db.raw('select pg_advisory_xact_lock(hashtext(?))', [`online ${id}`])
  const member = await memberByCard(ctx, card, permissions.online)
  const { patron: { person }, membership } = member
  const before = await periodOf(ctx, id)
  if (before && before.membershipId !== membership.id) throw idUsed()
  if (before) return told(ctx, member)
  const stops = await stopsOf(ctx, member, type)
  if (stops.length) throw refused(stops)
  await addRenewal(ctx, membership, person, { id, ...(type !== undefined && { type }) }, 'online')
  const renewed = await readMembership(ctx, membership.id)
  if (isChecked(ctx, renewed, renewed.type)) await ctx.db('membership').where({ id: membership.id }).update({
    online_since: ctx.now.toString(), online_reminded_at: null, confirmed_at: null, confirmed_by: null,
  })
  const after = await readMembership(ctx, membership.id)
  await mailRenewed(ctx, after, person)
  return told(ctx, { ...member, membership: after })
}

const isChecked = (ctx: Context, { branchId }: MembershipRow, type: string) =>
  ctx.parameter(onlineCheck, branchId, ctx.today(branchId), { membership: type })

/** Everything at once that keeps somebody from renewing, in words for them. */
async function stopsOf(ctx: Context, { patron: { person }, membership }: OnlineMember, type = membership.type): Promise<Fault[]> {
  if (!mayWithMembers(ctx, permissions.online, membership)) return [renewAtOwn]
  const { branchId: branch } = membership
  const today = ctx.today(branch)
  const blocks = blocksOf(membership, { isDead: person.deceasedOn !== null, today })
    .map(code => ({ code: `patrons.${code}`, pointer: '', message: blockToMember(code) }))
  const isAllowed = person.kind === 'person' && ctx.parameter(onlineRenewal, branch, today)
    && isOnline(ctx, { branch, type, from: today }, type === membership.type ? 'renewing' : 'new')
  if (!isAllowed) return [...blocks, noOnlineRenewal]
  const from = opensOn(ctx, membership)
  const { faults } = await renewalOf(ctx, membership, person, { type })
  const known = new Set(blocks.map(({ code }) => code))
  return [...blocks, ...(today < from ? [tooEarly(from)] : []), ...faults.filter(({ code }) => !known.has(code))]
}

function blocksOf(membership: MembershipRow, { isDead, today }: { isDead: boolean; today: Day }): BlockCode[] {
  const { status } = membership
  return [
    ...(isDead ? ['deceased' as const] : []), ...(isEnded(membership, today) ? ['ended' as const] : []),
    ...(status === 8 ? ['banned' as const] : []), ...(status === 6 || status === 7 ? ['not-verified' as const] : []),
    ...(hasInternetBlock(membership) ? ['internet-block' as const] : []), ...(status >= 2 && status <= 4 ? ['unpaid-fee' as const] : []),
  ]
}

/** From when a period may be added: when the library asks to pay for it, and a month before at the latest. */
function opensOn(ctx: Context, { branchId, type, untilOn }: MembershipRow): Day {
  const months = Math.max(1, ctx.parameter(feeBaselineMonths, branchId, ctx.today(branchId), { membership: type }))
  return Temporal.PlainDate.from(untilOn).subtract({ months }).toString()
}

async function told(ctx: Context, member: OnlineMember): Promise<OnlineMembership> {
  const { patron: { person }, membership } = member
  const { libraryId, branchId, type, fromOn: from, untilOn: until } = membership
  const stops = await stopsOf(ctx, member)
  const plan = stops.length ? undefined : await renewalOf(ctx, membership, person, {})
  return {
    library: placeOf(ctx, libraryId).name, branch: placeOf(ctx, branchId).name, type, typeName: typeName(ctx, membership), from, until,
    status: statusSentence(ctx, membership, ctx.today(branchId)), isValid: isValid(membership, ctx.today(branchId)),
    mustConfirm: hasInternetBlock(membership),
    renewal: {
      stops: stops.map(({ code, message }) => ({ code, message: message[ctx.language] })), from: plan?.from ?? null, until: plan?.until ?? null,
      feeCents: plan?.feeCents ?? 0, mustConfirm: plan !== undefined && isChecked(ctx, membership, type),
    },
  }
}
