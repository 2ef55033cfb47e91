import { accountFact, accountOf } from '#core/account.ts'
import { missingRights } from '#core/change.ts'
import { beyondReach, lockConfiguration } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import { languages, type Language, type UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import { needsOfGiven } from '#core/given-role.ts'
import { grantsToCome } from '#core/grant.ts'
import { notAllowed } from '#core/refusal.ts'
import { addStaff, endLinksOf, initialsOf } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { homeLibrary } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import { signInPermissions } from '../contract/permission.ts'
import { closeProvisioned, openProvisioned } from '../contract/provision.ts'
import { machineAt } from '../token/machine.ts'
import { asUser, personKept, ProvisionedPerson, unitsKept, type Person } from './person.ts'
import { Types, type Schemas } from './scimmy.ts'
import { userAfter, userIn } from './vendor.ts'

type User = InstanceType<typeof Schemas.User>

/** What is kept of a user: who they are and how they are called; never a role. */
interface Said {
  readonly userName: string
  readonly externalId: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly active: boolean
}

/** Somebody new: a row, an account at the unit of the token, and no role. */
export async function addPerson(ctx: OpenContext, body: unknown): Promise<Person> {
  await lockConfiguration(ctx)
  const said = saidOf(await userIn(body), ctx.language)
  const unit = machineAt(ctx.configuration, ctx.actor.id ?? '', ctx.today())?.unit
  if (!unit || !unitsKept(ctx).has(unit)) throw notAllowed(signInPermissions.provision.allows)
  const libraryId = homeLibrary(ctx.configuration, unit, ctx.today()) ?? null
  const { id } = await addStaff(ctx, { name: said.name, email: said.email, language: said.language, libraryId })
  await note(ctx, id, unit, libraryId, said)
  if (said.active) await open(ctx, id, unit)
  return personKept(ctx, id)
}

/** The whole of a user, said anew. */
export async function replacePerson(ctx: OpenContext, id: string, body: unknown): Promise<Person> {
  await lockConfiguration(ctx)
  const before = await personKept(ctx, id)
  return become(ctx, before, saidOf(await userIn(body), before.language as Language))
}

/** A user with single things changed, as either vendor says it. */
export async function patchPerson(ctx: OpenContext, id: string, body: unknown): Promise<Person> {
  await lockConfiguration(ctx)
  const before = await personKept(ctx, id)
  const user = await userAfter(asUser(ctx, before), body)
  return become(ctx, before, saidOf(user, before.language as Language, before))
}

/** Gone for good: no account, no role at the units kept; the row stays, for what they did. */
export async function removePerson(ctx: OpenContext, id: string): Promise<void> {
  await lockConfiguration(ctx)
  const person = await personKept(ctx, id)
  await close(ctx, person.id, true)
}

async function become(ctx: OpenContext, before: Person, said: Said): Promise<Person> {
  const { id } = before
  const isRenamed = said.email !== before.email || said.userName !== before.user_name
  const isRenumbered = said.externalId !== before.external_id
  if (isRenamed || isRenumbered) refuseBeyondSay(ctx, before, isRenamed)
  const isActive = accountOf(ctx.configuration, id, ctx.today()) !== undefined
  const opens = said.active && !isActive
  if (opens && await isClosedByPerson(ctx, id)) throw beyondSay('This account was closed by a person here, and only a person opens it again')
  const row = await StaffRow.query(ctx.db).findById(id).throwIfNotFound()
  await StaffRow.query(ctx.db).findById(id).patch({
    name: said.name, email: said.email, language: said.language, ...(said.email !== before.email && { doubled: false }),
    ...(said.name !== before.name && { initials: initialsOf(said.name) }),
  })
  if (said.email !== before.email) await endLinksOf(ctx, id)
  const known = await ProvisionedPerson.query(ctx.db).findById(id)
  const unit = known?.unitId ?? accountOf(ctx.configuration, id, ctx.today())?.unit ?? firstKept(ctx)
  await note(ctx, id, unit, row.libraryId, said)
  if (opens) await open(ctx, id, unit)
  if (!said.active) await close(ctx, id, false)
  return personKept(ctx, id)
}

/**
 * A new address, or another number at their provider, is a way in: so of somebody who may, now or later, more than
 * this system, a person here changes it. A first number is taken, unless it would open the door to giving rights.
 */
function refuseBeyondSay(ctx: Context, { id, external_id: number }: Person, isRenamed: boolean) {
  const today = ctx.today()
  const missing = missingRights(ctx, grantsToCome(ctx.configuration, id, today).flatMap(grant => needsOfGiven(
    ctx.configuration, grant, grant.from !== null && grant.from > today ? grant.from : today, ctx.installation.registry)))
  if (isRenamed && missing.length) throw beyondSay('How this user signs in is not for this system to say: '
    + 'they may do more here than it may. Somebody who has a say over them corrects their address in Filiaal')
  if (missing.length && (number !== null || missing.some(({ permission }) => permission.touches === 'rights')))
    throw beyondSay('The externalId of this user is not for this system to say: they may do more here than it may')
}

const beyondSay = (detail: string) => new Types.Error(403, 'mutability' as never, detail)

/** Whether a person, and no machine, had the last word on whether somebody has an account. */
async function isClosedByPerson(ctx: Context, id: string): Promise<boolean> {
  const { rows: [last] } = await beyondReach(ctx, () => ctx.db.raw(`
    select a.kind from change_set s left join staff a on a.id = s.author_id where s.version = (
      select max(greatest(made_in, ended_in)) from segment where fact = ? and key = ?)`, [accountFact.name, id]))
  return last !== undefined && last.kind !== 'machine'
}

const firstKept = (ctx: Context): UnitId => {
  const [unit] = unitsKept(ctx)
  if (!unit) throw notAllowed(signInPermissions.provision.allows)
  return unit
}

async function open(ctx: OpenContext, staff: string, unit: UnitId) {
  await submit(ctx, { id: crypto.randomUUID(), items: [{ kind: openProvisioned.name, payload: { staff, unit } }] })
}

/** From the next request on: what is open of theirs ends with the account. */
async function close(ctx: OpenContext, staff: string, leaves: boolean) {
  const unit = accountOf(ctx.configuration, staff, ctx.today())?.unit
  if (unit) await submit(ctx, { id: crypto.randomUUID(), items: [{
    kind: closeProvisioned.name, payload: { staff, unit, ...(leaves && { leaves }) },
  }] })
}

async function note(ctx: OpenContext, id: string, unit: UnitId, libraryId: string | null, said: Said) {
  const { userName, externalId, givenName, familyName } = said
  await ctx.db('provisioned_person').insert({
    id, library_id: libraryId, unit_id: unit, user_name: userName, external_id: externalId,
    given_name: givenName, family_name: familyName, changed_at: ctx.now.toString(),
  }).onConflict('id').merge(['user_name', 'external_id', 'given_name', 'family_name', 'changed_at'])
}

/** What a user says, as far as it is kept; names what a sign-in cannot do without. */
function saidOf(user: User, language: Language, before?: Person): Said {
  const emails = user.emails ?? []
  const email = (emails.find(({ type }) => type === 'work') ?? emails.find(({ primary }) => primary) ?? emails[0])?.value
    ?? user.userName
  if (!ADDRESS.test(email) || email.length > 254) throw invalid('emails: a work address is needed, or a userName that is one')
  if (!user.userName.trim() || user.userName.length > 254) throw invalid('userName: 1 to 254 characters')
  const { givenName = '', familyName = '', formatted } = user.name ?? {}
  const composed = `${givenName} ${familyName}`.trim()
  const isComposed = before && user.displayName === before.name
    && (givenName !== (before.given_name ?? '') || familyName !== (before.family_name ?? ''))
  const name = ((isComposed && composed) || user.displayName || formatted || composed || user.userName).trim()
  const long = Object.entries({ displayName: name, givenName, familyName }).find(([, text]) => text.length > 120)
  if (long) throw invalid(`${long[0]}: at most 120 characters`)
  if ((user.externalId ?? '').length > 254) throw invalid('externalId: at most 254 characters')
  const spoken = languages.find(one => user.preferredLanguage?.toLowerCase().startsWith(one))
  return {
    userName: user.userName.trim().toLowerCase(), externalId: user.externalId || null, name,
    givenName: givenName || null, familyName: familyName || null, email: email.trim().toLowerCase(),
    language: spoken ?? language, active: user.active ?? true,
  }
}

const ADDRESS = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/
const invalid = (detail: string) => new Types.Error(400, 'invalidValue', detail)
