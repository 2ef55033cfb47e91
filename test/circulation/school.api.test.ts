import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallation, type Opened } from '../installation.ts'
import { asked, somebody } from '../patrons/people.ts'
import { lendingAt } from './lending.ts'

/** What a class has on loan is never due while there is no school, and the desk is told whom it serves. */
let here: Opened

beforeAll(async () => {
  here = await openInstallation({ now: '2026-11-24T09:00:00Z' })
  await here.apply({ kind: 'branches.set-day-set', payload: { code: 'school-nl', set: {
    code: 'school-nl', name: { nl: 'schoolvakanties', en: 'school holidays', fr: 'vacances scolaires' },
    periods: [{ from: '2026-12-21', to: '2027-01-03', name: { nl: 'kerstvakantie', en: 'Christmas', fr: 'Noël' } }],
  } } })
})
afterAll(() => here.close())

test('a class skips the school holidays of its type, then the closed days of the branch; others do not', async () => {
  const zwalm = await lendingAt(here, 'Zwalm')
  await zwalm.say('circulation.school-holidays', ['school-nl'], { where: { membership: '120' } })
  await zwalm.on('2026-11-24')
  const { desk } = zwalm
  const item = async () => {
    const id = randomUUID()
    const barcode = `K${id.slice(0, 8).toUpperCase()}`
    await here.database.owner('item').insert({
      id, barcode, title: 'Klassebak', material: 'BOEK', library_id: zwalm.library, branch_id: zwalm.branch, at_branch_id: zwalm.branch, at: new Date(),
    })
    return barcode
  }
  const enrolled = async (type: string, more: object, card: string) => {
    const made = await desk.post('/api/patrons', asked(zwalm.branch, { type, person: somebody(more), card }))
    expect(made.status).toBe(201)
  }
  await enrolled('120', {}, 'KLAS3A')
  await enrolled('60', {}, 'VOLWASSEN1')
  const dueOf = async (card: string) => {
    const { body } = await desk.post('/api/loans', { id: randomUUID(), branch: zwalm.branch, card, item: await item() })
    return body as { loan: { id: string; rawDueOn: string; dueOn: string } }
  }
  const [klas, adult] = [await dueOf('KLAS3A'), await dueOf('VOLWASSEN1')]
  expect([klas.loan.rawDueOn, klas.loan.dueOn]).toEqual(['2026-12-22', '2027-01-05'])
  expect([adult.loan.rawDueOn, adult.loan.dueOn]).toEqual(['2026-12-22', '2026-12-22'])
  const { body: why } = await desk.get(`/api/loans/${klas.loan.id}/why`)
  expect(JSON.stringify(why)).toContain('schoolvakantie')
})

test('a note that pops up and who answers for a minor stand at the desk', async () => {
  const gavere = await lendingAt(here, 'Gavere')
  const { desk } = gavere
  const person = somebody({ bornOn: '2016-02-03', contacts: [
    { name: 'Mia Vader', role: 'parent', from: '2016-02-03', to: '2020-01-01' }, { name: 'Tom Voogd', role: 'guardian', from: '2020-01-02' },
  ] })
  const made = await desk.post('/api/patrons', asked(gavere.branch, { type: '1', person, card: 'KIND0001' }))
  expect(made.status).toBe(201)
  await desk.post(`/api/patrons/${person.id}/notes`, { id: randomUUID(), branch: gavere.branch, text: 'paraplu ligt klaar', popsUp: true })
  await desk.post(`/api/patrons/${person.id}/notes`, { id: randomUUID(), branch: gavere.branch, text: 'stil', popsUp: false })
  const { body } = await desk.get(`/api/desk/patron?branch=${gavere.branch}&card=KIND0001`)
  expect(body).toMatchObject({ notes: ['paraplu ligt klaar'], representatives: ['Tom Voogd'] })
})
