import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { home, peopleOf, somebody, type Library } from './people.ts'

/** Who is found at the desk, by what, and who is not. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let gavere: Library
let card: string
let an: ReturnType<typeof somebody>

const names = async (who: Staff, q: string) => {
  const { status, body } = await who.post('/api/patrons/search', { q })
  expect(status).toBe(200)
  return body.data.map(({ name }: { name: string }) => name)
}

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  ;[zwalm, gavere] = [await people.library('Zwalm'), await people.library('Gavere')]
  an = somebody({
    familyName: 'Van Rijswijck', firstName: 'Anaïs', bornOn: '1984-03-09', email: 'anais@example.be', phones: ['0470 12 34 56'],
    externalNumbers: ['S-20417'], tag: 'De Linde', addresses: [{ ...home, number: '12' }],
  })
  ;({ card } = await people.enrolled(zwalm, { person: an, card: 'generated' }))
  await people.enrolled(zwalm, { person: somebody({ familyName: 'Claeys', firstName: 'Jan', addresses: [{ ...home, number: '12' }] }) })
  await people.enrolled(gavere, { person: somebody({ familyName: 'Van Rijswijck', firstName: 'Wout', bornOn: '2001-01-01' }) })
})
afterAll(() => here.close())

test.each([
  ['a card', () => card], ['a part of the name', () => 'rijsw'], ['y for ij, without accents', () => 'anais van ryswyck'],
  ['parts in any order', () => 'van anaïs'], ['a slip of the keyboard', () => 'rijswjick'], ['a date of birth', () => '9/3/1984'],
  ['a date of birth without signs', () => '09031984'],
  ['a name and a date of birth', () => 'rijswijck 1984-03-09'], ['an address of e-mail', () => 'ANAIS@example.be'],
  ['a phone number, however it is written', () => '+32 470/12.34.56'], ['a number elsewhere', () => 'S-20417'],
  ['the word that a group goes by', () => 'de linde'],
])('somebody is found by %s', async (_what, q) => {
  expect(await names(zwalm.desk, q())).toEqual(['Anaïs Van Rijswijck'])
})

test('who lives somewhere is found by street and number, a family together; where somebody bears the words, they come first', async () => {
  expect(await names(zwalm.desk, `${home.street} 12`)).toEqual(['Jan Claeys', 'Anaïs Van Rijswijck'])
  expect(await names(zwalm.desk, `${home.postalCode} ${home.street?.toUpperCase()} 12`)).toHaveLength(2)
  expect(await names(gavere.desk, `${home.street} 12`)).toEqual([])
})

test('a slip in a name finds names, not whoever shares the end of an address of e-mail', async () => {
  await people.enrolled(zwalm, { person: somebody({ familyName: 'Amrani', firstName: 'Youssef', email: 'y@voorbeeld.be' }) })
  await people.enrolled(zwalm, { person: somebody({ familyName: 'Baert', firstName: 'Lode', email: 'lode@voorbeeld.be' }) })
  expect(await names(zwalm.desk, 'bert')).toEqual(['Lode Baert'])
  expect((await names(zwalm.desk, 'lod@voorbeeld.be'))[0]).toBe('Lode Baert')
})

test('nothing, or what nobody is called, finds nobody', async () => {
  for (const q of ['', '   ', '*', '%', 'xqzv', '31/02/1984']) expect(await names(zwalm.desk, q), q).toEqual([])
})

test('whoever died is found with a star only', async () => {
  const gone = await people.enrolled(zwalm, { person: somebody({ familyName: 'Overleden' }) })
  await zwalm.desk.post(`/api/memberships/${gone.membership}/end`, { version: 1, when: 'now', reason: 'deceased', deceasedOn: '2026-11-20' })
  expect([await names(zwalm.desk, 'overleden'), await names(zwalm.desk, '*overleden')]).toEqual([[], ['An Overleden']])
})

describe('nobody is found', () => {
  test('who is no member of a library of the one who asks, by whatever is typed', async () => {
    for (const q of [card, 'rijswijck', '9/3/1984', 'anais@example.be', '0470123456', 'S-20417'])
      expect(await names(gavere.desk, q), q).toEqual(q === 'rijswijck' ? ['Wout Van Rijswijck'] : [])
  })

  test('by whoever may not look people up', async () => {
    const finance = await here.staff('finance-director', zwalm.id)
    expect((await finance.post('/api/patrons/search', { q: 'an' })).status).toBe(403)
  })

  test('of a prison by the desks of its own town, nor the other way round', async () => {
    const prison = await here.unit('branch', 'Gevangenis', zwalm.id)
    await people.say('patrons.discreet', true, prison)
    const inside = await here.staff('prison-library', prison)
    const person = somebody({ familyName: 'Muur' })
    const { card: within } = await people.enrolled({ id: zwalm.id, branch: prison, desk: inside }, { person, type: '158', card: 'generated' })
    expect(await names(inside, 'muur')).toEqual(['An Muur'])
    expect(await names(inside, 'rijswijck')).toEqual([])
    expect([await names(gavere.desk, 'muur'), await names(gavere.desk, within)]).toEqual([[], []])
    expect((await inside.get(`/api/patrons/${an.id}`)).status).toBe(404)
  })
})

describe('in a group of level 3', () => {
  test('members of a partner are found at once, and borrow under the linked type; discreet ones are not', async () => {
    const { id, a, b } = await people.group('3a')
    const known = await people.enrolled(a, { person: somebody({ familyName: 'Regionaal' }), card: 'generated' })
    const hidden = await here.unit('branch', 'Gesloten afdeling', a.id)
    await people.say('patrons.discreet', true, hidden)
    const secret = await people.enrolled({ ...a, branch: hidden }, { person: somebody({ familyName: 'Discreet' }), card: 'generated' })
    expect(await names(b.desk, 'regionaal')).toEqual(['An Regionaal'])
    expect(await names(b.desk, known.card)).toEqual(['An Regionaal'])
    expect([await names(b.desk, 'discreet'), await names(b.desk, secret.card)]).toEqual([[], []])
    expect((await b.desk.get(`/api/patrons/${secret.person}`)).status).toBe(404)
    await here.apply({ kind: 'parameters.set-membership-link', payload: {
      unit: id, code: 'volw', from: '2020-01-01', to: null, body: { types: { [a.id]: '60', [b.id]: '80' } },
    } })
    const { body } = await b.desk.get(`/api/patrons/${known.person}?at=${b.branch}`)
    expect(body.standing).toMatchObject({ visits: true, typeName: 'Senior', blocks: [], membership: known.membership })
    expect(body.memberships).toMatchObject([{ mayChange: false, library: { id: a.id } }])
    const elsewhere = await gavere.desk.get(`/api/patrons/${known.person}`)
    expect(elsewhere.status).toBe(404)
    expect((await b.desk.get(`/api/patrons/${randomUUID()}`)).body.code).toBe(elsewhere.body.code)
  })
})
