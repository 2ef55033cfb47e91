import { expect, test } from 'vitest'
import { inOneLine, Obstacle } from '#core/obstacle.ts'

test('what keeps the product from starting is told in one line that says why', () => {
  expect(inOneLine(new Obstacle('Port 3000 is taken: say another with PORT.'))).toBe('Port 3000 is taken: say another with PORT.')
  expect(inOneLine(new Error('no such file\n    at read'))).toBe('no such file')
  // A refused statement of a migration begins with an empty line and ends with its reason.
  expect(inOneLine(new Error('\n    grant create on schema public\n    reset role;\n   - permission denied to set parameter'))).toBe('permission denied to set parameter')
  expect(inOneLine(new AggregateError([new Error('first'), new Error('second')]))).toBe('first')
})
