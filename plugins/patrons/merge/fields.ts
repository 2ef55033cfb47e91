import { isDeepStrictEqual } from 'node:util'
import type { MergeField, MergePlan, MergeWanted, Several } from '../contract/merge.ts'
import { mergeFields, several } from '../contract/merge.ts'
import { inWords } from '../edit.ts'
import type { PersonRow } from '../person.ts'

/** Who is kept, and who goes into them. */
export interface Two { readonly keep: PersonRow; readonly gone: PersonRow }

const isSeveral = (field: MergeField): field is Several => field in several

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)

/** Both lists in one, each line once. */
const joined = ({ keep, gone }: Two, field: Several): unknown[] => {
  const lines: unknown[] = [...keep[field]]
  for (const line of gone[field]) if (!lines.some(known => isDeepStrictEqual(known, line))) lines.push(line)
  return lines
}

const fits = (two: Two, field: MergeField) => isSeveral(field) && joined(two, field).length <= several[field]

/** Where the two differ, with what is best unless somebody says otherwise: nothing that either says is lost without need. */
export const fieldsThatDiffer = (two: Two): MergePlan['fields'] => mergeFields
  .filter(field => !isDeepStrictEqual(two.keep[field], two.gone[field]))
  .map(field => {
    const both = fits(two, field) && !isEmpty(two.keep[field]) && !isEmpty(two.gone[field])
    return {
      name: field, keep: inWords(two.keep[field]), gone: inWords(two.gone[field]), both,
      suggested: both ? 'both' : isEmpty(two.keep[field]) ? 'gone' : 'keep',
    }
  })

/** By field what the kept person was and becomes, where that is not the same. */
export type Altered = Record<string, { readonly before: unknown; readonly after: unknown }>

/** What was chosen; and what nobody chooses: who asks for the most care is obeyed, what was counted is added. */
export function alteredBy(two: Two, take: MergeWanted['take']): Altered {
  const { keep, gone } = two
  const after: Record<string, unknown> = {
    deceasedOn: keep.deceasedOn ?? gone.deceasedOn, restrictedOn: keep.restrictedOn ?? gone.restrictedOn,
    showsHistory: keep.showsHistory && gone.showsHistory, keepsHistory: keep.keepsHistory && gone.keepsHistory,
    notReturned: keep.notReturned + gone.notReturned,
  }
  for (const field of mergeFields) {
    if (take[field] === 'gone') after[field] = gone[field]
    else if (take[field] === 'both' && isSeveral(field)) after[field] = joined(two, field)
  }
  return Object.fromEntries(Object.entries(after).flatMap(([field, value]) => {
    const before = keep[field as keyof PersonRow]
    return isDeepStrictEqual(before, value) ? [] : [[field, { before, after: value }]]
  }))
}

/** Lists that do not fit together, though somebody asked for both. */
export const tooMany = (two: Two, take: MergeWanted['take']): Several[] =>
  (Object.keys(several) as Several[]).filter(field => take[field] === 'both' && !fits(two, field))
