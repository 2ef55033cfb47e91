import { expect, test } from 'vitest'
import { assemble } from '#core/registry.ts'
import { plugins } from '#plugins/index.ts'
import { definitionsOf } from '#plugins/parameters/definition.ts'
import { finderOf } from '#screens/parameters/list/find.ts'

const definitions = definitionsOf(assemble(plugins), 'nl')
const { find, prepare } = finderOf(definitions)
const values = [{ name: 'rules.loan', valueText: '21/21/1,00/15' }, { name: 'branches.feed-days', valueText: '123 dagen' }]
const first = (question: string, many = 3) => find(question, values).slice(0, many)

test.each([
  ['its name', 'uitleenmethode', 'rules.loan'],
  ['its name with a typing error', 'uitlenmethode', 'rules.loan'],
  ['the beginning of a word', 'uitleenm', 'rules.loan'],
  ['another word for it', 'portkosten', 'notices.letter-postage'],
  ['another word, mistyped', 'prtkosten', 'notices.letter-postage'],
  ['another word in French', 'frais de port', 'notices.letter-postage'],
  ['another word in English', 'postage', 'notices.letter-postage'],
  ['its name in French without accents', 'fermetures annoncees', 'branches.feed-days'],
  ['its code', 'rules.loan', 'rules.loan'],
  ['the value it has here', '21/21/1,00/15', 'rules.loan'],
  ['a part of that value', '123', 'branches.feed-days'],
])('a setting is found by %s: %s', (_, question, name) => expect(first(question)).toContain(name))

test.each([
  ['its name', 'lidgeld', 'patrons.fee'],
  ['another word for it', 'boete', 'rules.fine'],
  ['another word in French', 'amende', 'rules.fine'],
  ['another word, mistyped', 'uitlentermijn', 'rules.loan'],
  ['its name, mistyped', 'afhaaltermij', 'circulation.pickup-days'],
])('what was typed is %s, so that setting comes first: %s', (_, question, name) => expect(first(question, 1)).toEqual([name]))

test('every word counts, and when no setting has them all, some do', () => {
  const both = find('portkosten brief', [])
  expect(both.length).toBeLessThan(find('brief', []).length + find('portkosten', []).length)
  expect(both).toContain('notices.letter-postage')
  expect(find('portkosten zeppelin', [])).toContain('notices.letter-postage')
  expect(find('zeppelin', [])).toEqual([])
})

test('whoever asks early finds the same as whoever asks when all was prepared', () => {
  const early = finderOf(definitions)
  expect(early.prepare(() => true)).toBe(false)
  expect(prepare(() => false)).toBe(true)
  expect(early.find('boete per dag', values)).toEqual(find('boete per dag', values))
})
