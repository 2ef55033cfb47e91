import { assemble } from '#core/registry.ts'
import { plugins } from '#plugins/index.ts'
import { definitionsOf } from '#plugins/parameters/definition.ts'
import { finderOf } from '#screens/parameters/list/find.ts'
import { medianOf, type Figure } from './figure.ts'
import { findPage } from './find-page.ts'

const questions = ['prtkosten', 'uitleentermijn', 'amende retard', 'boet', 'what does a letter cost', '28/28/0', 'r']

/** The search of the settings page, with 300 settings, in the engine that browsers have; then in a browser, drawn. */
export async function find(): Promise<Figure[]> {
  const { areas, data } = definitionsOf(assemble(plugins), 'nl')
  const times = Math.ceil(300 / data.length)
  const many = Array.from({ length: times }, (_, n) => data.map(one => ({ ...one, name: n === 0 ? one.name : `${one.name}-${n}` })))
    .flat().slice(0, 300)
  const definitions = { areas, data: many }
  const shown = many.map(({ name, defaultText }) => ({ name, valueText: defaultText }))
  const { find: look } = finderOf(definitions)
  const asked: number[] = []
  for (const question of questions) asked.push(await medianOf(15, () => look(question, shown)))
  return [
    { name: `making the index of ${many.length} settings, in idle moments`, value: await medianOf(5, () => finderOf(definitions).prepare(() => false)), unit: 'ms' },
    { name: `finding, the slowest of ${questions.length} questions`, value: Math.max(...asked), unit: 'ms', target: '≤ 50 ms' },
    ...await findPage(),
  ]
}
