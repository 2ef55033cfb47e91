import { overlaps } from '#core/configuration.ts'
import { plusDays } from '#core/draft.ts'
import { parameterFact, parameterKey } from '#core/parameter.ts'
import type { Parameter } from '#core/contract.ts'
import type { Asked } from './asked.ts'
import { bodyOf, type Proposal } from './proposal.ts'

type Place = Pick<Asked, 'unit' | 'parameter' | 'where' | 'season' | 'from' | 'to'>

/**
 * Whether what an earlier item of the proposal says need only end here for the unit to have what it should: it then ends
 * the day before, or is given back where the unit went on saying something of its own.
 */
export function endsBy(
  proposal: Proposal, parameter: Parameter, place: Place, isAsShould: () => boolean,
): 'ended' | 'given-back' | undefined {
  const earlier = earlierOf(proposal, parameter, place)
  if (!earlier) return undefined
  const { draft } = proposal
  const key = keyOf(parameter, place)
  const lay = (asked: Asked | null) => draft.lay({ ...place, fact: parameterFact, key, body: asked && bodyOf(asked) })
  lay(null)
  const does = isAsShould()
  const stands = draft.base.of(parameterFact, place.unit).some(row => row.key === key && overlaps(row, place))
  if (does && !stands) {
    endEarlier(proposal, parameter, place)
    return 'ended'
  }
  lay(earlier.payload)
  return does ? 'given-back' : undefined
}

/** What is said from a day on ends what an earlier item said without end. */
export function endEarlier(proposal: Proposal, parameter: Parameter, place: Place): void {
  const earlier = earlierOf(proposal, parameter, place)
  if (!earlier) return
  const to = plusDays(place.from, -1)
  const { items, changes } = proposal
  items[earlier.n] = { ...earlier.item, payload: { ...earlier.payload, to } }
  const change = changes[earlier.n]
  if (change) changes[earlier.n] = { ...change, to }
}

function earlierOf({ items }: Proposal, parameter: Parameter, place: Place) {
  const key = keyOf(parameter, place)
  const n = items.findLastIndex(({ payload }) => payload.unit === place.unit && payload.parameter === parameter.name
    && payload.to === null && payload.from < place.from && keyOf(parameter, payload) === key)
  const item = items[n]
  return item && { n, item, payload: item.payload as Asked }
}

const keyOf = (parameter: Parameter, { where, season }: Pick<Place, 'where' | 'season'>) => parameterKey(parameter, where, season)
