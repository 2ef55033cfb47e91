import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenSeal, sealAudit } from '#core/seal.ts'
import { advanceRuns } from '#core/run.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { queueMail } from '#plugins/mail/index.ts'
import { endThoseDue, runMonthly } from '#plugins/patrons/patron-run.ts'
import { forgetFormer } from '#plugins/patrons/privacy/forgetting.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { home, peopleOf, somebody, type Library } from './people.ts'

/** What is known of a person is told when they ask, and gone when they are forgotten; statuses move by themselves. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let admin: Staff

const asSystem = <T>(act: (ctx: OpenContext) => Promise<T>) => inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, act)
/** The work of the system on a day, whatever the clock of the test says. */
const on = async (day: string, act: (ctx: OpenContext) => Promise<void>) => {
  const before = here.clock.now
  here.clock.now = Temporal.Instant.from(`${day}T03:00:00Z`)
  await asSystem(act)
  here.clock.now = before
}
/** The night's forgetting, from its start to its end. */
const tonight = async () => {
  await asSystem(forgetFormer)
  await advanceRuns(here.installation)
}
const statusOf = async (id: string) => (await here.database.owner('membership').where({ id }).first('status', 'end_reason'))

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  zwalm = await people.library('Zwalm')
  admin = await here.staff('library-admin', zwalm.id)
  await people.say('patrons.fee', 1200, zwalm.id, { membership: '60' })
})
afterAll(() => here.close())

test('every plugin whose tables name a person says what it knows of one and how it forgets', async () => {
  const { rows } = await here.database.owner.raw(`
    select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'person_id'`)
  const folder = join(import.meta.dirname, '../../migrations')
  const owners = (rows as { name: string }[]).map(({ name }) => globSync('*/*.ts', { cwd: folder })
    .find(file => readFileSync(join(folder, file), 'utf8').includes(`create table ${name} (`))?.split('/')[0])
  const plugins = here.installation.registry.plugins
  expect([...new Set(owners)].filter(owner => !plugins.find(({ name }) => name === owner)?.personalData)).toEqual([])
  expect(owners.length).toBeGreaterThan(3)
  // And which rows go along where two persons are one; memberships have rules of their own.
  const named = plugins.flatMap(({ personalData }) => personalData?.rows.map(({ table }) => table) ?? [])
  expect((rows as { name: string }[]).map(({ name }) => name).filter(name => name !== 'membership' && !named.includes(name))).toEqual([])
})

describe('somebody who asks for their data', () => {
  test('gets what every part knows, without who looked, and that it was taken out is noted', async () => {
    const { person, card } = await people.enrolled(zwalm, { person: somebody({ email: 'an@example.be' }), card: 'generated' })
    await zwalm.desk.get(`/api/patrons/${person}`)
    const { status, body: { data } } = await zwalm.desk.get(`/api/patrons/${person}/data`)
    expect(status).toBe(200)
    expect(data).toMatchObject({
      patrons: { person: [{ email: 'an@example.be' }], card: [{ number: card }], membership: [{ type: '60' }], view: [{ purpose: 'patron-page' }] },
      circulation: { loan: [] },
    })
    expect(JSON.stringify(data)).not.toContain(zwalm.desk.id)
    const other = await people.library('Gavere')
    expect((await other.desk.get(`/api/patrons/${person}/data`)).status).toBe(404)
  })
})

describe('whoever ended two years ago', () => {
  const former = async (more: object = {}) => {
    const made = await people.enrolled(zwalm, { type: '80', from: '2022-01-01', card: 'generated', ...more })
    return made as { person: string; membership: string; card: string }
  }

  test('is forgotten: no table holds a trace of them, no seal breaks and others stay', async () => {
    const marks = { familyName: 'Onvindbaarsen', email: 'spoorloos@example.be', phones: ['0499 98 76 54'] }
    const { person, card } = await former({ person: somebody({ ...marks, addresses: [{ ...home, street: 'Vergeetstraat' }] }) })
    const stays = await people.enrolled(zwalm)
    await zwalm.desk.post(`/api/patrons/${person}/notes`, { id: randomUUID(), branch: zwalm.branch, text: 'geheimzinnige paraplu', popsUp: true })
    await zwalm.desk.send('PATCH', `/api/patrons/${person}`, { version: 1, tag: 'Verdwijnwoord' })
    await asSystem(ctx => queueMail(ctx, {
      to: { name: 'An Onvindbaarsen', address: marks.email, language: 'nl' }, unit: zwalm.branch, kind: 'test', about: person,
      text: { subject: 'Dag', paragraphs: ['Dag Onvindbaarsen'] },
    }))
    await expect.poll(() => sealAudit(here.installation), { timeout: 20_000 }).toBeGreaterThan(0)
    await tonight()
    const { owner } = here.database
    const { rows: tables } = await owner.raw(`select tablename as name from pg_tables where schemaname = 'public'`)
    for (const { name } of tables as { name: string }[]) {
      const { rows } = await owner.raw(`select count(*)::int as n from "${name}" t where lower(t::text) ~
        'onvindbaarsen|spoorloos|98 ?76 ?54|vergeetstraat|geheimzinnige|verdwijnwoord|${card}'`)
      expect(rows[0].n, name).toBe(0)
    }
    expect((await zwalm.desk.get(`/api/patrons/${person}`)).status).toBe(404)
    expect((await zwalm.desk.get(`/api/patrons/${stays.person}`)).status).toBe(200)
    expect(await brokenSeal(here.installation)).toBeNull()
  })

  test('stays as long as an item is out, or they are banned, or a member elsewhere', async () => {
    const { person, membership } = await former()
    const item = randomUUID()
    await here.database.owner('item').insert({
      id: item, barcode: `B${item.slice(0, 8).toUpperCase()}`, title: 'x', material: 'BOEK', library_id: zwalm.id, branch_id: zwalm.branch,
      at_branch_id: zwalm.branch, at: new Date(),
    })
    await here.database.owner('loan').insert({
      id: randomUUID(), library_id: zwalm.id, branch_id: zwalm.branch, item_id: item, item_library_id: zwalm.id, person_id: person,
      membership_id: membership, member_library_id: zwalm.id, member_branch_id: zwalm.branch, membership: '60', material: 'BOEK', channel: 'desk',
      lent_at: new Date(), term_on: '2022-05-01', lent_on: '2022-05-01', raw_due_on: '2022-05-29', due_on: '2022-05-29', term: '{}',
    })
    const banned = await former()
    await zwalm.desk.send('PUT', `/api/memberships/${banned.membership}/ban`, { banned: true })
    const known = somebody()
    const gavere = await people.library('Gavere')
    const elsewhere = await former({ person: known })
    await people.enrolled(gavere, { person: known, onto: known.id })
    const { body: { data } } = await admin.get(`/api/forgetting/patrons?library=${zwalm.id}`)
    const stays = (id: string) => data.find((one: { id: string }) => one.id === id)?.stays.map(({ nl }: { nl: string }) => nl)
    expect([stays(person), stays(banned.person), stays(elsewhere.person)])
      .toEqual([['1 exemplaar uitgeleend tot 29 mei 2022'], ['uitgesloten: blijft gekend'], undefined])
    await tonight()
    for (const id of [person, banned.person, elsewhere.person]) expect((await zwalm.desk.get(`/api/patrons/${id}`)).status).toBe(200)
    await here.database.owner('loan').where({ person_id: person }).update({ ended_at: new Date(), ended_as: 'returned', returned_on: '2026-11-20' })
    await tonight()
    expect((await zwalm.desk.get(`/api/patrons/${person}`)).status).toBe(404)
    expect(await here.database.owner('loan').where({ item_id: item }).first('person_id', 'due_on')).toEqual({ person_id: null, due_on: '2022-05-29' })
  })
})

describe('the patron run of the first of the month', () => {
  test('says of a fee that is owed that it is not paid, then ends the membership, and does nothing twice', async () => {
    await people.say('patrons.fee-reminder-months', 2, zwalm.id)
    await people.say('patrons.fee-expiry-months', 3, zwalm.id)
    const { membership } = await people.enrolled(zwalm, { from: '2026-10-26' })
    const free = await people.enrolled(zwalm, { from: '2026-10-26', type: '80' })
    await on('2026-12-01', runMonthly)
    expect(await statusOf(membership)).toEqual({ status: 2, end_reason: null })
    for (const _twice of [1, 2]) await on('2027-01-01', runMonthly)
    expect(await statusOf(membership)).toEqual({ status: 4, end_reason: null })
    for (const _twice of [1, 2]) await on('2027-02-01', runMonthly)
    expect([await statusOf(membership), await statusOf(free.membership)])
      .toEqual([{ status: 9, end_reason: 'unpaid' }, { status: 5, end_reason: null }])
    const events = await here.database.owner('event').where({ name: 'patrons.cancelled' }).whereRaw(`detail ->> 'membership' = ?`, [membership])
    expect(events.map(({ detail }) => detail)).toMatchObject([{ reason: 'unpaid', monthsPassed: 4, monthsLeft: 8 }])
  })

  test('what was cancelled for a day ends when that day has passed', async () => {
    const { membership } = await people.enrolled(zwalm)
    await zwalm.desk.post(`/api/memberships/${membership}/end`, { when: 'day', day: '2026-11-30', reason: 'moved', version: 1 })
    await on('2026-11-30', endThoseDue)
    expect((await statusOf(membership))?.status).toBe(2)
    await on('2026-12-01', endThoseDue)
    expect(await statusOf(membership)).toEqual({ status: 9, end_reason: 'moved' })
  })
})
