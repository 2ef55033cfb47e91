import type { Definition, Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import type { ParameterValue, ParameterValues } from '#plugins/parameters/contract/answer/value.ts'

/** A setting and what holds of it at the unit one looks at. */
export interface Setting {
  readonly definition: Definition
  readonly held: ParameterValue
}

/** The rules, which staff know by their notation, come before what goes with them. */
export const settingsOf = ({ data }: Definitions, values: ParameterValues): readonly Setting[] => {
  const held = new Map(values.data.map(one => [one.name, one]))
  const rulesFirst = data.toSorted((one, other) => Number(!one.notation) - Number(!other.notation))
  return rulesFirst.flatMap(definition => {
    const here = held.get(definition.name)
    return here ? [{ definition, held: here }] : []
  })
}

export const marks = ['own', 'differs', 'planned', 'unused'] as const
export type Mark = (typeof marks)[number]

/** The unit says something of it itself, if only for some codes or a part of the year. */
export const isOwn = ({ held: { own, lines } }: Setting) => own || lines > 0

const bears: Readonly<Record<Mark, (setting: Setting) => boolean>> = {
  own: isOwn,
  differs: ({ held: { differs } }) => differs,
  planned: ({ held: { planned } }) => planned > 0,
  unused: ({ held: { applies } }) => !applies,
}

/** Those that bear every mark asked for. */
export const marked = (settings: readonly Setting[], asked: readonly Mark[]) =>
  settings.filter(setting => asked.every(mark => bears[mark](setting)))

export const marksIn = (text: string): readonly Mark[] => {
  const asked = text.split(',')
  return marks.filter(mark => asked.includes(mark))
}
