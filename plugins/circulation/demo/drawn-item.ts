import type { Day } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import type { Chance } from './chance.ts'
import type { Place, Row } from './drawn-member.ts'
import { boys, familyNames, girls, titleOf } from './names.ts'

/** What stands on the shelves of a public library, roughly: share, and what a copy costs in cents. */
const kinds = [
  ['BOEK', 0.6, 1_895], ['STRIP', 0.12, 995], ['DVD', 0.08, 1_499], ['CD', 0.06, 1_299], ['TIJDSCHRIFT', 0.06, 650],
  ['LUISTERBOEK', 0.03, 2_195], ['SPEL', 0.02, 4_999], ['BORDSPEL', 0.02, 2_999], ['DAISY', 0.01, 2_500],
] as const

export interface DrawnItem { readonly place: Place; readonly material: string; readonly row: Row }

/** Copy after copy, over all branches. */
export function* drawItems(chance: Chance, places: readonly Place[], today: Day): Generator<DrawnItem> {
  for (let serial = 1; ; serial++) {
    const place = chance.one(places)
    const [material, , price] = kindOf(chance.next())
    const boughtOn = plusDays(today, -chance.below(4_000))
    yield { place, material, row: {
      id: chance.uuid(), barcode: `3${place.code.replace(/\D/g, '').slice(-4).padStart(4, '0')}${String(serial).padStart(7, '0')}`,
      title: titleOf(chance.below(3_456)), author: `${chance.one(chance.hits(0.5) ? girls : boys)} ${chance.one(familyNames)}`, material,
      library_id: place.library, branch_id: place.branch, at_branch_id: place.branch, shelf: shelfOf(chance, material),
      price_cents: price, bought_on: boughtOn, status: chance.hits(0.01) ? 'missing' : 'in', at: `${boughtOn}T09:00:00Z`,
    } }
  }
}

function kindOf(drawn: number): (typeof kinds)[number] {
  let left = drawn
  for (const kind of kinds) if ((left -= kind[1]) < 0) return kind
  return kinds[0]
}

const shelfOf = (chance: Chance, material: string) => material === 'BOEK'
  ? chance.one(['Romans', 'Spannend', 'Jeugd A', 'Jeugd B', 'Prentenboeken', '614.2', '908', '641.5']) : material.toLowerCase()
