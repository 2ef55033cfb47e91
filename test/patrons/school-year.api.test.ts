import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runDueJobs } from '#core/schedule.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { home, peopleOf, type Library } from './people.ts'

/** Each 1 September the classes of a library move up by themselves, once, unless it chose another day or none. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let library: Library

beforeAll(async () => {
  here = await openInstallation({ now: '2027-08-20T09:00:00Z' })
  people = peopleOf(here)
})
afterAll(() => here.close())
beforeEach(async () => {
  on('2027-08-20T09:00:00Z')
  library = await people.library(`Zwalm ${randomUUID().slice(0, 4)}`)
})

const on = (moment: string) => { here.clock.now = Temporal.Instant.from(moment) }
/** A night and a morning, in the winter and summer time of the region. */
const morning = async (day: string, installation = here.installation) => {
  on(`${day}T04:00:00Z`)
  await runDueJobs(installation)
}
const desk = () => here.staff('desk', library.id)
const added = async (name: string, who: Staff) => {
  const id = randomUUID()
  const { status } = await who.post('/api/school-classes', {
    id, person: randomUUID(), branch: library.branch, type: '120', school: 'De Linde', name, lastGrade: 6, stays: false, teacher: `Juf ${name}`, address: home,
  })
  expect(status).toBe(201)
  return id
}
const list = async () => (await (await desk()).get(`/api/school-classes?library=${library.id}`)).body
const names = async () => (await list()).data.map(({ name }: { name: string }) => name)
const rolls = async () => here.database.owner('class_roll').where({ library_id: library.id })

test('is said and shown beforehand, happens that morning once, after a restart and in another process too, and is put back', async () => {
  const who = await desk()
  await added('3A', who)
  await added('6B', who)
  expect((await list()).next).toEqual({ day: '2027-09-01', year: 2027 })
  const { body: plan } = await who.post('/api/class-rolls/plan', { library: library.id, year: 2027 })
  expect(plan.lines.map(({ before, after }: { before: string; after: string | null }) => [before, after])).toEqual([['3A', '4A'], ['6B', null]])
  await morning('2027-08-31')
  expect(await names()).toEqual(['3A', '6B'])
  await morning('2027-09-01')
  expect(await names()).toEqual(['4A', '6B'])
  await morning('2027-09-01', (await here.second()).installation)
  await morning('2027-09-02')
  await morning('2027-09-10', (await here.second()).installation)
  expect(await names()).toEqual(['4A', '6B'])
  const { rolls: told, next } = await list()
  expect(told).toMatchObject([{ year: 2027, by: null, classes: 2, mayPutBack: true, putBackAt: null }])
  expect(next).toEqual({ day: '2028-09-01', year: 2028 })
  const later = await desk()
  expect((await later.post(`/api/class-rolls/${told[0].id}/put-back`, {})).body).toEqual({ back: 2, left: [] })
  await morning('2027-09-11')
  expect([await names(), (await rolls()).length]).toEqual([['3A', '6B'], 1])
})

test('does what a server that was down missed, but not weeks later', async () => {
  await added('3A', await desk())
  await morning('2027-09-12')
  expect(await names()).toEqual(['4A'])
  await people.say('patrons.class-roll-day', '07-01', library.id)
  on('2028-06-20T09:00:00Z')
  expect((await list()).next).toEqual({ day: '2028-07-01', year: 2028 })
  await morning('2028-07-20')
  expect(await names()).toEqual(['4A'])
})

test('leaves alone whoever moved them up beforehand, and whoever wants it never', async () => {
  const who = await desk()
  await added('3A', who)
  expect((await who.post('/api/class-rolls', { id: randomUUID(), library: library.id, year: 2027 })).status).toBe(201)
  expect((await list()).next).toEqual({ day: '2028-09-01', year: 2028 })
  // Of the new school year already.
  await added('1C', who)
  await morning('2027-09-01')
  expect([(await names()).toSorted(), (await rolls()).length]).toEqual([['1C', '4A'], 1])
  await people.say('patrons.class-roll-day', 'never', library.id)
  expect((await list()).next).toBeNull()
  await morning('2028-09-01')
  expect((await rolls()).length).toBe(1)
})
