import { shareGroup3 } from '#core/cooperation.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { homeLibrary } from '#core/unit.ts'
import { linkedType } from '#plugins/parameters/index.ts'
import { blockOf } from './block-words.ts'
import { unpaidFeeBlock } from './contract/parameter/fee-term.ts'
import { oldest, youngest } from './contract/parameter/type.ts'
import type { Block } from './contract/standing.ts'
import { hasInternetBlock, isEnded, isValid, type MembershipRow } from './membership.ts'
import type { Patron } from './patron.ts'
import { ageOn } from './person.ts'

/** What somebody is to a branch on a day: by which membership they borrow there, and what stands in the way. */
export interface Standing {
  /** The membership that counts: of the branch's own library, else of a partner in a group of level 3. */
  readonly membership: MembershipRow | undefined
  /** A member of a partner, who borrows without enrolling. */
  readonly visits: boolean
  /** The type under which this library treats them; none where it knows nothing of the kind. */
  readonly type: string | undefined
  readonly blocks: readonly Block[]
}

interface There { readonly patron: Patron; readonly branch: UnitId; readonly day: Day }

/** Whether somebody may borrow at a branch, as far as who they are decides it; loans and money come on top of that. */
export function mayBorrowAt(ctx: Context, { patron, branch, day }: There): Standing {
  const library = homeLibrary(ctx.configuration, branch, day)
  const own = patron.memberships.find(({ libraryId }) => libraryId === library)
  const partners = library === undefined ? [] : patron.memberships.filter(({ libraryId, discreet }) =>
    !discreet && libraryId !== library && shareGroup3(ctx.configuration, libraryId, library, day))
  const membership = [own, ...partners].find(one => one && isValid(one, day)) ?? own ?? partners[0]
  const visits = membership !== undefined && membership !== own
  const type = membership && visits && library !== undefined
    ? linkedType(ctx.configuration, membership.type, membership.libraryId, library, day) : membership?.type
  return { membership, visits, type, blocks: blocksOf(ctx, patron, { membership, type, day }) }
}

type Counts = Pick<Standing, 'membership' | 'type'> & { readonly day: Day }

/** Every block at once, the weightiest first. */
function blocksOf(ctx: Context, patron: Patron, { membership, type, day }: Counts): Block[] {
  const { person, card } = patron
  const blocks: Block[] = []
  if (person.deceasedOn) blocks.push(blockOf('deceased', { day: person.deceasedOn }))
  if (card?.blockedOn) blocks.push(blockOf('card-blocked', { day: card.blockedOn }))
  if (!membership) return [...blocks, blockOf('no-membership')]
  const { status, untilOn, fromOn, endsOn } = membership
  if (type === undefined) blocks.push(blockOf('no-type'))
  if (isEnded(membership, day)) return [...blocks, blockOf('ended', { day: endsOn ?? untilOn })]
  if (status === 8) blocks.push(blockOf('banned'))
  if (status === 6 || status === 7) blocks.push(blockOf('not-verified'))
  if (hasInternetBlock(membership)) blocks.push(blockOf('internet-block'))
  if (untilOn < day) blocks.push(blockOf('expired', { day: untilOn }))
  if (fromOn > day) blocks.push(blockOf('not-yet', { day: fromOn }))
  if (status >= 2 && status <= 4 && owesWeigh(ctx, membership, day))
    blocks.push(blockOf('unpaid-fee', { cents: membership.feeCents, isReminded: status === 4 }))
  return [...blocks, ...ageBlocks(ctx, patron, { membership, day })]
}

const owesWeigh = (ctx: Context, { branchId, type }: MembershipRow, day: Day) =>
  ctx.parameter(unpaidFeeBlock, branchId, day, { membership: type })

function ageBlocks(ctx: Context, { person }: Patron, { membership, day }: { membership: MembershipRow; day: Day }): Block[] {
  const age = ageOn(person, day)
  if (age === null) return []
  const [from, to] = agesOf(ctx, membership, day)
  if (from !== null && age < from) return [blockOf('too-young', { years: from })]
  return to !== null && age > to ? [blockOf('too-old', { years: to })] : []
}

/** From which age up to which a type of membership is for; none on either side where nobody said so. */
export const agesOf = (ctx: Context, { branchId, type }: Pick<MembershipRow, 'branchId' | 'type'>, day: Day) =>
  [ctx.parameter(youngest, branchId, day, { membership: type }), ctx.parameter(oldest, branchId, day, { membership: type })] as const
