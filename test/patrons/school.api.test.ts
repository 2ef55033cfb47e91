import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened } from '../installation.ts'
import { home, peopleOf, type Library } from './people.ts'

/** Classes are patrons with a teacher, and move up on 1 September; whoever was wrong puts it back. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let gavere: Library

beforeAll(async () => {
  here = await openInstallation({ now: '2026-11-24T09:00:00Z' })
  people = peopleOf(here)
  ;[zwalm, gavere] = [await people.library('Zwalm'), await people.library('Gavere')]
})
afterAll(() => here.close())

const wanted = (name: string, more: object = {}) => ({
  id: randomUUID(), person: randomUUID(), branch: zwalm.branch, type: '120', school: 'De Linde', name, lastGrade: 6, stays: false,
  teacher: `Juf ${name}`, address: home, ...more,
})
const list = async () => (await zwalm.desk.get(`/api/school-classes?library=${zwalm.id}`)).body

describe('a class', () => {
  test('is a patron with a card and a teacher, found by its name, once however often it is sent', async () => {
    const asked = wanted('2C', { school: 'Sint-Anna' })
    for (const _twice of [1, 2]) {
      const { status, body } = await zwalm.desk.post('/api/school-classes', asked)
      expect([status, body.data.filter(({ id }: { id: string }) => id === asked.id).length]).toEqual([201, 1])
    }
    expect((await list()).data.find(({ id }: { id: string }) => id === asked.id))
      .toMatchObject({ name: '2C', school: 'Sint-Anna', teachers: ['Juf 2C'], isValid: true, typeName: 'Klas' })
    const { body: found } = await zwalm.desk.post('/api/patrons/search', { q: 'sint-anna' })
    expect(found.data).toMatchObject([{ name: '2C Sint-Anna', kind: 'institution' }])
    expect((await zwalm.desk.get(`/api/patrons/${asked.person}`)).body).toMatchObject({ contacts: [{ name: 'Juf 2C', role: 'teacher' }], cards: [{}] })
  })

  test('is called otherwise with its patron, and not over what a colleague changed', async () => {
    const asked = wanted('3B', { school: 'Sint-Anna' })
    await zwalm.desk.post('/api/school-classes', asked)
    const edit = { version: 1, school: 'Sint-Anna', name: '3 blauw', lastGrade: 6, stays: true }
    expect((await zwalm.desk.send('PUT', `/api/school-classes/${asked.id}`, edit)).status).toBe(200)
    expect((await zwalm.desk.get(`/api/patrons/${asked.person}`)).body.familyName).toBe('3 blauw Sint-Anna')
    expect((await zwalm.desk.send('PUT', `/api/school-classes/${asked.id}`, edit)).status).toBe(409)
  })

  test('is nobody’s business elsewhere', async () => {
    const asked = wanted('4D')
    await zwalm.desk.post('/api/school-classes', asked)
    expect((await gavere.desk.get(`/api/school-classes?library=${zwalm.id}`)).status).toBe(404)
    expect((await gavere.desk.send('PUT', `/api/school-classes/${asked.id}`, { version: 1, school: 'x', name: 'x', lastGrade: 6, stays: false })).status).toBe(404)
    expect((await gavere.desk.post('/api/class-rolls/plan', { library: zwalm.id, year: 2027 })).status).toBe(404)
    expect((await gavere.desk.post('/api/class-rolls', { id: randomUUID(), library: zwalm.id, year: 2027 })).status).toBe(404)
  })
})

describe('moving up to a school year', () => {
  test('is shown first, done once, and put back but for what somebody touched since', async () => {
    const own = await people.library('Oudenaarde')
    const make = async (name: string, more: object = {}) => {
      const asked = wanted(name, { branch: own.branch, ...more })
      expect((await own.desk.post('/api/school-classes', asked)).status).toBe(201)
      return asked
    }
    const [third, sixth, nursery, newcomers] = [await make('3A'), await make('6A'), await make('K3'), await make('OKAN', { stays: true })]
    const classes = async () => new Map((await own.desk.get(`/api/school-classes?library=${own.id}`)).body.data.map((one: { id: string }) => [one.id, one])) as Map<string, { name: string; until: string; version: number }>
    const before = await classes()
    const { body: plan } = await own.desk.post('/api/class-rolls/plan', { library: own.id, year: 2027 })
    const lineOf = ({ id }: { id: string }) => plan.lines.find((line: { id: string }) => line.id === id)
    expect([third, sixth, nursery, newcomers].map(one => lineOf(one).after)).toEqual(['4A', null, '1', 'OKAN'])
    expect(lineOf(third).until).toBe('2028-08-31')
    expect(await classes()).toEqual(before)
    const roll = { id: randomUUID(), library: own.id, year: 2027 }
    for (const _twice of [1, 2]) expect((await own.desk.post('/api/class-rolls', roll)).status).toBe(201)
    await own.desk.post('/api/class-rolls', { ...roll, id: randomUUID() })
    const after = await classes()
    expect([third, sixth, nursery, newcomers].map(({ id }) => [after.get(id)?.name, after.get(id)?.until.slice(0, 7)]))
      .toEqual([['4A', '2028-08'], ['6A', before.get(sixth.id)?.until.slice(0, 7)], ['1', '2028-08'], ['OKAN', '2028-08']])
    const { body: page } = await own.desk.get(`/api/patrons/${sixth.person}`)
    expect(page.memberships).toMatchObject([{ endsOn: '2027-08-31' }])
    await own.desk.send('PUT', `/api/school-classes/${nursery.id}`, { version: after.get(nursery.id)?.version, school: 'De Linde', name: '1 geel', lastGrade: 6, stays: false })
    const { status, body } = await own.desk.post(`/api/class-rolls/${roll.id}/put-back`, {})
    expect([status, body]).toEqual([200, { back: 3, left: ['1'] }])
    const back = await classes()
    expect([third, sixth, newcomers].map(({ id }) => [back.get(id)?.name, back.get(id)?.until])).toEqual(
      [third, sixth, newcomers].map(({ id }) => [before.get(id)?.name, before.get(id)?.until]))
    expect(back.get(nursery.id)?.name).toBe('1 geel')
    expect((await own.desk.get(`/api/patrons/${sixth.person}`)).body.memberships).toMatchObject([{ endsOn: null, isValid: true }])
    expect((await own.desk.post(`/api/class-rolls/${roll.id}/put-back`, {})).status).toBe(409)
  })
})
