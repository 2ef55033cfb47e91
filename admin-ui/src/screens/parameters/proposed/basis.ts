import type { Basis } from '#core/contract/basis.ts'
import { isDay } from '#console/time/day.ts'
import type { TypedBasis } from '../edit/form.ts'

export const noBasis: TypedBasis = { number: '', date: '', article: '', text: '' }

/** The decision as it goes along, once there is enough of it. */
export const basisOf = ({ number, date, article, text }: TypedBasis): { basis?: Basis } => {
  if (number.trim() === '' || !isDay(date)) return {}
  return { basis: {
    number: number.trim(), date,
    ...(article.trim() === '' ? {} : { article: article.trim() }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  } }
}
