import type { Basis } from '#core/contract/basis.ts'
import { isDay } from '../time/day.ts'

/** The decision of the council as it stands in a form. */
export interface TypedBasis {
  readonly number: string
  readonly date: string
  readonly article: string
  readonly text: string
}

export const noBasis: TypedBasis = { number: '', date: '', article: '', text: '' }

export const isTyped = (basis: TypedBasis) => Object.values(basis).some(part => part.trim() !== '')

/** The decision as it goes along; nothing while there is not enough of it. */
export const basisOf = ({ number, date, article, text }: TypedBasis): { basis?: Basis } => {
  if (number.trim() === '' || !isDay(date)) return {}
  return { basis: {
    number: number.trim(), date,
    ...(article.trim() === '' ? {} : { article: article.trim() }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  } }
}
