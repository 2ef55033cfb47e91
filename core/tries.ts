import { noteFailedSignIn } from './audit.ts'
import type { StaffRow } from './staff.ts'
import { Refusal } from './refusal.ts'
import type { OpenContext } from './work.ts'

/** So many wrong tries are forgiven; each one after that doubles the wait, from a minute up to `longest`. */
interface Patience { readonly free: number; readonly hours: number; readonly longest: number }
/** Of one address from one network. */
const OF_PAIR: Patience = { free: 8, hours: 24, longest: 60 }
/** Of one address from anywhere: many networks that guess together wait as one. */
const OF_ADDRESS: Patience = { free: 20, hours: 24, longest: 60 }
/** From one network at any address: somebody who tries one password at everybody. */
const OF_NETWORK: Patience = { free: 30, hours: 1, longest: 15 }
/** A network from which somebody signed in so recently is theirs. */
const KNOWN_DAYS = 90

/** One try to prove who one is, before it is known to be right. */
export interface Try {
  readonly address: string
  readonly network: string
  readonly at: string
  /** So long address or network must wait; only the right answer from a network that is theirs passes. */
  readonly waitSeconds: number
  readonly isTheirs: boolean
  /** So long this address must wait in this network, whatever the answer. */
  readonly ownSeconds: number
  /** Told to wait whatever it says, it is no guess: not counted, and noted once for them all. */
  readonly isGuess: boolean
}

/** Who tries, from where, and by what. */
export interface Trying {
  readonly address: string
  readonly network: string
  readonly method: string
  readonly staff?: StaffRow | undefined
}

interface Tally { readonly tries: number; readonly last: string | null }

/**
 * Counts a try as a failure before it is known to be one, so that many at once are as many failures.
 *
 * An address that nobody has is counted and answered as one that somebody has. Guessing from elsewhere never
 * keeps anybody out of the network they work in: there only their own tries count against them.
 */
export async function beginTry(ctx: OpenContext, trying: Trying): Promise<Try> {
  const { address, network, staff } = trying
  const at = ctx.now.toString()
  for (const one of [`network ${network}`, `address ${address}`])
    await ctx.db.raw('select pg_advisory_xact_lock(hashtext(?))', [`sign-in ${one}`])
  await ctx.db('sign_in_failure').where('at', '<', ctx.now.subtract({ hours: OF_PAIR.hours }).toString()).delete()
  const { pair, anywhere, here, isTheirs } = await talliesOf(ctx, address, network, staff)
  const ownSeconds = waitOf(ctx.now, OF_PAIR, pair)
  const waitSeconds = Math.max(waitOf(ctx.now, OF_ADDRESS, anywhere), waitOf(ctx.now, OF_NETWORK, here))
  const isGuess = ownSeconds === 0 && (waitSeconds === 0 || isTheirs)
  if (isGuess) await ctx.db('sign_in_failure').insert({ email: address, network, at })
  else await noteWaiting(ctx, trying)
  return { address, network, at, waitSeconds, isTheirs, ownSeconds, isGuess }
}

/** Tries that have to wait are noted once a day for each address and network: a flood of them fills no log. */
async function noteWaiting(ctx: OpenContext, { address, network, method, staff }: Trying) {
  await ctx.db('sign_in_wait').where('noted_at', '<', ctx.now.subtract({ hours: OF_PAIR.hours }).toString()).delete()
  const { rowCount } = await ctx.db.raw(`
    insert into sign_in_wait (email, network, noted_at) values (?, ?, ?) on conflict do nothing`,
  [address, network, ctx.now.toString()])
  if (rowCount) await noteFailedSignIn(ctx, staff, { method, network, waits: true })
}

/** Refuses a try that has to wait before its answer is even looked at. */
export function refuseAtOnce({ ownSeconds }: Try): void {
  if (ownSeconds > 0) throw tooManyTries(ownSeconds)
}

/** Refuses the answer to a try that has to wait, right or wrong, unless it is right and from a network that is theirs. */
export function refuseWaiting({ waitSeconds, isTheirs }: Try, isRight: boolean): void {
  if (waitSeconds > 0 && !(isRight && isTheirs)) throw tooManyTries(waitSeconds)
}

/** One try was right, but somebody still has more to prove: the wrong ones before it go on counting. */
export const takeBack = (ctx: OpenContext, { address, network, at }: Try) =>
  ctx.db('sign_in_failure').where({ email: address, network, at }).delete()

/** Somebody proved who they are: their wrong tries from this network are forgotten. */
export async function forgiveTries(ctx: OpenContext, { address, network }: Try) {
  await ctx.db('sign_in_wait').where({ email: address, network }).delete()
  await ctx.db('sign_in_failure').where({ email: address, network }).delete()
}

/** The helpdesk knows that it is really them: their wrong tries from everywhere are forgotten. */
export async function forgiveAll(ctx: OpenContext, address: string): Promise<number> {
  await ctx.db('sign_in_wait').where({ email: address }).delete()
  return ctx.db('sign_in_failure').where({ email: address }).delete()
}

async function talliesOf(ctx: OpenContext, address: string, network: string, staff: StaffRow | undefined) {
  const { rows: [row] } = await ctx.db.raw(`
    select count(*) filter (where email = :address and network = :network)::int as pair,
           max(at) filter (where email = :address and network = :network) as pair_at,
           count(*) filter (where email = :address)::int as anywhere,
           max(at) filter (where email = :address) as anywhere_at,
           count(*) filter (where network = :network and at > :hour::timestamptz)::int as here,
           max(at) filter (where network = :network) as here_at,
           exists (select from session where staff_id = :staff::uuid and network = :network
                   and method in ('password', 'passkey', 'oidc') and started_at > :known::timestamptz) as theirs
    from sign_in_failure where email = :address or network = :network`, {
    address, network, staff: staff?.id ?? null,
    hour: ctx.now.subtract({ hours: OF_NETWORK.hours }).toString(),
    known: ctx.now.subtract({ hours: KNOWN_DAYS * 24 }).toString(),
  })
  const tally = (name: string): Tally => ({ tries: row[name], last: row[`${name}_at`] })
  return { pair: tally('pair'), anywhere: tally('anywhere'), here: tally('here'), isTheirs: row.theirs as boolean }
}

/** The seconds still to wait after the last of so many tries. */
export function waitOf(now: Temporal.Instant, { free, longest }: Patience, { tries, last }: Tally): number {
  if (tries < free || last === null) return 0
  const minutes = Math.min(2 ** Math.min(tries - free, 20), longest)
  const until = Temporal.Instant.from(last).add({ minutes })
  return Math.max(0, Math.ceil(until.since(now).total('seconds')))
}

function tooManyTries(seconds: number) {
  const minutes = Math.ceil(seconds / 60)
  return new Refusal(429, 'core.too-many-tries', {
    nl: `Te vaak geprobeerd. Probeer het over ${minutes === 1 ? 'een minuut' : `${minutes} minuten`} opnieuw.`,
    en: `Too many tries. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    fr: `Trop d’essais. Réessayez dans ${minutes === 1 ? 'une minute' : `${minutes} minutes`}.`,
  }, { more: { retryAfterSeconds: seconds } })
}
