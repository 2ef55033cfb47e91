import { useAsked } from '#console/asked.ts'
import type { Query } from '#console/http.ts'
import { useSteadyReading } from '#console/reading.ts'
import type { UnitRow } from '#console/unit.ts'
import { COMPARED_AT_MOST, type Comparison } from '#plugins/parameters/contract/answer/compare.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'

/** What the address may narrow the libraries by, as the fields show it. */
export const filterNames = ['group', 'level', 'province', 'min', 'max', 'like', 'membership', 'material'] as const
export type FilterName = (typeof filterNames)[number]
export type Filter = Readonly<Record<FilterName, string>>

const counted = (text: string) => (/^\d{1,8}$/.test(text) ? Number(text) : undefined)

/** What is compared and among whom, as the address says; it can be shared and walked back to. */
export const useCompared = (unit: UnitRow, { data }: Definitions) => {
  const { asked, ask } = useAsked()
  const names = [...new Set(asked('names').split(',').filter(name => name !== ''))].slice(0, COMPARED_AT_MOST)
  const chosen = data.filter(({ name }) => names.includes(name))
  // Settings taken away may leave a code behind by which none of the others differs.
  const codeOf = (name: 'membership' | 'material') =>
    chosen.some(({ dimensions }) => dimensions.some(one => one.name === name)) ? asked(name) : undefined
  const filter = Object.fromEntries(filterNames.map(name => [name, asked(name)])) as Filter
  const query: Query = {
    names, group: filter.group, level: filter.level, province: filter.province,
    minInhabitants: counted(filter.min), maxInhabitants: counted(filter.max),
    membership: codeOf('membership'), material: codeOf('material'), like: filter.like === '' ? undefined : unit.id,
  }
  const reading = useSteadyReading<Comparison>('/parameters/compare', query, { enabled: names.length > 0 })
  return {
    names, chosen, filter, query, reading,
    compare: (next: readonly string[]) => ask({ names: next.join(',') }),
    narrow: (next: Partial<Filter>) => ask({ ...next, page: null }),
    clear: () => ask({ ...Object.fromEntries(filterNames.map(name => [name, null])), page: null }),
    /** From whom one is taking over. */
    take: asked('take'),
    sort: asked('sort'),
    page: Math.max(1, counted(asked('page')) ?? 1),
    ask,
  }
}

export type Compared = ReturnType<typeof useCompared>
