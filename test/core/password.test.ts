import { describe, expect, test } from 'vitest'
import { hashPassword, passwordFaults, verifyPassword } from '#core/password.ts'

const names = ['Ann Peeters-Côté', 'ann.peeters@bib.zwalm.be']
const codesOf = async (password: string) => (await passwordFaults(password, names)).map(({ code }) => code)

describe('a password', () => {
  test.each([
    '1234567890', '9876543210', 'abcdefghij', 'azertyuiop', 'qwertyuiop', 'QWERTYUIOP', 'aaaaaaaaaa', 'abcabcabcabc',
    'iloveyou2024', 'Liverpool1!', 'Welkom2026!', 'welkomwelkom', 'Password123', 'Wachtwoord12', 'bibliotheek1',
  ])('that everybody tries first is refused: %s', async password => {
    expect(await codesOf(password)).toEqual(['core.password-common'])
  })

  test.each(['annpeeters', 'Ann.Peeters2026', 'peetersann!!', 'ann.peeters@bib', 'peeters-cote', 'filiaal-ann'])(
    'that is one’s own name or address is refused: %s', async password => {
      expect(await codesOf(password)).toEqual(['core.password-own-name'])
    })

  test('that is too short says so, together with what else is wrong', async () => {
    expect(await codesOf('kort')).toEqual(['core.password-short'])
    expect(await codesOf('password')).toEqual(['core.password-short', 'core.password-common'])
    expect(await codesOf('')).toEqual(['core.password-short'])
    expect(await codesOf('x'.repeat(201))).toEqual(['core.password-long'])
  })

  test.each([
    'een lang wachtwoord', 'peeters houdt van kaas', 'correct horse battery', 'kxvqzjwmpt', '4831759026', '      regen    ',
    'пароль из слов', '🚲🌧️📚🐈🧀🥐🎺🪴🧦🪁', 'zes zinnen over niets '.repeat(9),
  ])('needs no capitals, digits or signs: %s', async password => {
    expect(await codesOf(password)).toEqual([])
  })

  test('of the longest kind is weighed as quickly as any', async () => {
    const start = performance.now()
    for (const worst of ['a', '1', '!', 'ab', 'é', '\u0301']) await codesOf(worst.repeat(200 / worst.length - 1) + 'q')
    expect(performance.now() - start).toBeLessThan(500)
  })

  test('counts whole: no sign of it may differ, and spaces are signs', async () => {
    const hash = await hashPassword('  een lang wachtwoord ')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword('  een lang wachtwoord ', hash)).toBe(true)
    for (const other of ['een lang wachtwoord', '  een lang wachtwoord', '  Een lang wachtwoord ', '']) {
      expect(await verifyPassword(other, hash), other).toBe(false)
    }
    expect(await verifyPassword('  een lang wachtwoord ', undefined)).toBe(false)
  })
})
