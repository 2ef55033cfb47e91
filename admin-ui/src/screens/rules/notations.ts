import type { Notation } from '#core/contract.ts'
import { columns } from './method.ts'

/** `28/28/0`, `0,10/1/7,50`: by the name of the rule how staff write it, for whoever types it in one field. */
export const notations: Readonly<Record<string, Notation>> = Object.fromEntries(
  columns.flatMap(({ name, notation }) => (notation ? [[name, notation]] : [])),
)
