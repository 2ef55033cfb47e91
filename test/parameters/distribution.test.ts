import { describe, expect, test } from 'vitest'
import { distributionOf } from '#plugins/parameters/compare/distribution.ts'

const spread = (values: Record<string, number>, unit: 'days' | 'choice' = 'days') => distributionOf(
  Object.entries(values).map(([value, count]) => ({ value: unit === 'days' ? Number(value) : value, count })), unit, String)
const outliers = ({ counts }: ReturnType<typeof spread>) => counts.filter(one => one.outlier).map(({ value }) => value)

describe('the distribution of numbers', () => {
  test('names the middle library, the outermost and what most have', () => {
    const found = spread({ 28: 3, 14: 1, 21: 2 })
    expect(found.median?.value).toBe(21)
    expect([found.min?.value, found.max?.value]).toEqual([14, 28])
    expect(found.commonest).toEqual({ text: '28', count: 3, percent: 50 })
    expect(found.counts.map(({ value }) => value)).toEqual([14, 21, 28])
  })

  test('marks what lies beyond three times the distance between the quartiles', () => {
    expect(outliers(spread({ 14: 2, 21: 4, 28: 4, 90: 1 }))).toEqual([90])
    expect(outliers(spread({ 14: 2, 21: 4, 28: 4, 35: 1 }))).toEqual([])
  })

  test('marks what is rare where nearly all have the same', () => {
    expect(outliers(spread({ 28: 19, 27: 1 }))).toEqual([27])
    expect(outliers(spread({ 28: 9, 21: 1 }))).toEqual([])
  })

  test('judges those that do not have what half have among themselves', () => {
    const fines = { 0: 45, 5: 6, 10: 12, 15: 3, 20: 5, 25: 2 }
    expect(outliers(spread(fines))).toEqual([])
    expect(outliers(spread({ ...fines, 150: 1 }))).toEqual([150])
    expect(outliers(spread({ 0: 60, 10: 30, 50: 1 }))).toEqual([50])
    expect(outliers(spread({ 0: 30, 10: 4 }))).toEqual([])
  })

  test('marks nothing that one in ten go as far as', () => {
    expect(outliers(spread({ 14: 10, 21: 40, 28: 38, 90: 12 }))).toEqual([])
    expect(outliers(spread({ 14: 10, 21: 40, 28: 38, 90: 9, 120: 3 }))).toEqual([120])
  })

  test('marks nothing among fewer than eight', () => {
    expect(outliers(spread({ 14: 6, 900: 1 }))).toEqual([])
  })

  test('counts what is no number beside them', () => {
    const found = distributionOf([{ value: 750, count: 8 }, { value: null, count: 4 }], 'cents', String)
    expect([found.median?.value, found.max?.value, found.counts.length]).toEqual([750, 750, 2])
  })
})

describe('the distribution of choices', () => {
  test('has no median, and marks what fewer than one in ten have while half agree', () => {
    const found = spread({ 'per-day': 18, 'loan-date': 1, 'return-date': 3 }, 'choice')
    expect([found.median, found.min, found.lowerQuartile]).toEqual([null, null, null])
    expect(outliers(found)).toEqual(['loan-date'])
  })

  test('marks nothing that is rare when much is', () => {
    const texts = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`text ${n}`, 1]))
    expect(outliers(spread({ none: 40, ...texts }, 'choice'))).toEqual([])
    expect(outliers(spread({ none: 40, 'text 1': 1, 'text 2': 1 }, 'choice'))).toEqual(['text 1', 'text 2'])
  })

  test('marks nothing where everybody has something else', () => {
    expect(outliers(spread(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`text ${n}`, 1])), 'choice'))).toEqual([])
  })

  test('of nobody is empty', () => {
    expect(spread({}, 'choice')).toMatchObject({ commonest: null, counts: [] })
  })
})
