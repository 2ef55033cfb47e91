import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { asked, faultsOf, peopleOf, somebody, type Library } from './people.ts'

/** A national number is kept only where a library may, never read but by an act of its own, and found without being read. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let gavere: Library
let admin: Staff

const NUMBERS = ['93.05.18-223.61', '00.01.25-567.77', '85.07.30-033.28'] as const

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  ;[zwalm, gavere] = [await people.library('Zwalm'), await people.library('Gavere')]
  admin = await here.staff('library-admin', zwalm.id)
  await people.say('patrons.national-number', true, zwalm.id)
})
afterAll(() => here.close())

const enrolled = async (nationalNumber: string, person = somebody()) => {
  const { status, body } = await zwalm.desk.post('/api/patrons', asked(zwalm.branch, { nationalNumber, person }))
  expect(status).toBe(201)
  return body.person as string
}

test('a library that did not say it may keep them is refused, and so is a number that cannot be', async () => {
  const off = await gavere.desk.post('/api/patrons', asked(gavere.branch, { nationalNumber: NUMBERS[0] }))
  expect([off.status, faultsOf(off)]).toEqual([422, ['patrons.national-off /nationalNumber']])
  const wrong = await zwalm.desk.post('/api/patrons', asked(zwalm.branch, { nationalNumber: '93.05.18-223.62' }))
  expect(faultsOf(wrong)).toEqual(['patrons.national-digits /nationalNumber'])
  const { body } = await gavere.desk.get(`/api/membership-types?branch=${gavere.branch}`)
  expect(body.nationalNumber).toBe(false)
  expect((await zwalm.desk.get(`/api/membership-types?branch=${zwalm.branch}`)).body.nationalNumber).toBe(true)
})

test('is masked on the page, sealed in the database and shown whole by an act of its own, which is noted', async () => {
  const person = await enrolled(NUMBERS[0])
  const { body: page } = await zwalm.desk.get(`/api/patrons/${person}`)
  expect(page).toMatchObject({ nationalMasked: '••.••.••-•••.••', mayKeepNational: true, mayRevealNational: false })
  expect((await zwalm.desk.post(`/api/patrons/${person}/national-number`, { purpose: 'claim' })).status).toBe(403)
  const { status, body } = await admin.post(`/api/patrons/${person}/national-number`, { purpose: 'claim' })
  expect([status, body]).toEqual([200, { nationalNumber: NUMBERS[0] }])
  const noted = await here.database.owner('audit').join('audit_body', 'audit_id', 'audit.id').where({ row_id: person, act: 'reveal' })
  expect(noted).toMatchObject([{ actor: admin.id, body: { purpose: 'claim', what: 'national-number' } }])
  const { rows: tables } = await here.database.owner.raw(`select tablename as name from pg_tables where schemaname = 'public'`)
  for (const { name } of tables as { name: string }[]) {
    const { rows } = await here.database.owner.raw(`select count(*)::int as n from "${name}" t where t::text ~ '93.?05.?18.?223.?61'`)
    expect(rows[0].n, name).toBe(0)
  }
})

test('finds the same person at an enrolment, whatever name was typed, and never two people', async () => {
  const person = await enrolled(NUMBERS[1], somebody({ familyName: 'Wouters', bornOn: '2000-01-25' }))
  const typed = { kind: 'person', familyName: 'Anders', branch: zwalm.branch, nationalNumber: '00012556777' }
  expect((await zwalm.desk.post('/api/patrons/doubles', typed)).body.data).toMatchObject([{ id: person }])
  const again = await zwalm.desk.post('/api/patrons', asked(zwalm.branch, { nationalNumber: NUMBERS[1] }))
  expect([again.status, again.body.code]).toEqual([409, 'patrons.double'])
  const other = await zwalm.desk.post('/api/patrons', asked(zwalm.branch, { nationalNumber: NUMBERS[1], different: true }))
  expect([other.status, other.body.code]).toEqual([409, 'patrons.national-taken'])
  const { person: third } = await people.enrolled(zwalm)
  const edit = await zwalm.desk.send('PATCH', `/api/patrons/${third}`, { version: 1, nationalNumber: NUMBERS[1] })
  expect([edit.status, edit.body.code]).toEqual([409, 'patrons.national-taken'])
})

test('is kept or taken away by an edit, and told whole in somebody’s data only by whoever may show it', async () => {
  const { person } = await people.enrolled(zwalm)
  const edit = await zwalm.desk.send('PATCH', `/api/patrons/${person}`, { version: 1, nationalNumber: NUMBERS[2] })
  expect([edit.status, edit.body.nationalMasked]).toEqual([200, '••.••.••-•••.••'])
  const numberIn = async (staff: Staff) => (await staff.get(`/api/patrons/${person}/data`)).body.data.patrons.person[0].national_number
  expect([await numberIn(zwalm.desk), await numberIn(admin)]).toEqual(['••.••.••-•••.••', NUMBERS[2]])
  await zwalm.desk.send('PATCH', `/api/patrons/${person}`, { version: 2, nationalNumber: null })
  expect((await zwalm.desk.get(`/api/patrons/${person}`)).body.nationalMasked).toBeNull()
  expect((await admin.post(`/api/patrons/${person}/national-number`, { purpose: 'claim' })).status).toBe(404)
})

test('another library that keeps none sees no mask either, and nothing of who is not its member', async () => {
  const person = somebody({ bornOn: '1971-02-03' })
  await enrolled('71.02.03-123.31', person)
  const elsewhere = await here.staff('library-admin', gavere.id)
  expect((await elsewhere.post(`/api/patrons/${person.id}/national-number`, { purpose: 'claim' })).status).toBe(404)
  expect((await gavere.desk.post('/api/patrons', asked(gavere.branch, { person, onto: person.id, id: randomUUID() }))).status).toBe(201)
  expect((await gavere.desk.get(`/api/patrons/${person.id}`)).body).toMatchObject({ nationalMasked: null, mayKeepNational: false })
})

describe('two who are one', () => {
  const numbers = ['90.01.01-001.23', '90.01.01-003.21'] as const
  const rowOf = (person: string) => here.database.owner('person').where({ id: person }).first('version', 'national_sealed', 'national_hash')
  const merging = async (keep: string, gone: string) => ({
    id: randomUUID(), keep, gone, take: {}, keepVersion: (await rowOf(keep)).version, goneVersion: (await rowOf(gone)).version,
  })
  const merge = async (keep: string, gone: string) => {
    const body = await merging(keep, gone)
    return { id: body.id, answer: await admin.post('/api/patron-merges', body) }
  }
  const shown = (person: string) => admin.post(`/api/patrons/${person}/national-number`, { purpose: 'claim' })
  const plain = async (library: Library = zwalm) => (await people.enrolled(library)).person as string

  test('the number of either is kept, sealed anew for whose row it is in, and masked; put back it is theirs alone again', async () => {
    for (const isKept of [true, false]) {
      const [numbered, bare] = [await enrolled(numbers[0]), await plain()]
      const [keep, gone] = isKept ? [numbered, bare] : [bare, numbered]
      const [before, without] = [await rowOf(numbered), await rowOf(bare)]
      const { id, answer } = await merge(keep, gone)
      expect([answer.status, answer.body.nationalMasked]).toEqual([201, '••.••.••-•••.••'])
      expect((await shown(keep)).body).toEqual({ nationalNumber: numbers[0] })
      const after = await rowOf(keep)
      expect(after.national_hash).toEqual(before.national_hash)
      // Locked to the row it is in: the seal of the one opens nothing in the row of the other.
      if (!isKept) expect(after.national_sealed).not.toEqual(before.national_sealed)
      expect((await zwalm.desk.post('/api/patrons/doubles', { kind: 'person', familyName: 'x', branch: zwalm.branch, nationalNumber: numbers[0] })).body.data)
        .toMatchObject([{ id: keep }])
      expect((await admin.post(`/api/patron-merges/${id}/put-back`, {})).status).toBe(200)
      expect((await shown(numbered)).body).toEqual({ nationalNumber: numbers[0] })
      expect(await rowOf(bare)).toMatchObject({ national_sealed: without.national_sealed, national_hash: null })
      expect((await shown(bare)).status).toBe(404)
      await zwalm.desk.send('PATCH', `/api/patrons/${numbered}`, { version: (await rowOf(numbered)).version, nationalNumber: null })
    }
  })

  test('two numbers that differ are two people: comparing says so and merging is refused, without a digit', async () => {
    const [keep, gone] = [await enrolled(numbers[0]), await enrolled(numbers[1])]
    const { body: plan } = await admin.post('/api/patron-merges/plan', { keep, gone })
    expect(plan.faults).toMatchObject([{ code: 'patrons.merge-nationals', pointer: '/gone' }])
    const { answer } = await merge(keep, gone)
    expect([answer.status, faultsOf(answer)]).toEqual([422, ['patrons.merge-nationals /gone']])
    expect(JSON.stringify([plan, answer.body])).not.toMatch(/90[.]?01[.]?01[-.]?00/)
    await zwalm.desk.send('PATCH', `/api/patrons/${keep}`, { version: (await rowOf(keep)).version, nationalNumber: null })
    // What was taken away beforehand is no longer in the way, and the other's comes along.
    expect((await merge(keep, gone)).answer.status).toBe(201)
    expect((await shown(keep)).body).toEqual({ nationalNumber: numbers[1] })
  })

  test('where a library keeps none there is none to carry, and its page shows no mask', async () => {
    const region = await here.staff('system-admin')
    const [keep, gone] = [await plain(gavere), await plain(gavere)]
    const body = await merging(keep, gone)
    expect(await region.post('/api/patron-merges', body)).toMatchObject({ status: 201, body: { nationalMasked: null, mayKeepNational: false } })
    expect(await rowOf(keep)).toMatchObject({ national_sealed: null, national_hash: null })
    expect(await here.database.owner('person_merge').where({ id: body.id }).first('national_came')).toEqual({ national_came: false })
  })
})
