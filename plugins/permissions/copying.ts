import { missingRights } from '#core/change.ts'
import { submit } from '#core/door.ts'
import { grantsToCome } from '#core/grant.ts'
import { readSet } from '#core/history.ts'
import { previewOf } from '#core/preview.ts'
import { refused } from '#core/refusal.ts'
import type { OpenContext } from '#core/work.ts'
import { fault } from '#core/wording.ts'
import { grantRole } from './contract/change.ts'
import { needsOfRole } from './handing-on.ts'
import { staffMember } from './staff-list.ts'
import { grantSentence } from './staff-shown.ts'

export interface Copy {
  readonly id: string
  readonly from: string
  /** Where the roles that the other holds at their home unit are given instead. */
  readonly at?: string | undefined
  readonly preview?: boolean | undefined
}

/** Gives somebody the roles of a colleague, as far as the caller may give them; the rest is told and left. */
export async function copyGrants(ctx: OpenContext, staff: string, { id, from, at, preview = false }: Copy) {
  await staffMember(ctx, staff)
  const { homeUnit } = await staffMember(ctx, from)
  const today = ctx.today()
  const held = new Set(grantsToCome(ctx.configuration, staff, today).map(({ role, unit }) => `${role} ${unit}`))
  const given = grantsToCome(ctx.configuration, from, today).filter(({ unit }) => ctx.reaches(unit))
    .map(grant => ({ ...grant, staff, unit: at !== undefined && grant.unit === homeUnit?.id ? at : grant.unit }))
    .filter(({ role, unit }) => !held.has(`${role} ${unit}`))
  const mayGive = given.map(grant =>
    missingRights(ctx, needsOfRole(ctx.configuration, grant, today, ctx.installation.registry)).length === 0)
  const items = given.filter((_, n) => mayGive[n]).map(grant => ({
    kind: grantRole.name, payload: { ...grant, from: grant.from !== null && grant.from > today ? grant.from : today },
  }))
  const left = given.filter((_, n) => !mayGive[n]).map(grant => grantSentence(ctx, grant))
  if (preview) return { preview: items.length ? await previewOf(ctx, items) : null, set: null, left }
  if (!items.length) throw refused([fault('permissions.nothing-to-copy', '/from',
    'Er zijn geen rollen die je kunt overnemen.', 'There are no roles that you can copy.',
    'Il n’y a aucun rôle que vous puissiez copier.')])
  await submit(ctx, { id, items })
  return { preview: null, set: await readSet(ctx, id), left }
}
