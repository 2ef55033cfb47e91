import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { Refusal } from '#core/refusal.ts'
import { homeLibrary, unitAt } from '#core/unit.ts'
import { nationalHash } from './privacy/national-number.ts'
import type { Double, Typed } from './contract/enrolment.ts'

interface Found { id: string; family_name: string; first_name: string | null; born_on: Day | null; libraries: UnitId[] }
type Asked = Pick<Typed, 'familyName' | 'bornOn' | 'kind'> & { readonly nationalNumber?: string | undefined }

/**
 * Who in the whole region may be the same: the one place where somebody is found who is no member here. Only what was
 * typed finds them, the same family name and day of birth, and only what is needed to compare is told.
 */
export async function doublesOf(ctx: Context, asked: Asked, branch: UnitId): Promise<Double[]> {
  const here = homeLibrary(ctx.configuration, branch, ctx.today())
  return (await lookUp(ctx, asked)).map(({ id, family_name, first_name, born_on, libraries }) => ({
    id, name: [first_name, family_name].filter(Boolean).join(' '), bornOn: born_on, here: libraries.includes(here ?? ''),
    libraries: libraries.map(library => ({ id: library, name: unitAt(ctx.configuration, library, ctx.today())?.name ?? '' })),
  }))
}

async function lookUp(ctx: Context, { kind, familyName, bornOn = null, nationalNumber }: Asked): Promise<Found[]> {
  // A person without a day of birth is like too many others to be compared.
  const hash = kind === 'person' ? nationalHash(ctx, nationalNumber) : null
  if (kind === 'person' && bornOn === null && hash === null) return []
  const { rows } = await ctx.db.raw('select * from find_doubles(?, ?::date, ?)', [familyName, kind === 'person' ? bornOn : null, hash])
  return rows
}

/** Whether what was typed is that person's: an id alone opens nobody. */
export const isSame = async (ctx: Context, asked: Asked, id: string) => (await lookUp(ctx, asked)).some(found => found.id === id)

/** Somebody who may be the same was found, and nobody said whether they are. */
export const foundDoubles = (doubles: readonly Double[]) => new Refusal(409, 'patrons.double', {
  nl: 'Er is al iemand met deze naam en geboortedatum. Is het dezelfde persoon? Kies dan die; anders zeg je dat het een ander is.',
  en: 'There is somebody with this name and date of birth already. The same person? Then choose them; else say they are another.',
  fr: 'Il existe déjà quelqu’un avec ce nom et cette date de naissance. Est-ce la même personne ? Choisissez-la ; '
    + 'sinon, indiquez que c’est quelqu’un d’autre.',
}, { more: { doubles } })
