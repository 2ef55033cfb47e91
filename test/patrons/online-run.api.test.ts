import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { followUnconfirmed, forgetUnseen } from '#plugins/patrons/online/run.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { asked, peopleOf, type Library } from './people.ts'
import { onlineLibrary, onlineMember, visitor } from './website.ts'

/** Whoever enrolled online on 26 October and never came by: a message on 26 December, gone on 26 April, forgotten a month later. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library & { site: Staff }

beforeAll(async () => {
  here = await openInstallation({ now: '2026-10-26T21:00:00Z' })
  people = peopleOf(here)
  zwalm = await onlineLibrary(here, 'Zwalm')
})
afterAll(() => here.close())

const on = (day: string) => { here.clock.now = Temporal.Instant.from(`${day}T06:00:00Z`) }
const morning = async (day: string) => {
  on(day)
  for (const run of [followUnconfirmed, forgetUnseen]) await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, run)
}
const remindersOf = (about: string) => here.database.owner('mail').where({ about, kind: 'patrons.confirm-online' })
const row = (id: string) => here.database.owner('membership').where({ id }).first()

test('one message after exactly two months, then the end, then nothing is left of them', async () => {
  on('2026-10-26')
  const typed = visitor({ familyName: 'Nooitgezien', email: 'nooit@example.be' })
  const { id } = await onlineMember(zwalm, typed)
  await morning('2026-12-25')
  expect(await remindersOf(id)).toEqual([])
  await morning('2026-12-26')
  await morning('2026-12-27')
  const reminders = await remindersOf(id)
  expect(reminders).toHaveLength(1)
  expect(reminders[0].text).toContain('Op 26 oktober 2026 regelde je online je lidmaatschap bij Zwalm.')
  expect(reminders[0].text).not.toContain('Nooitgezien')
  await morning('2027-04-25')
  expect(await row(id)).toMatchObject({ status: 5 })
  await morning('2027-04-26')
  expect(await row(id)).toMatchObject({ status: 9, ends_on: '2027-04-26', end_reason: 'unconfirmed' })
  await morning('2027-05-25')
  expect(await row(id)).toBeDefined()
  await morning('2027-05-26')
  await morning('2027-05-27')
  expect(await row(id)).toBeUndefined()
  const { rows: [left] } = await here.database.owner.raw(`
    select (select count(*)::int from person where family_name = 'Nooitgezien') as people,
      (select count(*)::int from mail where text like '%nooit@%' or address = 'nooit@example.be') as mails,
      (select count(*)::int from audit_body where body::text like '%Nooitgezien%') as bodies,
      (select count(*)::int from event where name = 'patrons.cancelled') as events`)
  expect(left).toMatchObject({ people: 0, mails: 0, bodies: 0, events: 1 })
})

test('who came by is left alone, and so is who was joined with somebody who was known', async () => {
  on('2026-10-26')
  const desk = await here.staff('desk', zwalm.id)
  const [seen, typed] = [await onlineMember(zwalm), visitor()]
  const { familyName, firstName, bornOn } = typed
  const known = randomUUID()
  await desk.post('/api/patrons', asked(zwalm.branch, { person: { id: known, kind: 'person', familyName, firstName, bornOn, addresses: [typed.address] } }))
  const double = await onlineMember(zwalm, typed)
  expect((await desk.post(`/api/memberships/${seen.id}/confirmation`, {})).status).toBe(200)
  expect((await desk.post(`/api/memberships/${double.id}/confirmation`, { onto: known })).status).toBe(200)
  for (const day of ['2026-12-26', '2027-04-26', '2027-05-27']) await morning(day)
  expect(await remindersOf(seen.id)).toEqual([])
  expect(await row(seen.id)).toMatchObject({ status: 5 })
  expect(await row(double.id)).toMatchObject({ end_reason: 'double' })
})

test('a library may wait longer, or for ever, and a dispute keeps the mail back', async () => {
  on('2026-10-26')
  const brakel = await onlineLibrary(here, 'Brakel')
  await people.say('patrons.online-reminder-months', 3, brakel.id)
  await people.say('patrons.online-end-months', 0, brakel.id)
  const [late, disputed] = [await onlineMember(brakel), await onlineMember(brakel)]
  await here.database.owner('person').where({ id: (await row(disputed.id)).person_id }).update({ restricted_on: '2026-11-01' })
  await morning('2026-12-26')
  expect(await remindersOf(late.id)).toEqual([])
  await morning('2027-01-26')
  expect([(await remindersOf(late.id)).length, (await remindersOf(disputed.id)).length]).toEqual([1, 0])
  await morning('2027-09-26')
  expect(await row(late.id)).toMatchObject({ status: 5, end_reason: null })
})

test('who renewed and is still to show their right is asked to come by, and stays a member', async () => {
  on('2026-10-26')
  const [desk, site] = [await here.staff('desk', zwalm.id), await here.staff('website', zwalm.id)]
  await people.say('patrons.online-check', true, zwalm.id, { membership: '123' })
  const { body } = await desk.post('/api/patrons', asked(zwalm.branch, {
    type: '123', card: 'generated', from: '2025-11-10', person: { id: randomUUID(), kind: 'person', ...visitor({ address: undefined }), addresses: [visitor().address] },
  }))
  expect((await site.post('/api/online/membership-renewals', { id: randomUUID(), card: body.card })).body).toMatchObject({ mustConfirm: true })
  await morning('2026-12-26')
  expect(await remindersOf(body.membership)).toHaveLength(1)
  await morning('2027-04-27')
  expect(await row(body.membership)).toMatchObject({ status: 5, confirmed_at: null })
})
