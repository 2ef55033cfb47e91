import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { asked, faultsOf, home, peopleOf, somebody, type Library } from './people.ts'
import { onlineLibrary, onlineMember, visitor } from './website.ts'

/** The desk sees who enrolled online, compares, and confirms them in one act: as themselves or as somebody who was known. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library & { site: Staff }
let gavere: Library

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  zwalm = await onlineLibrary(here, 'Zwalm')
  gavere = await people.library('Gavere')
  await people.say('patrons.fee', 1000, zwalm.id, { membership: '60' })
})
afterAll(() => here.close())

interface Listed { readonly membership: string; readonly doubles: number }

const confirm = (id: string, body: object = {}, desk = zwalm.desk) => desk.post(`/api/memberships/${id}/confirmation`, body)
const row = (id: string) => here.database.owner('membership').where({ id }).first()
const listed = async (desk = zwalm.desk, query = '') => (await desk.get(`/api/online-enrolments${query}`)).body.data as Listed[]
const eventsOf = (name: string, membership: string) =>
  here.database.owner('event').where({ name }).whereRaw(`detail ->> 'membership' = ?`, [membership])
/** A person known at a library, and the same one as they fill in the form of another. */
const twice = async ({ desk, branch }: Library, more: object = {}) => {
  const person = somebody(more)
  const { body } = await desk.post('/api/patrons', asked(branch, { person, card: 'generated' }))
  const { familyName, firstName, bornOn } = person
  return { known: person.id, card: body.card as string, membership: body.membership as string, typed: { familyName, firstName, bornOn } }
}

describe('who waits', () => {
  test('stands in the list of the library with days, fee and how many look the same; confirmed they are gone from it', async () => {
    const { typed } = await twice(gavere)
    const { id } = await onlineMember(zwalm, typed)
    expect((await listed()).find(one => one.membership === id)).toMatchObject({
      name: `An ${typed.familyName}`, what: 'enrolled', since: '2026-11-23', days: 0, remindedOn: null, feeCents: 1000, owes: true, doubles: 1,
      branch: { id: zwalm.branch }, typeName: 'Volwassene',
    })
    expect((await listed(zwalm.desk, `?unit=${zwalm.branch}`)).map(({ membership }) => membership)).toContain(id)
    expect((await confirm(id, { different: true })).status).toBe(200)
    expect((await listed()).map(({ membership }) => membership)).not.toContain(id)
  })

  test('is nobody for another library, in the list, alone and by acting', async () => {
    const { id } = await onlineMember(zwalm)
    expect((await listed(gavere.desk)).map(({ membership }) => membership)).not.toContain(id)
    expect(await listed(gavere.desk, `?unit=${zwalm.branch}`)).toEqual([])
    const nowhere = await gavere.desk.get(`/api/memberships/${randomUUID()}/online`)
    const there = await gavere.desk.get(`/api/memberships/${id}/online`)
    expect([there.status, { ...there.body, request: '' }]).toEqual([404, { ...nowhere.body, request: '' }])
    expect((await confirm(id, {}, gavere.desk)).status).toBe(404)
    expect(await row(id)).toMatchObject({ confirmed_at: null })
  })

  test('is shown with what they typed and who may be the same, and that look is noted', async () => {
    const { typed, known } = await twice(gavere)
    const { id, card } = await onlineMember(zwalm, { ...typed, email: 'nieuw@example.be' })
    const { body } = await zwalm.desk.get(`/api/memberships/${id}/online`)
    expect(body).toMatchObject({
      age: 36, email: 'nieuw@example.be', card, address: 'Dorpsstraat 1, 9630 Zwalm',
      found: [{ id: known, libraries: [{ name: 'Gavere' }], here: false }],
    })
    const { rows } = await here.database.owner.raw(`
      select b.body ->> 'purpose' as purpose from audit a join audit_body b on b.audit_id = a.id
      where a.act = 'view' and a.row_id = ?`, [body.person])
    expect(rows).toEqual([{ purpose: 'enrolment' }])
  })
})

describe('confirming', () => {
  test('takes the block away once, notes who did it and announces what is owed', async () => {
    const { id } = await onlineMember(zwalm)
    const { status, body } = await confirm(id)
    expect([status, body.memberships[0].internetBlock]).toEqual([200, false])
    expect(body.standing.blocks.map(({ code }: { code: string }) => code)).not.toContain('internet-block')
    expect(await row(id)).toMatchObject({ confirmed_by: zwalm.desk.id })
    expect((await confirm(id)).status).toBe(200)
    expect(await eventsOf('patrons.confirmed', id)).toMatchObject([{ detail: { owedCents: 1000 } }])
  })

  test('hands out a printed card in the place of the number that was given online', async () => {
    const { id, card: online } = await onlineMember(zwalm)
    const printed = '22110000000035'
    expect(faultsOf(await confirm(id, { card: '22110000000036' }))).toEqual(['patrons.card-digit /card'])
    const { body } = await confirm(id, { card: printed })
    expect(body.cards.map(({ number, until }: { number: string; until: string | null }) => [number, until]).toSorted())
      .toEqual([[printed, null], [online, '2026-11-23']].toSorted())
  })

  test('first shows who looks the same, and then says that it is another, or joins the two', async () => {
    const { known, typed } = await twice(gavere)
    const { id } = await onlineMember(zwalm, typed)
    const refusal = await confirm(id)
    expect([refusal.status, refusal.body.code, refusal.body.doubles[0].id]).toEqual([409, 'patrons.double', known])
    expect(await row(id)).toMatchObject({ confirmed_at: null })
  })

  test('is refused over a version that has moved on', async () => {
    const { id } = await onlineMember(zwalm)
    expect((await confirm(id, { version: 2 })).body.code).toBe('patrons.changed-meanwhile')
  })
})

describe('the same person as one who was known', () => {
  test('gets the membership on the one person and keeps the number; the fee of the double ends', async () => {
    const { known, typed } = await twice(gavere)
    const { id, card } = await onlineMember(zwalm, { ...typed, email: 'vers@example.be', phones: ['0470 11 22 33'] })
    const { status, body } = await confirm(id, { onto: known, takesContact: true })
    expect([status, body.id, body.email, body.phones]).toEqual([200, known, 'vers@example.be', ['0470 11 22 33']])
    const joined = body.memberships.find((one: { library: { id: string } }) => one.library.id === zwalm.id)
    expect(joined).toMatchObject({ id, internetBlock: false, feeCents: 1000, isValid: true })
    expect(body.cards.find(({ number }: { number: string }) => number === card)).toMatchObject({ membership: joined.id, until: null })
    expect(await eventsOf('patrons.cancelled', id)).toMatchObject([{ detail: { reason: 'double', monthsPassed: 1, monthsLeft: 11 } }])
    const enrolled = async () => (await eventsOf('patrons.enrolled', id)).filter(({ detail }) => detail.person === known)
    expect(await enrolled()).toMatchObject([{ detail: { person: known, feeCents: 1000, again: true } }])
    expect((await confirm(id, { onto: known })).body.id).toBe(known)
    expect(await enrolled()).toHaveLength(1)
  })

  test('keeps what was known of them where nobody says otherwise', async () => {
    const { known, typed } = await twice(gavere, { email: 'oud@example.be' })
    const { id } = await onlineMember(zwalm, typed)
    expect((await confirm(id, { onto: known })).body.email).toBe('oud@example.be')
  })

  test('is joined only when name and day of birth fit, and never by an id alone', async () => {
    const { known } = await twice(gavere)
    const { id } = await onlineMember(zwalm)
    expect(faultsOf(await confirm(id, { onto: known }))).toEqual(['patrons.not-the-same /onto'])
    expect(await row(id)).toMatchObject({ status: 2, confirmed_at: null })
  })

  test('who is a member here already stays that, with the number as another card', async () => {
    const { known, membership, typed } = await twice(zwalm)
    const { id, card } = await onlineMember(zwalm, typed)
    const { body } = await confirm(id, { onto: known })
    expect(body.memberships.map((one: { id: string }) => one.id)).toEqual([membership])
    expect(body.cards.map(({ number }: { number: string }) => number)).toContain(card)
    expect(await row(id)).toMatchObject({ status: 9, end_reason: 'double' })
  })

  test('who was a member here before goes on under that membership', async () => {
    const person = somebody()
    const { body: before } = await zwalm.desk.post('/api/patrons', asked(zwalm.branch, { person, from: '2024-01-01' }))
    const { familyName, firstName, bornOn } = person
    const { id } = await onlineMember(zwalm, { familyName, firstName, bornOn })
    await confirm(id, { onto: person.id })
    expect(await row(before.membership)).toMatchObject({ from_on: '2026-11-23', until_on: '2027-11-22', online_since: null })
  })

  test('in a group of level 1 pays nothing more, until the day of the other membership', async () => {
    const group = await people.group('1')
    const hoeselt = await onlineLibrary(here, 'Hoeselt', group.id)
    await people.say('patrons.fee', 800, hoeselt.id)
    const { known, typed, membership } = await twice(group.a)
    const { until_on: until } = await row(membership)
    const { id } = await onlineMember(hoeselt, typed)
    const { body } = await confirm(id, { onto: known }, hoeselt.desk)
    expect(body.memberships.find((one: { library: { id: string } }) => one.library.id === hoeselt.id))
      .toMatchObject({ feeCents: 0, until, copiedFrom: membership })
  })

  test('in a group of level 3 needs no membership here: they borrow as who they were', async () => {
    const group = await people.group('3a')
    const hoeselt = await onlineLibrary(here, 'Hoeselt', group.id)
    const { known, typed } = await twice(group.a)
    const { id } = await onlineMember(hoeselt, typed)
    const { status, body } = await confirm(id, { onto: known }, hoeselt.desk)
    expect([status, body.id, body.memberships.length]).toEqual([200, known, 1])
    expect(await row(id)).toMatchObject({ status: 9, end_reason: 'double' })
  })

  test('whose only membership is in a prison is found by nobody', async () => {
    const prison = await here.unit('branch', 'Gevangenis', gavere.id)
    await people.say('patrons.discreet', true, prison)
    const inside = await here.staff('prison-library', prison)
    const person = visitor({ address: undefined, email: undefined })
    await inside.post('/api/patrons', asked(prison, { type: '158', person: { id: randomUUID(), kind: 'person', addresses: [home], ...person } }))
    const { id } = await onlineMember(zwalm, { ...person, email: 'x@example.be', address: home })
    expect((await zwalm.desk.get(`/api/memberships/${id}/online`)).body.found).toEqual([])
    expect((await confirm(id)).status).toBe(200)
  })
})

describe('what was said at confirming', () => {
  const list = async (who: Staff, what: string) => (await who.get(`/api/${what}?at=${zwalm.id}`)).body.data
  const standing = async (...ids: string[]) => {
    const rows = async (table: string, key: string) => (await here.database.owner(table).whereIn(key, ids).orderBy('id'))
      .map(({ version: _version, ...rest }: Record<string, unknown>) => rest)
    return [await rows('person', 'id'), await rows('membership', 'person_id'), await rows('card', 'person_id')]
  }

  test('that it is somebody else is asked no more by the list of likely doubles', async () => {
    const boss = await here.staff('library-admin', zwalm.id)
    const pairs = async (known: string) => (await list(boss, 'likely-doubles'))
      .filter(({ one, other }: { one: { id: string }; other: { id: string } }) => [one.id, other.id].includes(known)).length
    const { known, typed } = await twice(zwalm)
    const { id } = await onlineMember(zwalm, typed)
    expect(await pairs(known)).toBe(1)
    expect((await confirm(id, { different: true })).status).toBe(200)
    expect(await pairs(known)).toBe(0)
  })

  test.each([
    ['a member of another library', () => twice(gavere, { email: 'oud@example.be' }), {}],
    ['a member here, with a printed card', () => twice(zwalm, { email: 'oud@example.be' }), { card: 'ZWALM0109' }],
    ['a member here once', async () => {
      const known = await twice(zwalm)
      await here.database.owner('membership').where({ id: known.membership }).update({ from_on: '2024-01-01', until_on: '2024-12-31' })
      return known
    }, {}],
  ])('a join with %s is a merge like any other, and is put back', async (_who, make, more) => {
    const region = await here.staff('system-admin')
    const { known, typed } = await make()
    const { id, card } = await onlineMember(zwalm, { ...typed, email: 'vers@example.be' })
    const gone = (await row(id)).person_id as string
    const before = await standing(known, gone)
    expect((await confirm(id, { onto: known, takesContact: true, ...more })).status).toBe(200)
    const merge = (await list(region, 'patron-merges')).find(({ person }: { person: string }) => person === known)
    expect(merge).toMatchObject({ goneName: `An ${typed.familyName}`, by: expect.any(String), mayPutBack: true })
    expect((await zwalm.desk.post(`/api/patron-merges/${merge.id}/put-back`, {})).status).toBe(403)
    const { status, body } = await region.post(`/api/patron-merges/${merge.id}/put-back`, {})
    expect([status, body.stays]).toEqual([200, []])
    const [people_, memberships, cards] = await standing(known, gone)
    expect([people_, memberships]).toEqual(before.slice(0, 2))
    // They wait for the desk once more, with the card in their hand.
    expect((await listed()).map(({ membership }) => membership)).toContain(id)
    expect(cards?.filter(one => one['person_id'] === gone && one['until_on'] === null)).toMatchObject([{ number: 'card' in more ? more.card : card, membership_id: id }])
  })

  test('who is a member elsewhere too by now is refused, in words that name no library', async () => {
    const { known, typed } = await twice(zwalm)
    const { id } = await onlineMember(zwalm, typed)
    const { person_id: gone } = await row(id)
    await people.enrolled(gavere, { person: { ...somebody(), id: gone, familyName: typed.familyName, firstName: typed.firstName, bornOn: typed.bornOn }, onto: gone })
    const answer = await confirm(id, { onto: known })
    expect([answer.status, faultsOf(answer)]).toEqual([422, ['patrons.member-elsewhere /onto']])
    expect(JSON.stringify(answer.body)).not.toContain('Gavere')
    expect(await row(id)).toMatchObject({ person_id: gone, status: 2 })
  })
})

test('refusing is ending the membership with a reason: the list forgets them and the fee is announced as ended', async () => {
  const { id } = await onlineMember(zwalm)
  const { status } = await zwalm.desk.post(`/api/memberships/${id}/end`, { when: 'now', reason: 'misuse', version: 1 })
  expect(status).toBe(200)
  expect((await listed()).map(({ membership }) => membership)).not.toContain(id)
  expect((await zwalm.desk.get(`/api/memberships/${id}/online`)).status).toBe(404)
  expect(await eventsOf('patrons.cancelled', id)).toHaveLength(1)
})
