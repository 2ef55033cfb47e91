import type { Language, Parameter } from '#core/contract.ts'
import { methods } from '#plugins/rules/contract/method.ts'

/** The five columns of the rules, of which one is shown at a time. */
export const columns: readonly Parameter[] = methods

/** The short name that stands in addresses and texts: `fine` for `rules.fine`. */
export const shortName = ({ name }: Parameter) => name.slice('rules.'.length)

export const columnNamed = (name: string) => columns.find(one => one.name === name || shortName(one) === name)

type Words = (key: string, words?: Record<string, unknown>) => string

/** What was typed in a cell: the value it stands for, or everything that is wrong with it. */
export type Read = { readonly value: unknown; readonly fault?: undefined } | { readonly value?: undefined; readonly fault: string }

/** As much of a schema as says how far a part may go. */
interface Limits {
  readonly properties?: Readonly<Record<string, Limits>>
  readonly anyOf?: readonly Limits[]
  readonly minimum?: number
  readonly maximum?: number
}

/** Reads a cell as staff write it, and says what is wrong in the words of the desk. */
export const readCell = (method: Parameter, text: string, language: Language, words: Words): Read => {
  const value = method.notation?.parse(text)
  if (value === undefined) return { fault: words('rules.wrong.notation', { text: text.trim(), parts: method.notation?.parts[language] }) }
  const faults = [...limitFaults(method, value, language, words), ...checkFaults(method, value, language)]
  return faults.length === 0 ? { value } : { fault: faults.join(' ') }
}

const limitFaults = ({ schema, fields = {} }: Parameter, value: unknown, language: Language, words: Words) =>
  Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([name, part]) => {
    const limits = (schema as Limits).properties?.[name]
    const { minimum = -Infinity, maximum = Infinity } = limits?.anyOf?.[0] ?? limits ?? {}
    const field = fields[name]
    if (typeof part !== 'number' || !field || (part >= minimum && part <= maximum)) return []
    const most = part > maximum
    const shown = (most ? maximum : minimum) / (field.unit === 'cents' ? 100 : 1)
    return [words(most ? 'rules.wrong.most' : 'rules.wrong.least', { part: field.title[language], limit: shown })]
  })

/** What must hold between the parts of one value; what hangs on other settings is the server's to say. */
const checkFaults = ({ checks = [] }: Parameter, value: unknown, language: Language) =>
  checks.filter(check => !check.with && !check.holds(value, undefined)).map(({ says }) => says[language])

/** Whether a value asks money of patrons, which rests on a decision of the council. */
export const asksBasis = ({ needsBasis = false }: Parameter, value: unknown) =>
  typeof needsBasis === 'boolean' ? needsBasis : needsBasis(value)
