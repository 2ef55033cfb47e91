import { noteFailedSignIn } from './audit.ts'
import type { Installation } from './installation.ts'
import { verifyPassword } from './password.ts'
import type { Refusal } from './refusal.ts'
import type { StaffRow } from './staff.ts'
import { beginTry, forgiveTries, refuseAtOnce, refuseWaiting } from './tries.ts'
import { inWork, SYSTEM_ACTOR } from './work.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

export interface Proof {
  /** What is shown: `password`, `totp`, `passkey`, `recovery`. */
  readonly method: string
  readonly network: string
  /** Said when it is not right. */
  readonly wrong: () => Refusal
}

/** Lets somebody we know prove who they are, under the patience of signing in: wrong ones are counted and noted. */
export async function demandProof(
  installation: Installation, staff: StaffRow, { method, network, wrong }: Proof, isRight: () => Promise<boolean>,
): Promise<void> {
  const tried = await inWork(installation, asSystem, ctx => beginTry(ctx, { address: staff.email ?? staff.id, network, method, staff }))
  refuseAtOnce(tried)
  const right = await isRight()
  if (!right && tried.isGuess) await inWork(installation, asSystem, ctx => noteFailedSignIn(ctx, staff, { method, network }))
  refuseWaiting(tried, right)
  if (!right) throw wrong()
  await inWork(installation, asSystem, ctx => forgiveTries(ctx, tried))
}

/** Whether this is the password of a member of staff; whoever has none has no right one. */
export async function isPasswordOf(installation: Installation, staffId: string, password: string): Promise<boolean> {
  const found = await inWork(installation, asSystem, ctx =>
    ctx.db('staff_password').where({ staff_id: staffId }).first('hash'))
  return verifyPassword(password, found?.hash)
}
