import { isDeepStrictEqual } from 'node:util'
import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { accountOf } from '#core/account.ts'
import { holdsOn } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import { rolesOn } from '#core/role.ts'
import { StaffRow } from '#core/staff.ts'
import { pathToday, SYSTEM, unitAt } from '#core/unit.ts'
import { queueMail } from '#plugins/mail/index.ts'
import { alterationsAt, keyOf, passedSets, type Alteration, type Passing } from './alteration.ts'
import { permissions } from './contract/permission.ts'
import { digestText } from './digest-mail.ts'
import { rowsAnywhere, versionBefore } from './past-row.ts'
import { waitingSets } from './waiting-set.ts'

/** A set is told the morning after; one that was missed for so many days is old news. */
const DAYS_BACK = 7
const FORGOTTEN_AFTER_DAYS = 60

interface Spoken { readonly set: string; readonly author: string | null; readonly day: string; readonly passing: Passing }
interface ForUnit { readonly author: string | null; readonly alteration: Alteration }

/**
 * Mails the people who may give settings their values what sets of others alter at their unit: once per set, the
 * morning after it was applied or planned, so long before its first day as it was made. Nobody is told what they
 * did themselves.
 */
export async function mailDigests(ctx: Context): Promise<void> {
  const people = peopleByUnit(ctx)
  const byUnit = new Map<UnitId, ForUnit[]>()
  for (const spoken of await spokenSince(ctx)) {
    const told = await tellUnits(ctx, spoken, [...people.keys()])
    for (const { unit, alterations } of told) {
      const known = byUnit.get(unit) ?? []
      byUnit.set(unit, [...known, ...alterations.map(alteration => ({ author: spoken.author, alteration }))])
    }
    await turnOfOthers()
  }
  for (const [unit, news] of byUnit) await mailUnit(ctx, unit, people.get(unit) ?? new Set(), news)
  await forgetOld(ctx)
}

/** By unit who may set parameters by a role that was given there. */
function peopleByUnit(ctx: Context): Map<UnitId, Set<string>> {
  const { configuration } = ctx
  const [today, people] = [ctx.today(), new Map<UnitId, Set<string>>()]
  const roles = rolesOn(configuration, today)
  for (const grants of configuration.all(grantFact)) {
    for (const said of grants) {
      const { unit, body: { staff, role } } = said
      if (unit === SYSTEM || !holdsOn(said, today) || !roles.get(role)?.permissions.has(permissions.set.name)) continue
      if (!unitAt(configuration, unit, today) || !accountOf(configuration, staff, today)) continue
      people.set(unit, (people.get(unit) ?? new Set()).add(staff))
    }
  }
  return people
}

/** The sets applied of late, and those that wait; the oldest first. */
async function spokenSince(ctx: Context): Promise<Spoken[]> {
  const since = await versionBefore(ctx, DAYS_BACK)
  const passed = [...passedSets(ctx.configuration, await rowsAnywhere(ctx, since), since)]
  const rows: { id: string; version: number; author: string | null; at: string }[] = await ctx.db('change_set')
    .whereIn('version', passed.map(({ version }) => version)).select('id', 'version', 'author_id as author', 'applied_at as at')
  const known = new Map(rows.map(row => [row.version, row]))
  const applied = passed.toReversed().flatMap(passing => {
    const set = known.get(passing.version)
    return set ? [{ set: set.id, author: set.author, day: ctx.installation.today(ctx.configuration, SYSTEM, Temporal.Instant.from(set.at)), passing }] : []
  })
  const waiting = (await waitingSets(ctx)).map(({ id, author, day, passing }) => ({ set: id, author, day, passing }))
  return [...applied, ...waiting]
}

/** What a set alters at the units below where it spoke; those that have been told of it are left out, from now on all. */
async function tellUnits(ctx: Context, { set, day, passing }: Spoken, units: readonly UnitId[]) {
  const { installation: { registry: { parameters } } } = ctx
  const spokenAt = new Set(passing.touched.map(({ unit }) => unit))
  const below = units.filter(unit => pathToday(passing.after, unit, ctx.today()).some(id => spokenAt.has(id)))
  const altered = below.map(unit => ({ unit, alterations: alterationsAt(passing, unit, parameters, day) }))
    .filter(({ alterations }) => alterations.length > 0)
  if (!altered.length) return []
  const { rows } = await ctx.db.raw(`
    insert into told_unit (set_id, unit_id, at) select ?::uuid, unit_id, ?::timestamptz from unnest(?::uuid[]) as t (unit_id)
    on conflict do nothing returning unit_id`, [set, ctx.now.toString(), altered.map(({ unit }) => unit)])
  const fresh = new Set((rows as { unit_id: UnitId }[]).map(row => row.unit_id))
  return altered.filter(({ unit }) => fresh.has(unit))
}

async function mailUnit(ctx: Context, unit: UnitId, people: ReadonlySet<string>, news: readonly ForUnit[]) {
  const rows = await StaffRow.query(ctx.db).findByIds([...people])
  for (const { id, kind, name, email, language } of rows) {
    const told = inTheEnd(news.filter(({ author }) => author !== id).map(({ alteration }) => alteration))
    if (kind !== 'person' || !email || !told.length) continue
    await queueMail(ctx, {
      to: { staff: id, name, address: email, language }, unit, kind: 'parameters.changed-for-us',
      text: digestText(ctx, unit, language, told),
    })
  }
}

/** What was said and put back again before anybody was told is no news. */
function inTheEnd(told: readonly Alteration[]): Alteration[] {
  return [...Map.groupBy(told, one => `${keyOf(one)} ${one.day}`).values()].flatMap(alike => {
    const [first, last] = [alike[0], alike.at(-1)]
    if (!first || !last || isDeepStrictEqual(valueOf(first, 'before'), valueOf(last, 'after'))) return []
    return [{ ...last, before: first.before }]
  })
}

function valueOf({ parameter, ...rows }: Alteration, when: 'before' | 'after'): unknown {
  const row = rows[when]
  return row ? row.body.value : parameter.default
}

/** A set that has long been applied comes up no more. */
const forgetOld = (ctx: Context) => ctx.db.raw(`
  delete from told_unit t using change_set s where s.id = t.set_id and t.at < ?::timestamptz and s.state <> 'planned'`,
[ctx.now.subtract({ hours: FORGOTTEN_AFTER_DAYS * 24 }).toString()])
