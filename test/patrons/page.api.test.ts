import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened } from '../installation.ts'
import { asked, faultsOf, home, peopleOf, somebody, type Library } from './people.ts'

/** The page of one patron: everything in one answer, edited with its history, renewed, changed and ended. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let gavere: Library

const blocks = (body: { standing: { blocks: { code: string }[] } }) => body.standing.blocks.map(({ code }) => code)

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  ;[zwalm, gavere] = [await people.library('Zwalm'), await people.library('Gavere')]
  await people.say('patrons.fee', 1200, zwalm.id, { membership: '60' })
})
afterAll(() => here.close())

const page = async (id: string) => (await zwalm.desk.get(`/api/patrons/${id}`)).body

describe('the page', () => {
  test('tells data, status in words, cards, blocks and who shares the address, and that it was looked at is noted', async () => {
    const address = { ...home, street: 'Kouterstraat', number: '7' }
    const other = await people.enrolled(zwalm, { person: somebody({ firstName: 'Bo', addresses: [address], bornOn: '2015-02-02' }), type: '1' })
    const { person } = await people.enrolled(zwalm, { person: somebody({ addresses: [address] }), card: 'generated' })
    const body = await page(person)
    expect(body).toMatchObject({
      age: 36, mayChange: true, cards: [{ generated: true, blockedOn: null }],
      memberships: [{ status: 2, statusName: 'Gefactureerd', typeName: 'Volwassene', isValid: true,
        sentence: 'geldig tot en met 22 november 2027, lidgeld nog te betalen', periods: [{ act: 'ingeschreven', feeCents: 1200 }] }],
      household: [{ id: other.person }],
    })
    expect(body.standing.blocks).toMatchObject([{ code: 'unpaid-fee', desk: 'ask', selfService: 'stop', online: 'no-renewal' }])
    expect(await here.database.owner('audit').where({ act: 'view', table_name: 'person', row_id: person }).first('actor', 'library_ids'))
      .toEqual({ actor: zwalm.desk.id, library_ids: [zwalm.id] })
  })

  test('names who answers for somebody under age, until they are eighteen', async () => {
    const contacts = [{ name: 'Els Peeters', role: 'parent', from: '2020-01-01' }]
    const child = await people.enrolled(zwalm, { person: somebody({ bornOn: '2012-05-05', contacts }), type: '1' })
    const grown = await people.enrolled(zwalm, { person: somebody({ bornOn: '2005-05-05', contacts }) })
    expect([(await page(child.person)).representatives, (await page(grown.person)).representatives]).toEqual([['Els Peeters'], []])
  })

  test('of whoever answers for somebody the last day never lies before the first, at enrolling and at a correction', async () => {
    const contacts = [{ name: 'Els Peeters', role: 'parent', from: '2020-01-01' }, { name: 'Jan Peeters', role: 'guardian', from: '2026-09-01', to: '2026-08-31' }]
    const enrolment = await zwalm.desk.post('/api/patrons', asked(zwalm.branch, { person: somebody({ bornOn: '2012-05-05', contacts }), type: '1' }))
    expect([enrolment.status, faultsOf(enrolment)]).toEqual([422, ['patrons.ends-before-it-begins /person/contacts/1/to']])
    const { person } = await people.enrolled(zwalm)
    const edit = await zwalm.desk.send('PATCH', `/api/patrons/${person}`, { version: 1, contacts })
    expect([edit.status, faultsOf(edit)]).toEqual([422, ['patrons.ends-before-it-begins /contacts/1/to']])
    const oneDay = contacts.map(one => ({ ...one, to: one.from }))
    expect((await zwalm.desk.send('PATCH', `/api/patrons/${person}`, { version: 1, contacts: oneDay })).status).toBe(200)
  })

  test('is nobody’s elsewhere, like somebody who does not exist', async () => {
    const { person } = await people.enrolled(zwalm)
    for (const url of [person, randomUUID()]) expect((await gavere.desk.get(`/api/patrons/${url}`)).status).toBe(404)
    expect((await gavere.desk.send('PATCH', `/api/patrons/${person}`, { version: 1, tag: 'x' })).status).toBe(404)
  })
})

describe('an edit', () => {
  test('is kept with who made it', async () => {
    const { person } = await people.enrolled(zwalm)
    const { body } = await zwalm.desk.send('PATCH', `/api/patrons/${person}`, { version: 1, email: 'an@example.be', phones: ['09 123 45 67'] })
    expect(body).toMatchObject({ version: 2, email: 'an@example.be', phones: ['09 123 45 67'] })
    expect(body.edits).toMatchObject([{ by: expect.stringContaining('desk'), fields: [
      { name: 'email', before: null, after: 'an@example.be' }, { name: 'phones', before: null, after: '09 123 45 67' },
    ] }])
  })

  test('over an older version is shown both', async () => {
    const { person } = await people.enrolled(zwalm)
    await zwalm.desk.send('PATCH', `/api/patrons/${person}`, { version: 1, tag: 'eerst' })
    const { status, body } = await zwalm.desk.send('PATCH', `/api/patrons/${person}`, { version: 1, tag: 'later' })
    expect([status, body.code, body.yours, body.theirs, body.version])
      .toEqual([409, 'patrons.changed-meanwhile', { tag: 'later' }, { tag: 'eerst' }, 2])
  })

  test('of a member of two libraries counts in both', async () => {
    const known = somebody()
    await people.enrolled(zwalm, { person: known })
    await people.enrolled(gavere, { person: known, onto: known.id })
    await gavere.desk.send('PATCH', `/api/patrons/${known.id}`, { version: 1, email: 'een@example.be' })
    expect((await page(known.id)).email).toBe('een@example.be')
  })
})

describe('notes and cards', () => {
  test('a note pops up in its own library until it is taken away', async () => {
    const known = somebody()
    await people.enrolled(zwalm, { person: known })
    await people.enrolled(gavere, { person: known, onto: known.id })
    const note = { id: randomUUID(), branch: zwalm.branch, text: 'liet paraplu liggen', popsUp: true }
    for (const _twice of [1, 2]) expect((await zwalm.desk.post(`/api/patrons/${known.id}/notes`, note)).status).toBe(201)
    expect((await page(known.id)).notes).toMatchObject([{ text: 'liet paraplu liggen', popsUp: true }])
    expect((await gavere.desk.get(`/api/patrons/${known.id}`)).body.notes).toEqual([])
    expect((await gavere.desk.send('DELETE', `/api/patron-notes/${note.id}`)).status).toBe(404)
    expect((await zwalm.desk.send('DELETE', `/api/patron-notes/${note.id}`)).body.notes).toEqual([])
  })

  test('a card that was replaced leads to nobody, and what the new one costs is announced', async () => {
    await people.say('patrons.card-cost', 250, zwalm.id)
    const { person, membership, card } = await people.enrolled(zwalm, { card: 'generated' })
    const [old] = (await page(person)).cards
    await zwalm.desk.send('PUT', `/api/cards/${old.id}/block`, { reason: 'lost' })
    expect((await page(person)).cards).toMatchObject([{ blockReason: 'verloren' }])
    const { status, body } = await zwalm.desk.post('/api/cards', { membership, card: 'generated', replaces: old.id })
    expect([status, body.cards.filter(({ until }: { until: string | null }) => until === null).length]).toEqual([200, 1])
    expect((await zwalm.desk.post('/api/patrons/search', { q: card })).body.data).toEqual([])
    expect(faultsOf(await zwalm.desk.send('DELETE', `/api/cards/${old.id}/block`))).toEqual(['patrons.card-replaced '])
    expect(await here.database.owner('event').where({ name: 'patrons.card-replaced' }).whereRaw(`detail ->> 'card' = ?`, [old.id]).first('detail'))
      .toMatchObject({ detail: { costCents: 250 } })
  })
})

describe('a membership', () => {
  test('goes on for another period, once, from the day after the last', async () => {
    const { person, membership } = await people.enrolled(zwalm)
    const plan = await zwalm.desk.post(`/api/memberships/${membership}/renewal-plan`, {})
    expect(plan.body).toMatchObject({ from: '2027-11-23', until: '2028-11-22', feeCents: 1200, faults: [] })
    const wanted = { id: randomUUID(), version: 1 }
    for (const _twice of [1, 2]) expect((await zwalm.desk.post(`/api/memberships/${membership}/renewal`, wanted)).status).toBe(200)
    const [after] = (await page(person)).memberships
    expect([after.from, after.until, after.periods.length]).toEqual(['2026-11-23', '2028-11-22', 2])
    expect((await zwalm.desk.post(`/api/memberships/${membership}/renewal`, { id: randomUUID(), version: 1 })).status).toBe(409)
  })

  test('of another type begins today', async () => {
    const { membership } = await people.enrolled(zwalm)
    const { body } = await zwalm.desk.post(`/api/memberships/${membership}/renewal`, { id: randomUUID(), version: 1, type: '80' })
    expect(body.memberships).toMatchObject([{ typeName: 'Senior', from: '2026-11-23', feeCents: 0, status: 5 }])
    expect(faultsOf(await zwalm.desk.post(`/api/memberships/${membership}/renewal`, { id: randomUUID(), version: 2, type: '180' })))
      .toEqual(['patrons.for-institutions /type'])
  })

  test('ends now, with what follows told before, and can be begun again', async () => {
    const known = somebody({ email: 'an@example.be' })
    const { membership } = await people.enrolled(zwalm, { person: known, from: '2026-08-01' })
    const plan = await zwalm.desk.post(`/api/memberships/${membership}/end-plan`, { when: 'now', reason: 'moved' })
    expect(plan.body).toMatchObject({ endsOn: '2026-11-23', monthsPassed: 4, monthsLeft: 8 })
    expect(plan.body.open.map(({ nl }: { nl: string }) => nl)).toEqual([expect.stringMatching(/^lidgeld van €\s12,00 niet betaald$/)])
    expect(plan.body.follows).toHaveLength(3)
    const { body } = await zwalm.desk.post(`/api/memberships/${membership}/end`, { when: 'now', reason: 'moved', version: 1 })
    expect(body.memberships).toMatchObject([{ status: 9, endReason: 'verhuisd', isValid: false }])
    expect(blocks(body)).toEqual(['ended'])
    const again = await people.enrolled(zwalm, { person: known, onto: known.id })
    expect([again.membership, again.feeCents]).toEqual([membership, 1200])
  })

  test('ends on a day within its period, which can be taken back', async () => {
    const { membership } = await people.enrolled(zwalm)
    const end = (day: string) => zwalm.desk.post(`/api/memberships/${membership}/end`, { when: 'day', day, reason: 'asked', version: 1 })
    expect(faultsOf(await end('2026-11-01'))).toEqual(['patrons.end-outside /day'])
    expect((await end('2026-12-31')).body.memberships).toMatchObject([{ status: 2, endsOn: '2026-12-31', isValid: true }])
    expect((await zwalm.desk.post(`/api/memberships/${membership}/keeping`)).body.memberships).toMatchObject([{ endsOn: null }])
  })

  test('of who was banned lends nothing until that is lifted', async () => {
    const { membership } = await people.enrolled(zwalm)
    const ban = (banned: boolean) => zwalm.desk.send('PUT', `/api/memberships/${membership}/ban`, { banned })
    expect([blocks((await ban(true)).body), blocks((await ban(false)).body)]).toEqual([['banned'], ['unpaid-fee']])
  })
})
