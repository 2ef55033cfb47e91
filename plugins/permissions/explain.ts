import type { Context } from '#core/context.ts'
import type { Day, Language, Permission, Texts, UnitId } from '#core/contract.ts'
import type { Asked, Grant } from '#core/grant.ts'
import { grantFact } from '#core/grant.ts'
import { namesOf } from '#core/names.ts'
import { notAllowed, notFound } from '#core/refusal.ts'
import { roleAt } from '#core/role.ts'
import { pathToday, unitAt } from '#core/unit.ts'
import { dayIn } from '#core/wording.ts'
import { permissionShown } from './area.ts'
import type { Because, Explained } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { roleName } from './grant-words.ts'
import { answer, type NearMiss } from './near-miss.ts'
import { grantSentence, unitName } from './staff-shown.ts'

export interface Asking {
  readonly staff: string
  readonly permission: string
  readonly unit: UnitId
  readonly day?: Day | undefined
  readonly asked?: Asked | undefined
}

/** The permission that a question names; one that nobody declared is the same as nothing. */
export function permissionNamed(ctx: Context, name: string): Permission {
  const permission = ctx.installation.registry.permissions.get(name)
  if (!permission) throw notFound()
  return permission
}

/** Whoever looks into rights at a unit may ask there; of themselves everybody may. */
export function demandReview(ctx: Context, unit: UnitId): void {
  if (!pathToday(ctx.configuration, unit, ctx.today()).some(id => unitAt(ctx.configuration, id, ctx.today()))) throw notFound()
  if (!ctx.may(permissions.review, unit)) throw ctx.reaches(unit) ? notAllowed(permissions.review.allows) : notFound()
}

/** "May she do this here on 3 March? Yes, because…; no, the closest is…" */
export async function explain(ctx: Context, { staff, unit, day = ctx.today(), asked, ...named }: Asking): Promise<Explained> {
  const permission = permissionNamed(ctx, named.permission)
  if (staff !== ctx.actor.id) demandReview(ctx, unit)
  const name = (await namesOf(ctx, [staff])).get(staff)
  if (name === undefined) throw notFound()
  const path = pathToday(ctx.configuration, unit, day)
  // What somebody may do elsewhere, beyond the reader's reach, is not the reader's to know.
  const isShown = (grant: Grant) => staff === ctx.actor.id || path.includes(grant.unit) || ctx.reaches(grant.unit)
  const { grant, closest } = answer(ctx.configuration, { staff, permission, unit, day, asked }, isShown)
  const at = unitName(ctx, unit)
  return {
    staff: { id: staff, name }, unit: { id: unit, name: at }, day, permission: permissionShown(permission, ctx.language),
    holds: grant !== undefined,
    sentence: sentence(ctx.language, grant !== undefined, name, at, day, permission.allows[ctx.language]),
    because: grant ? [await because(ctx, grant, unit, day)] : [],
    closest: closest ? {
      what: closest.what, sentence: missWords(ctx, closest.what, closest.grant, day),
      grant: await because(ctx, closest.grant, unit, day),
    } : null,
  }
}

function sentence(language: Language, holds: boolean, name: string, at: string, day: Day, allows: string): string {
  const on = dayIn(language, day)
  return {
    nl: `${name} mag dit ${holds ? '' : 'niet '}op ${on} in ${at}: ${allows}.`,
    en: `${name} ${holds ? 'may' : 'may not'} do this at ${at} on ${on}: ${allows}.`,
    fr: `${name} ${holds ? 'peut' : 'ne peut pas'} faire ceci le ${on} à ${at} : ${allows}.`,
  }[language]
}

/** A grant as a reason: how it came down to the unit, and in which set it was given, where that may be read. */
export async function because(ctx: Context, grant: Grant, unit: UnitId, day: Day): Promise<Because> {
  const { role, from, to, only = false, limits = {} } = grant
  const path = pathToday(ctx.configuration, unit, day)
  const via = path.slice(0, path.indexOf(grant.unit) + 1).reverse()
  return {
    sentence: grantSentence(ctx, grant), role, roleName: roleName(ctx.configuration, role, ctx.language),
    unit: grant.unit, unitName: unitName(ctx, grant.unit), from, to, only, limits,
    via: via.map(id => ({ id, name: unitName(ctx, id) })), set: await setOf(ctx, grant),
  }
}

async function setOf(ctx: Context, { unit, staff, role, from }: Grant): Promise<Because['set']> {
  const said = ctx.configuration.of(grantFact, unit).find(({ key, ...one }) => key === `${staff}/${role}` && one.from === from)
  const set = said && await ctx.db('change_set').where({ id: said.saidIn }).first('id', 'author_name', 'at', 'reason')
  return set ? { id: set.id, by: set.author_name, at: set.at, reason: set.reason } : null
}

const misses: Readonly<Record<Exclude<NearMiss, 'role-left'>, Texts>> = {
  'elsewhere': { nl: 'maar dat is niet hier', en: 'but that is not here', fr: 'mais ce n’est pas ici' },
  'not-yet': { nl: 'maar dan nog niet', en: 'but not yet on that day', fr: 'mais pas encore ce jour-là' },
  'ended': { nl: 'maar dan niet meer', en: 'but no more on that day', fr: 'mais plus ce jour-là' },
  'limit': { nl: 'maar dit gaat verder dan die grens', en: 'but this goes beyond that limit', fr: 'mais ceci dépasse cette limite' },
  'here-only': {
    nl: 'maar alleen daar, niet wat eronder ligt', en: 'but there only, not what lies below',
    fr: 'mais là seulement, pas en dessous',
  },
  'role-lacks': {
    nl: 'maar die rol laat dit niet toe', en: 'but that role does not allow this', fr: 'mais ce rôle ne le permet pas',
  },
  'no-account': {
    nl: 'maar zonder toegang op die dag', en: 'but without access on that day', fr: 'mais sans accès ce jour-là',
  },
}

function missWords(ctx: Context, what: NearMiss, grant: Grant, day: Day): string {
  // On the day asked about, so that a role of yesterday also tells its end.
  const told = grantSentence(ctx, grant)
  const ending = what === 'ended' && grant.to !== null && grant.to < day && !told.includes(dayIn(ctx.language, grant.to))
  const but = what === 'role-left' ? leftWords(ctx, grant, day) : misses[what][ctx.language]
  return `${told}${ending ? ` (${dayIn(ctx.language, grant.to ?? day)})` : ''}, ${but}`
}

/** A role that a group made, in a library that is no longer part of it. */
function leftWords(ctx: Context, { role, unit }: Grant, day: Day): string {
  const [at, maker] = [unitName(ctx, unit), unitName(ctx, roleAt(ctx.configuration, role, day)?.unit ?? unit)]
  return {
    nl: `maar die rol is van ${maker}, waar ${at} geen deel meer van is`,
    en: `but that role is made by ${maker}, of which ${at} is no longer part`,
    fr: `mais ce rôle est celui de ${maker}, dont ${at} ne fait plus partie`,
  }[ctx.language]
}
