import MiniSearch from 'minisearch'
import { plain } from '#console/plain.ts'
import type { Texts } from '#core/contract.ts'
import { areas } from '#plugins/parameters/contract/area.ts'
import type { Definition, Definitions } from '#plugins/parameters/contract/answer/definition.ts'

/** Names of settings with how well each answers the question; the best first. */
export type Found = readonly string[]
export type Find = (question: string, shown: Iterable<Shown>) => Found

/** What stands on the screen as a setting's value, to be found by as well. */
export interface Shown {
  readonly name: string
  readonly valueText: string
}

const inWords = MiniSearch.getDefault('tokenize') as (text: string) => string[]

/** In how many letters a word may be wrong: one in five; a short word is spelled right, or everything is found. */
const fuzzy = (term: string) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false)

/** A search in the making: a little at a time, or all that is left when somebody asks. */
export interface Finder {
  readonly find: Find
  /** Takes in more settings until it is told that it is enough; true when nothing is left. */
  readonly prepare: (enough: () => boolean) => boolean
}

/**
 * Everything one may look for a setting by, in every language: its name, its sentence, other words for it, its code,
 * its chapter, what its values are called. Asking takes a few milliseconds.
 */
export const finderOf = ({ data }: Definitions): Finder => {
  const index = new MiniSearch({
    fields: ['whole', 'title', 'words', 'name', 'area', 'help', 'more'],
    idField: 'name',
    processTerm: plain,
    tokenize: (text, field) => (field === 'whole' ? text.split('\n') : inWords(text)),
    searchOptions: {
      combineWith: 'AND', prefix: term => term.length > 1, fuzzy, maxFuzzy: 2,
      boost: { whole: 6, title: 4, words: 3, name: 3, area: 1.5 },
    },
  })
  const left = data.toReversed()
  const prepare = (enough: () => boolean) => {
    for (let next = left.pop(); next; next = left.pop()) {
      index.add(wordsOf(next))
      if (enough()) break
    }
    return left.length === 0
  }
  const find: Find = (question, shown) => {
    prepare(() => false)
    const words = question.split(/\s+/).filter(word => word !== '')
    const hits = words.map(word => hitsOf(index, word, shown))
    const whole = hits.reduce<Hits>((all, more) => joined(all, more), hits[0] ?? new Map<string, number>())
    return [...(whole.size > 0 ? whole : anyOf(hits))].toSorted(([, one], [, other]) => other - one).map(([name]) => name)
  }
  return { find, prepare }
}

const chapters: Readonly<Record<string, Texts>> = areas

const wordsOf = (definition: Definition) => {
  const { name, area, title, help, synonyms, elsewhere, consequence, example, defaultText } = definition
  const { choices = {}, fields = {} } = definition
  return {
    name, title, help,
    whole: [title, ...synonyms].join('\n'),
    words: synonyms.join(' '),
    area: Object.values(chapters[area] ?? {}).join(' '),
    more: [
      elsewhere, consequence, example, defaultText, ...Object.values(choices),
      ...Object.values(fields).map(field => field.title),
    ].join(' '),
  }
}

/** A word is found in what a setting is, or letter for letter in what its value is here. */
const hitsOf = (index: MiniSearch, word: string, shown: Iterable<Shown>) => {
  const hits = new Map(index.search(word).map(({ id, score }) => [String(id), score]))
  const asked = plain(word)
  for (const { name, valueText } of shown) {
    if (plain(valueText).includes(asked)) hits.set(name, (hits.get(name) ?? 0) + (asked.length > 2 ? 5 : 0.5))
  }
  return hits
}

type Hits = ReadonlyMap<string, number>

/** Found by every word. */
const joined = (one: Hits, other: Hits): Hits =>
  one === other ? one : new Map([...one].flatMap(([name, score]) => {
    const more = other.get(name)
    return more === undefined ? [] : [[name, score + more] as const]
  }))

/** When no setting has every word: whatever has some. */
const anyOf = (hits: readonly Hits[]): Hits => {
  const sum = new Map<string, number>()
  for (const each of hits) for (const [name, score] of each) sum.set(name, (sum.get(name) ?? 0) + score)
  return sum
}
