import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advanceRuns } from '#core/run.ts'
import { unitFact } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { queueMail } from '#plugins/mail/index.ts'
import { contentOf } from '#plugins/patrons/import/content.ts'
import { forgetFormer } from '#plugins/patrons/privacy/forgetting.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { asked, home, peopleOf, somebody, type Library } from './people.ts'

/** Somebody who asks for it is gone: from every table, while the figures stay; and whoever looked at them stood in a log. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let gavere: Library
let admin: Staff

const asSystem = <T>(act: (ctx: OpenContext) => Promise<T>) => inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, act)
const tonight = async () => {
  await asSystem(forgetFormer)
  await advanceRuns(here.installation)
}

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  ;[zwalm, gavere] = [await people.library('Zwalm'), await people.library('Gavere')]
  admin = await here.staff('library-admin', zwalm.id)
  await people.say('patrons.national-number', true, zwalm.id)
})
afterAll(() => here.close())

const item = async () => {
  const id = randomUUID()
  await here.database.owner('item').insert({
    id, barcode: `B${id.slice(0, 8).toUpperCase()}`, title: 'Een boek', material: 'BOEK', library_id: zwalm.id, branch_id: zwalm.branch,
    at_branch_id: zwalm.branch, at: new Date(),
  })
  return id
}
const lent = async (member: { person: string; membership: string }, { endedOn }: { endedOn?: string } = {}) => {
  const loan = { id: randomUUID(), item_id: await item() }
  await here.database.owner('loan').insert({
    ...loan, library_id: zwalm.id, branch_id: zwalm.branch, item_library_id: zwalm.id, person_id: member.person,
    membership_id: member.membership, member_library_id: zwalm.id, member_branch_id: zwalm.branch, membership: '80', material: 'BOEK', channel: 'desk',
    lent_at: new Date('2020-05-01'), term_on: '2020-05-01', lent_on: '2020-05-01', raw_due_on: '2026-12-01', due_on: '2026-12-01', term: '{}',
    ...(endedOn && { ended_at: new Date(endedOn), ended_as: 'returned', returned_on: endedOn }),
  })
  return loan
}
/** In how many rows of which tables one of these words stands. */
const traces = async (pattern: string) => {
  const { rows: tables } = await here.database.owner.raw(`select tablename as name from pg_tables where schemaname = 'public'`)
  const found: string[] = []
  for (const { name } of tables as { name: string }[]) {
    const { rows } = await here.database.owner.raw(`select count(*)::int as n from "${name}" t where lower(t::text) ~ ?`, [pattern])
    if (rows[0].n > 0) found.push(name)
  }
  return found
}
const figures = async () => {
  const { rows: [loans] } = await here.database.owner.raw(`
    select jsonb_agg(x) as told from (select lent_on, membership, branch_id, count(*)::int from loan group by 1, 2, 3 order by 1, 2, 3) x`)
  const { rows: [periods] } = await here.database.owner.raw(`
    select jsonb_agg(x) as told from (select from_on, type, branch_id, act, count(*)::int from membership_period group by 1, 2, 3, 4 order by 1, 2, 3, 4) x`)
  return { loans: loans.told, periods: periods.told }
}

describe('somebody who asks to be erased', () => {
  test('leaves no trace in any table: audit, events, mail, runs and cards alike; figures stay to the row', async () => {
    const person = somebody({
      familyName: 'Spoorloosvliet', firstName: 'Quirijn', preferredName: 'Zwierezwaai', tag: 'Wegwezerik', email: 'nergens@example.be',
      phones: ['0477 11 22 33'], addresses: [{ ...home, street: 'Verdwijnlaan', number: '99' }], externalNumbers: ['EXT-558877'],
      contacts: [{ name: 'Moederlief Onbekendes', role: 'parent', from: '2020-01-01', email: 'moeder@example.be' }], bornOn: '1993-05-18',
    })
    const { status, body: made } = await zwalm.desk.post('/api/patrons', asked(zwalm.branch, { type: '80', person, card: 'generated', nationalNumber: '93.05.18-223.61' }))
    expect(status).toBe(201)
    await zwalm.desk.post(`/api/patrons/${person.id}/notes`, { id: randomUUID(), branch: zwalm.branch, text: 'liet een krokodilparaplu liggen', popsUp: true })
    await zwalm.desk.send('PATCH', `/api/patrons/${person.id}`, { version: 1, tag: 'Anderwoordje' })
    await admin.post(`/api/patrons/${person.id}/national-number`, { purpose: 'identity' })
    await zwalm.desk.get(`/api/patrons/${person.id}/data`)
    await zwalm.desk.post('/api/patrons/search', { q: 'spoorloosvliet' })
    for (const about of [person.id, randomUUID()]) await asSystem(ctx => queueMail(ctx, {
      to: { name: 'Zwierezwaai Spoorloosvliet', address: 'nergens@example.be', language: 'nl' }, unit: zwalm.branch, kind: 'test', about,
      text: { subject: 'Dag', paragraphs: ['Dag Quirijn Spoorloosvliet'] },
    }))
    const { id: loan } = await lent(made, { endedOn: '2026-11-01' })
    // A file that waits to be taken in tells of them as well: by name, by number, and in a row that is wrong.
    const code = here.installation.snapshot.current.of(unitFact, zwalm.branch)[0]?.body.code
    const file = { id: randomUUID(), library: zwalm.id, name: 'leden.csv', content: [
      'nummer;naam;voornaam;geboortedatum;e-mail;extern nummer;lidsoort;vestiging', `1;Voorganger;An;1/1/1990;;;80;${code}`,
      `2;Spoorloosvliet;Quirijn;18/5/1993;nergens@example.be;;80;${code}`, `3;"Wegwezerik\r\nanders";Bo;;;EXT-558877;80;${code}`, '4;SPOORLOOSVLIET;Quirijn;ooit;fout;;80;9',
      `5;Spoorloosvliet;Quirijn;1/1/1950;;;80;${code}`, `6;Opvolger;An;1/1/1991;;;80;${code}`].join('\r\n') }
    expect((await admin.post('/api/patron-files', file)).status).toBe(202)
    await advanceRuns(here.installation)
    const text = () => asSystem(ctx => contentOf(ctx, file.id))
    expect(await text()).toBe(file.content)
    const batch = { id: randomUUID(), library_id: zwalm.id, branch_id: zwalm.branch, device: 'Balie', at: new Date() }
    await here.database.owner('offline_batch').insert(batch)
    await here.database.owner('offline_act').insert({
      id: randomUUID(), batch_id: batch.id, library_id: zwalm.id, branch_id: zwalm.branch, act: 'lend', at: new Date(), item: 'BOEK0001', card: made.card,
      state: 'left', note: 'mevrouw Spoorloosvliet komt terug', settled_at: new Date(),
    })
    const words = `spoorloosvliet|quirijn|zwierezwaai|wegwezerik|anderwoordje|nergens@|0477 ?11 ?22 ?33|verdwijnlaan|ext-558877|onbekendes|moeder@|`
      + `krokodilparaplu|93.?05.?18.?223.?61|${made.card}`
    expect(await traces(words)).toEqual(expect.arrayContaining(['person', 'audit_body', 'mail', 'card', 'patron_note']))
    const before = await figures()
    const { body: plan } = await admin.get(`/api/patrons/${person.id}/erasure`)
    expect(plan).toMatchObject({ libraries: [{ name: 'Zwalm' }], open: [], askedAt: null, goes: [{}, { nl: '1 kaart' }, { nl: '1 opmerking' }] })
    const run = randomUUID()
    for (const _twice of [1, 2]) expect((await admin.post(`/api/patrons/${person.id}/erasure`, { id: run })).body).toEqual({ run })
    await advanceRuns(here.installation)
    expect((await admin.get(`/api/runs/${run}`)).body).toMatchObject({ state: 'done', report: { people: 1, kept: 0 } })
    expect(await traces(words)).toEqual([])
    // Their rows are empty and the others stand where they stood; a namesake born on another day is somebody else.
    expect((await text()).split('\r\n')).toEqual(file.content.split('\r\n').map((row, n) => [';', '"', '";', ';'][[2, 3, 4, 5].indexOf(n)] ?? row))
    expect(await figures()).toEqual(before)
    expect(await here.database.owner('loan').where({ id: loan }).first('person_id', 'membership_id')).toEqual({ person_id: null, membership_id: null })
    // What is left of them says that a row went, and nothing of whom.
    expect(await traces(person.id)).toEqual(['audit'])
    expect((await zwalm.desk.get(`/api/patrons/${person.id}`)).status).toBe(404)
    expect(await here.database.owner('forgotten').where({ reason: 'asked' })).toMatchObject([{ count: 1, library_ids: [zwalm.id], staff_id: admin.id }])
  })

  test('waits for what is open, may think better of it, and goes in the night when that is settled', async () => {
    const made = await people.enrolled(zwalm, { type: '80' })
    const { id: loan } = await lent(made)
    expect((await zwalm.desk.post(`/api/patrons/${made.person}/erasure`, { id: randomUUID() })).status).toBe(403)
    const { body } = await admin.post(`/api/patrons/${made.person}/erasure`, { id: randomUUID() })
    expect(body).toEqual({ run: null })
    const { body: waits } = await admin.get(`/api/patrons/${made.person}/erasure`)
    expect(waits).toMatchObject({ open: [{ nl: '1 exemplaar uitgeleend tot 1 december 2026' }], askedAt: expect.any(String) })
    await tonight()
    expect((await admin.get(`/api/patrons/${made.person}`)).status).toBe(200)
    expect((await admin.send('DELETE', `/api/patrons/${made.person}/erasure`)).body.askedAt).toBeNull()
    await here.database.owner('loan').where({ id: loan }).update({ ended_at: new Date(), ended_as: 'returned', returned_on: '2026-11-20' })
    await tonight()
    expect((await admin.get(`/api/patrons/${made.person}`)).status).toBe(200)
    await here.database.owner('membership').where({ id: made.membership }).update({ erase_asked_at: new Date() })
    await tonight()
    expect((await admin.get(`/api/patrons/${made.person}`)).status).toBe(404)
  })

  test('who is a member elsewhere too loses what this library knew, and stays whole there', async () => {
    const known = somebody({ familyName: 'Tweetalig' })
    const made = await people.enrolled(zwalm, { type: '80', person: known, card: 'generated' })
    await zwalm.desk.post(`/api/patrons/${known.id}/notes`, { id: randomUUID(), branch: zwalm.branch, text: 'zwalmgeheimpje', popsUp: true })
    await people.enrolled(gavere, { type: '80', person: known, onto: known.id, card: 'generated' })
    const { body: plan } = await admin.get(`/api/patrons/${known.id}/erasure`)
    expect(JSON.stringify(plan)).not.toContain('Gavere')
    await admin.post(`/api/patrons/${known.id}/erasure`, { id: randomUUID() })
    await advanceRuns(here.installation)
    expect((await admin.get(`/api/patrons/${known.id}`)).status).toBe(404)
    expect((await gavere.desk.get(`/api/patrons/${known.id}`)).body).toMatchObject({ familyName: 'Tweetalig', memberships: [{ library: { name: 'Gavere' } }] })
    expect(await traces(`zwalmgeheimpje|${made.card}`)).toEqual([])
  })
})

describe('loan history', () => {
  test('goes after 90 days, or five years for whoever keeps it; the loan still counts and the audit names nobody', async () => {
    const [plain, keeper] = [await people.enrolled(zwalm, { type: '80' }), await people.enrolled(zwalm, { type: '80', person: somebody({ keepsHistory: true }) })]
    const loans = {
      old: await lent(plain, { endedOn: '2026-08-01' }), recent: await lent(plain, { endedOn: '2026-10-01' }),
      kept: await lent(keeper, { endedOn: '2022-08-01' }), gone: await lent(keeper, { endedOn: '2021-08-01' }), open: await lent(plain),
    }
    const before = await figures()
    const { body: plan } = await admin.get('/api/forgetting')
    expect(plan.reasons.find(({ name }: { name: string }) => name === 'loan-history'))
      .toMatchObject({ libraries: [{ library: { name: 'Zwalm' }, goes: 2, stays: 0 }] })
    const { body: later } = await admin.get('/api/forgetting?by=2026-12-31')
    expect(later.reasons.find(({ name }: { name: string }) => name === 'loan-history').libraries[0].goes).toBe(3)
    await tonight()
    const named = await here.database.owner('loan').whereIn('id', Object.values(loans).map(({ id }) => id)).whereNotNull('person_id').select('id')
    expect(new Set(named.map(({ id }) => id))).toEqual(new Set([loans.recent.id, loans.kept.id, loans.open.id]))
    expect(await figures()).toEqual(before)
    const bodies = await here.database.owner('audit').join('audit_body', 'audit_id', 'audit.id').whereIn('row_id', [loans.old.id, loans.gone.id])
    expect(bodies).toEqual([])
    const { body: after } = await admin.get('/api/forgetting')
    expect(after.past).toContainEqual({ day: '2026-11-23', reason: 'history', count: 2 })
    const elsewhere = await here.staff('library-admin', gavere.id)
    expect((await elsewhere.get('/api/forgetting')).body.past).toEqual([])
    expect((await elsewhere.get(`/api/forgetting/patrons?library=${zwalm.id}`)).status).not.toBe(200)
  })
})

describe('who looked at somebody', () => {
  test('is told with the purpose to who may see it, and without names to the patron', async () => {
    const { person } = await people.enrolled(zwalm, { type: '80' })
    await zwalm.desk.get(`/api/patrons/${person}`)
    expect((await zwalm.desk.get(`/api/patrons/${person}/views`)).status).toBe(403)
    const { body: { data } } = await admin.get(`/api/patrons/${person}/views`)
    expect(data).toMatchObject([{ act: 'view', purpose: 'fiche van de lener geopend', by: expect.stringContaining('desk') }])
    await zwalm.desk.get(`/api/patrons/${person}/data`)
    const { body } = await zwalm.desk.get(`/api/patrons/${person}/data`)
    expect(body.data.patrons.view).toMatchObject([{ act: 'view', purpose: 'patron-page' }, { act: 'export', purpose: 'data-request' }])
    expect(JSON.stringify(body.data.patrons.view)).not.toContain('desk ')
    const elsewhere = await here.staff('library-admin', gavere.id)
    expect((await elsewhere.get(`/api/patrons/${person}/views`)).status).toBe(404)
  })
})
