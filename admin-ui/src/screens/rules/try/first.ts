import { ANY } from '#core/contract.ts'
import type { Lines } from '#plugins/rules/contract/answer.ts'
import { NOT_LENDABLE, type LoanMethod } from '#plugins/rules/contract/line.ts'

type Code = Lines['memberships'][number]

/** Whom and what a desk lends to most: every region starts with these codes, an adult and a book. */
const usual = { membership: '60', material: 'BOEK' } as const

export interface Codes {
  readonly membership: string
  readonly material: string
}

export const inUse = (codes: readonly Code[]) => codes.filter(({ code, unused }) => code !== ANY && !unused)

/**
 * What a loan is tried out with before anybody chose: the usual codes, else the first of a person for whom something is
 * lent by a rule that somebody set; never those of an institution as long as there are others.
 */
export const firstCodes = ({ memberships, materials, cells }: Lines): Codes | undefined => {
  const people = inUse(memberships).toSorted((one, other) => Number(other.persons ?? true) - Number(one.persons ?? true))
  const lent = new Map(cells.map(cell => [`${cell.membership} ${cell.material}`, cell]))
  const rank = (membership: string, material: string) => {
    const cell = lent.get(`${membership} ${material}`)
    const { minimumAge = 0 } = (cell?.value ?? {}) as Partial<LoanMethod>
    return (minimumAge < NOT_LENDABLE ? 4 : 0) + (cell?.from ? 2 : 0)
      + (membership === usual.membership ? 0.5 : 0) + (material === usual.material ? 0.25 : 0)
  }
  const person = people.filter(({ persons }) => persons === people[0]?.persons)
  const all = person.flatMap(({ code: membership }) => inUse(materials).map(({ code: material }) => ({ membership, material })))
  return all.toSorted((one, other) => rank(other.membership, other.material) - rank(one.membership, one.material))[0]
}
