import { expect, test } from 'vitest'
import { nextName } from '#plugins/patrons/school/roll.ts'

/** What a class is called a year later. */
test.each([
  ['3A', 6, '4A'], ['6B', 6, null], ['K2', 6, 'K3'], ['K3', 6, '1'], ['k1 geel', 6, 'k2 geel'], ['1', 6, '2'], ['OKAN', 6, 'OKAN'], ['6', 7, '7'],
  ['L5 groen', 6, 'L6 groen'], ['L6 groen', 6, null],
])('%s of a school of %i years becomes %s', (name, last, next) => expect(nextName(name, last)).toBe(next))
