import { describe, expect, test } from 'vitest'
import { assemble } from '#core/registry.ts'
import { plugins } from '#plugins/index.ts'
import { areas } from '#plugins/parameters/contract/area.ts'

const parameters = [...assemble(plugins).parameters.values()]

describe('every parameter', () => {
  test('stands in a chapter of the settings', () => {
    expect(parameters.filter(({ area }) => !(area in areas)).map(({ name, area }) => `${name}: ${area}`)).toEqual([])
  })

  test('says something else in its help than in its consequence, and is not looked for by its title alone', () => {
    expect(parameters.filter(({ help, consequence, title, synonyms }) =>
      help.nl === consequence.nl || synonyms.nl.every(word => word === title.nl)).map(({ name }) => name)).toEqual([])
  })

  test('ends its sentences', () => {
    expect(parameters.filter(({ help, consequence, example }) =>
      [help, consequence, example].some(texts => Object.values(texts).some(text => !/[.?!…”»]$/.test(text))))
      .map(({ name }) => name)).toEqual([])
  })
})
