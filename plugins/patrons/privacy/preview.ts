import type { Context } from '#core/context.ts'
import type { Day, Texts, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { SYSTEM } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import { eraseAfterYears } from '../contract/parameter/record.ts'
import type { ForgettingPlan, LeavingPerson } from '../contract/privacy/answer.ts'
import { permissions } from '../contract/permission.ts'
import { openOf } from '../open.ts'
import { mayWithMembers, placeOf } from '../patron.ts'
import { nameOf, PersonRow } from '../person.ts'
import { forgettingsOf } from './forgetting.ts'
import { erasableLibraries, leavingCounts, leavingFirst } from './leaving.ts'

const LISTED = 500

const banned: Texts = { nl: 'uitgesloten: blijft gekend', en: 'banned: stays known', fr: 'exclu(e) : reste connu(e)' }

/** By library and reason how many go at the next run that falls `by` a day, and how many stay because something is open. */
export async function planForgetting(ctx: Context, by: Day): Promise<ForgettingPlan> {
  const counts = await leavingCounts(ctx, by)
  const kinds = [
    { name: 'asked', title: askedTitle, why: askedWhy, rows: counts.filter(({ asked }) => asked) },
    { name: 'former', title: formerTitle, why: formerWhy(ctx), rows: counts.filter(({ asked }) => !asked) },
  ].map(({ rows, ...kind }) => ({
    ...kind, libraries: rows.map(({ library, goes, stays }) => ({ library: placeOf(ctx, library), goes, stays })),
  }))
  const erasable = new Set(erasableLibraries(ctx))
  const others = []
  for (const { name, title, why, due } of forgettingsOf(ctx)) {
    const rows = (await due(ctx, by)).filter(({ library }) => erasable.has(library))
    others.push({ name, title, why: why(ctx), libraries: [...Map.groupBy(rows, ({ library }) => library)].map(([library, some]) => ({
      library: placeOf(ctx, library), goes: some.reduce((sum, { count }) => sum + count, 0), stays: 0,
    })) })
  }
  return { by, reasons: [...kinds, ...others], past: await pastOf(ctx) }
}

/** Who goes when, and who stays why: by name, for whoever may erase there. */
export async function listLeaving(ctx: Context, library: UnitId, by: Day): Promise<{ data: LeavingPerson[]; more: boolean }> {
  if (!mayWithMembers(ctx, permissions.erase, { libraryId: library, branchId: library })) throw notFound()
  const { first, more } = await leavingFirst(ctx, library, by, LISTED)
  const ids = first.map(({ person }) => person)
  const people = new Map((await PersonRow.query(ctx.db).findByIds(ids)).map(person => [person.id, person]))
  const open = await openOf(ctx, ids)
  return {
    more,
    data: first.flatMap(({ person: id, day, asked, isBanned }) => {
      const person = people.get(id)
      return person ? [{
        id, name: nameOf(person), number: person.number, on: day, asked, stays: [...(isBanned ? [banned] : []), ...open.get(id) ?? []],
      }] : []
    }),
  }
}

/** What went before, by day: lines that name nobody. */
async function pastOf(ctx: Context): Promise<ForgettingPlan['past']> {
  const { rows } = await ctx.db.raw(`
    select (at at time zone 'UTC')::date as day, reason, sum(count)::int as count from forgotten group by 1, 2 order by 1 desc, 2 limit 30`)
  return rows
}

const askedTitle: Texts = { nl: 'leners die vroegen om gewist te worden', en: 'patrons who asked to be erased', fr: 'usagers qui ont demandé leur effacement' }
const askedWhy: Texts = {
  nl: 'Zodra er niets meer openstaat.', en: 'As soon as nothing is open any more.', fr: 'Dès que plus rien n’est en suspens.',
}
const formerTitle: Texts = { nl: 'oud-leden', en: 'former patrons', fr: 'anciens usagers' }
const formerWhy = (ctx: Context) => {
  const years = ctx.parameter(eraseAfterYears, SYSTEM)
  return inEach(language => ({
    nl: `${years} jaar nadat hun laatste lidmaatschap eindigde. Wie nog iets open heeft of uitgesloten is, blijft.`,
    en: `${years} years after their last membership ended. Whoever has something open or is banned stays.`,
    fr: `${years} ans après la fin de leur dernier abonnement. Qui a quelque chose en suspens ou est exclu reste.`,
  })[language])
}
