import MiniSearch from 'minisearch'
import { plain } from '#console/plain.ts'
import type { Form } from '../../answers.ts'

/** In how many letters a word may be wrong: one in five; a short word is spelled right, or everything is found. */
const fuzzy = (term: string) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false)

/** The forms that answer these words, best first: by title, help and other words for it; all of them, else some. */
export const findForms = (forms: readonly Form[], words: string): readonly Form[] => {
  const index = new MiniSearch<Form>({
    fields: ['title', 'synonyms', 'help'],
    idField: 'name',
    processTerm: plain,
    searchOptions: { prefix: term => term.length > 1, fuzzy, maxFuzzy: 2, boost: { title: 4, synonyms: 3 } },
  })
  index.addAll(forms)
  const all = index.search(words, { combineWith: 'AND' })
  const found = all.length > 0 ? all : index.search(words, { combineWith: 'OR' })
  return found.flatMap(({ id }) => forms.find(({ name }) => name === id) ?? [])
}
