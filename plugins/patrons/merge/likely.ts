import type { Context } from '#core/context.ts'
import type { Texts, UnitId } from '#core/contract.ts'
import { homeLibrary, librariesUnder } from '#core/unit.ts'
import type { ApartWanted, LikelyDoubles, Merge } from '../contract/merge.ts'
import { permissions } from '../contract/permission.ts'
import { listedPatrons } from '../find.ts'
import { nameOf, PersonRow } from '../person.ts'
import { MergeRow } from './merge.ts'
import { everywhere, mayMerge, readTwo } from './two.ts'

const PAIRS_SHOWN = 100
const MERGES_SHOWN = 100

/** The libraries of a unit where the reader may merge: of a branch its own library, of a group all of them. */
function librariesAt(ctx: Context, unit: UnitId): UnitId[] {
  const { configuration } = ctx
  const today = ctx.today()
  const home = homeLibrary(configuration, unit, today)
  const libraries = home === undefined ? librariesUnder(configuration, unit, { from: today, to: today }) : [home]
  return libraries.filter(library => ctx.may(permissions.merge, library))
}

const reasons: Readonly<Record<string, Texts>> = {
  national: { nl: 'zelfde rijksregisternummer', en: 'same national number', fr: 'même numéro national' },
  'name-birth': { nl: 'zelfde naam en geboortedatum', en: 'same name and date of birth', fr: 'même nom et date de naissance' },
  'name-email': { nl: 'zelfde naam en e-mailadres', en: 'same name and e-mail address', fr: 'même nom et adresse e-mail' },
  name: { nl: 'zelfde naam', en: 'same name', fr: 'même nom' },
}

interface Pair { readonly one: string; readonly other: string; readonly how: string }

/** Pairs of members who may be one human, the likeliest first; within the libraries at hand and never beyond. */
export async function likelyDoubles(ctx: Context, unit: UnitId): Promise<LikelyDoubles> {
  const libraries = librariesAt(ctx, unit)
  const { rows } = await ctx.db.raw('select * from find_likely_doubles(?::uuid[], ?)', [libraries, PAIRS_SHOWN + 1])
  const pairs: Pair[] = rows
  const shown = pairs.slice(0, PAIRS_SHOWN)
  const known = new Map((await listedPatrons(ctx, [...new Set(shown.flatMap(({ one, other }) => [one, other]))])).map(one => [one.id, one]))
  return {
    more: pairs.length > PAIRS_SHOWN,
    data: shown.flatMap(({ one, other, how }) => {
      // Whoever was there first comes first, and is proposed to stay.
      const [first, second] = [known.get(one), known.get(other)].filter(found => found !== undefined).toSorted((a, b) => a.number - b.number)
      const why = reasons[how]
      return first && second && why ? [{ one: first, other: second, why, bornOn: first.bornOn }] : []
    }),
  }
}

/** Two who look alike and are two: twins, or namesakes born on one day. They are proposed no more. */
export async function keepApart(ctx: Context, { one, other }: ApartWanted): Promise<void> {
  const { memberships } = await readTwo(ctx, one, other)
  const [first, second] = [one, other].toSorted()
  await ctx.db('person_apart').insert({
    one_id: first, other_id: second, library_ids: [...new Set(memberships.map(({ libraryId }) => libraryId))], staff_id: ctx.actor.id,
    at: ctx.now.toString(),
  }).onConflict().ignore()
}

/** What was merged in the libraries of a unit, the last first. */
export async function mergesAt(ctx: Context, unit: UnitId): Promise<Merge[]> {
  const rows = await MergeRow.query(ctx.db).whereRaw('library_ids && ?::uuid[]', [librariesAt(ctx, unit)])
    .orderBy([{ column: 'at', order: 'desc' }, 'id']).limit(MERGES_SHOWN)
  return mergesTold(ctx, rows)
}

export const readMerge = async (ctx: Context, id: string): Promise<Merge | undefined> =>
  (await mergesTold(ctx, await MergeRow.query(ctx.db).where({ id })))[0]

async function mergesTold(ctx: Context, rows: readonly MergeRow[]): Promise<Merge[]> {
  const people = rows.flatMap(({ keptId, goneId }) => [keptId, goneId])
  const gone = new Map((await PersonRow.query(ctx.db).whereIn('id', rows.map(({ goneId }) => goneId))).map(one => [one.id, one]))
  const kept = new Map((await listedPatrons(ctx, rows.map(({ keptId }) => keptId))).map(one => [one.id, one]))
  const memberships = await everywhere(ctx, people)
  return rows.map(({ id, keptId, goneId, at, staffName: by, putBackAt, putBackName: putBackBy, stays }) => {
    const [patron = null, went] = [kept.get(keptId), gone.get(goneId)]
    return {
      id, person: keptId, patron, goneNumber: went?.number ?? 0, goneName: went ? nameOf(went) : '', at, by, putBackAt, putBackBy,
      stays: stays ? staysTold(stays) : [],
      mayPutBack: putBackAt === null && patron !== null && mayMerge(ctx, memberships.filter(one => one.personId === keptId || one.personId === goneId)),
    }
  })
}

function staysTold({ fields, memberships }: NonNullable<MergeRow['stays']>): Texts[] {
  return [
    ...(fields.length ? [{
      nl: 'Gegevens die intussen gewijzigd waren, bleven zoals ze zijn.', en: 'Details that had been changed meanwhile stayed as they are.',
      fr: 'Les données modifiées entre-temps sont restées telles quelles.',
    }] : []),
    ...(memberships ? [{
      nl: 'Een lidmaatschap dat intussen gewijzigd was, bleef zoals het is.', en: 'A membership that had been changed meanwhile stayed as it is.',
      fr: 'Un abonnement modifié entre-temps est resté tel quel.',
    }] : []),
  ]
}
