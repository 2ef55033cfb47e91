import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { forget } from '#plugins/patrons/privacy/forgetting.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { faultsOf, home, peopleOf, somebody, type Library } from './people.ts'

/** Two rows that turn out to be one human become one, and two again when that was wrong. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let gavere: Library
let boss: Staff
let region: Staff

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  ;[zwalm, gavere] = [await people.library('Zwalm'), await people.library('Gavere')]
  boss = await here.staff('library-admin', zwalm.id)
  region = await here.staff('system-admin')
})
afterAll(() => here.close())

type Made = { person: string; membership: string; card: string }
/** Somebody enrolled twice at one library, by hands that did not see it. */
async function twice(one: object = {}, other: object = {}, at: readonly [Library, Library] = [zwalm, zwalm], terms: object[] = [{}, {}]) {
  const name = `Dubbel ${randomUUID().slice(0, 8)}`
  const enrol = (library: Library, more: object, term: object = {}): Promise<Made> =>
    people.enrolled(library, { card: 'generated', different: true, person: somebody({ familyName: name, ...more }), ...term })
  return { name, keep: await enrol(at[0], one, terms[0]), gone: await enrol(at[1], other, terms[1]) }
}
const versionOf = async (id: string) => (await here.database.owner('person').where({ id }).first('version')).version as number
async function merge(who: Staff, keep: Made, gone: Made, take: object = {}, id: string = randomUUID()) {
  const asked = { id, keep: keep.person, gone: gone.person, take, keepVersion: await versionOf(keep.person), goneVersion: await versionOf(gone.person) }
  return { id, ...await who.post('/api/patron-merges', asked) }
}
const page = async (who: Staff, id: string) => (await who.get(`/api/patrons/${id}`)).body
const plan = (who: Staff, keep: Made, gone: Made) => who.post('/api/patron-merges/plan', { keep: keep.person, gone: gone.person })
const putBack = (who: Staff, id: string) => who.post(`/api/patron-merges/${id}/put-back`, {})

describe('two who are one', () => {
  test('are compared field by field, with what follows, and nothing is written', async () => {
    const { keep, gone } = await twice({ email: 'an@example.be', phones: ['0470 11 11 11'] }, { firstName: 'Anneke', phones: ['0470 22 22 22'], tag: 'Linde' })
    const { status, body } = await plan(boss, keep, gone)
    expect(status).toBe(200)
    expect(body.faults).toEqual([])
    expect(body.fields).toEqual([
      { name: 'firstName', keep: 'An', gone: 'Anneke', both: false, suggested: 'keep' },
      { name: 'tag', keep: null, gone: 'Linde', both: false, suggested: 'gone' },
      { name: 'email', keep: 'an@example.be', gone: null, both: false, suggested: 'keep' },
      { name: 'phones', keep: '0470 11 11 11', gone: '0470 22 22 22', both: true, suggested: 'both' },
    ])
    expect(body.follows.map(({ nl }: { nl: string }) => nl)).toEqual([
      expect.stringContaining('twee lidmaatschappen worden er één'), '1 kaart gaat mee en blijft werken.', expect.stringContaining('historiek van nummer'),
    ])
    expect(body.gone).toMatchObject({ cards: [gone.card], memberships: [{ library: 'Zwalm', isValid: true }] })
    expect((await page(zwalm.desk, gone.person)).id).toBe(gone.person)
  })

  test('become one: chosen fields, the longest membership, both cards, and an old link leads on', async () => {
    const { name, keep, gone } = await twice({ phones: ['0470 11 11 11'] }, { firstName: 'Anneke', phones: ['0470 22 22 22'] }, [zwalm, zwalm],
      [{ from: '2026-03-01' }, {}])
    await zwalm.desk.post(`/api/patrons/${gone.person}/notes`, { id: randomUUID(), branch: zwalm.branch, text: 'paraplu', popsUp: true })
    const until = (await page(zwalm.desk, gone.person)).memberships[0].until
    const { status, body } = await merge(boss, keep, gone, { firstName: 'gone', phones: 'both' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      id: keep.person, name: `Anneke ${name}`, phones: ['0470 11 11 11', '0470 22 22 22'],
      memberships: [{ id: keep.membership, until, isValid: true }], notes: [{ text: 'paraplu' }],
    })
    expect(body.memberships[0].periods[0]).toMatchObject({ act: 'samengevoegd' })
    expect(body.cards.map(({ number, membership }: { number: string; membership: string }) => [number, membership]).toSorted())
      .toEqual([[keep.card, keep.membership], [gone.card, keep.membership]].toSorted())
    expect((await page(zwalm.desk, gone.person)).id).toBe(keep.person)
    // Whoever asks what is known of them is told how they stood before as well.
    expect((await zwalm.desk.get(`/api/patrons/${keep.person}/data`)).body.data.patrons.merged).toMatchObject([{ first_name: 'Anneke' }])
    const found = (q: string) => zwalm.desk.post('/api/patrons/search', { q }).then(answer => answer.body.data.map(({ id }: { id: string }) => id))
    expect([await found(gone.card), await found(name)]).toEqual([[keep.person], [keep.person]])
  })

  test('sent twice is one merge; the same id for others is refused, and so is what was compared too long ago', async () => {
    const { keep, gone } = await twice()
    const first = await merge(boss, keep, gone)
    expect(first.status).toBe(201)
    const asked = { id: first.id, keep: keep.person, gone: gone.person, take: {}, keepVersion: 1, goneVersion: 1 }
    expect((await boss.post('/api/patron-merges', asked)).status).toBe(201)
    expect(await here.database.owner('person_merge').where({ kept_id: keep.person })).toHaveLength(1)
    const others = await twice()
    expect((await merge(boss, others.keep, others.gone, {}, first.id)).body.code).toBe('core.id-used')
    await zwalm.desk.send('PATCH', `/api/patrons/${others.gone.person}`, { version: 1, tag: 'x' })
    const stale = { id: randomUUID(), keep: others.keep.person, gone: others.gone.person, take: {}, keepVersion: 1, goneVersion: 1 }
    expect(await boss.post('/api/patron-merges', stale)).toMatchObject({ status: 409, body: { code: 'patrons.changed-meanwhile' } })
  })

  test('who is banned under one of the two stays banned; who is a member elsewhere too brings that along', async () => {
    const { keep, gone } = await twice()
    await zwalm.desk.send('PUT', `/api/memberships/${gone.membership}/ban`, { banned: true })
    const elsewhere = await people.enrolled(gavere, { person: { ...somebody(), id: gone.person, familyName: (await page(zwalm.desk, gone.person)).familyName }, onto: gone.person })
    const { status, body } = await merge(region, keep, gone)
    expect(status).toBe(201)
    expect(body.memberships.map(({ library, status: code }: { library: { name: string }; status: number }) => [library.name, code]).toSorted())
      .toEqual([['Gavere', 5], ['Zwalm', 8]])
    expect((await page(gavere.desk, keep.person)).memberships).toMatchObject([{ id: elsewhere.membership }])
  })

  test('an item that is out goes along, and comes back with a put back', async () => {
    const { keep, gone } = await twice()
    const loan = randomUUID()
    const item = randomUUID()
    const { owner } = here.database
    await owner('item').insert({ id: item, barcode: `M${item.slice(0, 8).toUpperCase()}`, title: 'x', material: 'BOEK', library_id: zwalm.id,
      branch_id: zwalm.branch, at_branch_id: zwalm.branch, at: new Date() })
    await owner('loan').insert({
      id: loan, library_id: zwalm.id, branch_id: zwalm.branch, item_id: item, item_library_id: zwalm.id, person_id: gone.person,
      membership_id: gone.membership, member_library_id: zwalm.id, member_branch_id: zwalm.branch, membership: '60', material: 'BOEK', channel: 'desk',
      lent_at: new Date(), term_on: '2026-11-01', lent_on: '2026-11-01', raw_due_on: '2026-11-29', due_on: '2026-11-29', term: '{}',
    })
    expect((await plan(boss, keep, gone)).body.gone.open).toMatchObject([{ nl: '1 exemplaar uitgeleend tot 29 november 2026' }])
    const { id } = await merge(boss, keep, gone)
    const of = () => owner('loan').where({ id: loan }).first('person_id', 'membership_id')
    expect(await of()).toEqual({ person_id: keep.person, membership_id: keep.membership })
    expect((await putBack(boss, id)).status).toBe(200)
    expect(await of()).toEqual({ person_id: gone.person, membership_id: gone.membership })
  })
})

describe('a merge that was wrong', () => {
  const snapshot = async (...ids: string[]) => {
    const { owner } = here.database
    const rows = async (table: string, key: string, ...left: string[]) => (await owner(table).whereIn(key, ids).orderBy('id'))
      .map((row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).filter(([name]) => !['version', ...left].includes(name))))
    return [await rows('person', 'id'), await rows('membership', 'person_id'), await rows('card', 'person_id'), await rows('patron_note', 'person_id')]
  }

  test('is put back: everything stands as it stood', async () => {
    const { keep, gone } = await twice({ phones: ['0470 11 11 11'] }, { firstName: 'Anneke', email: 'x@example.be' }, [zwalm, zwalm], [{ from: '2026-03-01' }, {}])
    await people.enrolled(gavere, { person: { ...somebody(), id: gone.person, familyName: (await page(zwalm.desk, gone.person)).familyName }, onto: gone.person })
    await zwalm.desk.post(`/api/patrons/${gone.person}/notes`, { id: randomUUID(), branch: zwalm.branch, text: 'paraplu', popsUp: true })
    const before = await snapshot(keep.person, gone.person)
    const { id } = await merge(region, keep, gone, { firstName: 'gone', email: 'gone' })
    expect(await snapshot(keep.person, gone.person)).not.toEqual(before)
    expect((await putBack(boss, id)).status).toBe(422)
    const { status, body } = await putBack(region, id)
    expect([status, body.stays, body.mayPutBack]).toEqual([200, [], false])
    expect(await snapshot(keep.person, gone.person)).toEqual(before)
    expect((await putBack(region, id)).status).toBe(200)
  })

  test('what somebody touched since stays, and is told', async () => {
    const { keep, gone } = await twice({}, { firstName: 'Anneke', tag: 'Linde' })
    const { id, body } = await merge(boss, keep, gone, { firstName: 'gone', tag: 'gone' })
    await zwalm.desk.send('PATCH', `/api/patrons/${keep.person}`, { version: body.version, firstName: 'Anna' })
    await zwalm.desk.post(`/api/memberships/${keep.membership}/renewal`, { id: randomUUID(), version: body.memberships[0].version })
    const renewed = (await page(zwalm.desk, keep.person)).memberships[0].until
    const back = await putBack(boss, id)
    expect(back.body.stays).toHaveLength(2)
    expect(await page(zwalm.desk, keep.person)).toMatchObject({ firstName: 'Anna', tag: null, memberships: [{ until: renewed }] })
    expect(await page(zwalm.desk, gone.person)).toMatchObject({ id: gone.person, firstName: 'Anneke', cards: [{ number: gone.card }] })
  })

  test('the last one comes first, and the list of the library tells both', async () => {
    const { keep, gone } = await twice()
    const third = await people.enrolled(zwalm)
    const [first, second] = [await merge(boss, keep, gone), await merge(boss, third, keep)]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(faultsOf(await putBack(boss, first.id))).toEqual(['patrons.merge-later '])
    expect([(await putBack(boss, second.id)).status, (await putBack(boss, first.id)).status]).toEqual([200, 200])
    const { body } = await boss.get(`/api/patron-merges?at=${zwalm.branch}`)
    expect(body.data.filter((one: { id: string }) => [first.id, second.id].includes(one.id))).toMatchObject([
      { id: second.id, mayPutBack: false, putBackAt: expect.any(String) }, { id: first.id, mayPutBack: false },
    ])
  })

  test('whoever is forgotten leaves nothing in what was noted for putting back', async () => {
    const { keep, gone } = await twice({ firstName: 'Vergeten', addresses: [{ ...home, street: 'Wegwisweg' }] }, { firstName: 'Uitgewist', email: 'spoor@example.be' })
    await merge(boss, keep, gone, { firstName: 'gone', email: 'gone' })
    await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => forget(ctx, keep.person))
    const { rows: tables } = await here.database.owner.raw(`select tablename as name from pg_tables where schemaname = 'public'`)
    for (const { name } of tables as { name: string }[]) {
      const { rows } = await here.database.owner.raw(`select count(*)::int as n from "${name}" t where lower(t::text) ~ 'vergeten|wegwisweg|uitgewist|spoor@'`)
      expect(rows[0].n, name).toBe(0)
    }
    expect(await here.database.owner('person_merge').where({ kept_id: keep.person })).toEqual([])
  })
})

describe('who may not', () => {
  test('a desk; an admin of one of the libraries only, in words that name nobody', async () => {
    const { keep, gone } = await twice()
    expect((await merge(zwalm.desk, keep, gone)).status).toBe(403)
    const mixed = await twice({}, {}, [zwalm, zwalm])
    await people.enrolled(gavere, { person: { ...somebody(), id: mixed.gone.person, familyName: mixed.name }, onto: mixed.gone.person })
    const seen = await plan(boss, mixed.keep, mixed.gone)
    expect(seen.body).toMatchObject({ faults: [{ code: 'patrons.merge-beyond' }], fields: [], follows: [] })
    expect(JSON.stringify(seen.body)).not.toContain('Gavere')
    const { status, body } = await merge(boss, mixed.keep, mixed.gone)
    expect([status, body.faults[0].code]).toEqual([422, 'patrons.merge-beyond'])
    expect(JSON.stringify(body)).not.toContain('Gavere')
  })

  test('a patron of another library is the same as nobody, for merging, comparing and keeping apart', async () => {
    const mine = await people.enrolled(zwalm)
    const theirs = await people.enrolled(gavere)
    for (const other of [theirs, { ...theirs, person: randomUUID() }]) {
      expect((await plan(boss, mine, other)).status).toBe(404)
      expect((await boss.post('/api/likely-doubles/apart', { one: mine.person, other: other.person })).status).toBe(404)
    }
    expect((await merge(boss, mine, theirs)).status).toBe(404)
    const { keep, gone } = await twice({}, {}, [gavere, gavere])
    const { id } = await merge(region, keep, gone)
    expect((await putBack(boss, id)).status).toBe(404)
  })

  test('a discreet membership shows nowhere, and refuses in the same words', async () => {
    const prison = await here.unit('branch', 'Gevangenis', gavere.id)
    await people.say('patrons.discreet', true, prison)
    const { keep, gone, name } = await twice()
    await people.enrolled({ ...gavere, branch: prison }, { type: '60', person: { ...somebody(), id: gone.person, familyName: name }, onto: gone.person })
    const hidden = await plan(boss, keep, gone)
    const open = await twice()
    await people.enrolled(gavere, { person: { ...somebody(), id: open.gone.person, familyName: open.name }, onto: open.gone.person })
    const known = await plan(boss, open.keep, open.gone)
    expect(hidden.body.faults).toEqual(known.body.faults)
    expect(JSON.stringify(hidden.body)).not.toMatch(/Gevangenis|Gavere/)
  })

  test('a person and an institution, or one and the same', async () => {
    const one = await people.enrolled(zwalm)
    const school = await people.enrolled(zwalm, { type: '180', person: { id: randomUUID(), kind: 'institution', familyName: 'De Klimop', addresses: [home] } })
    expect(faultsOf(await merge(boss, one, school))).toEqual(['patrons.merge-kinds /gone'])
    expect(faultsOf(await merge(boss, one, one))).toEqual(['patrons.merge-itself /gone'])
  })
})

describe('pairs who may be one', () => {
  const pairs = async (who: Staff, at: string) => (await who.get(`/api/likely-doubles?at=${at}`)).body.data
    .map(({ one, other, why }: { one: { id: string }; other: { id: string }; why: { nl: string } }) => [[one.id, other.id].toSorted().join(), why.nl])
  const key = (...two: Made[]) => two.map(({ person }) => person).toSorted().join()

  test('are listed for their library, twins are not, and who was told apart no more', async () => {
    const library = await people.library('Oosterzele')
    const admin = await here.staff('library-admin', library.id)
    const same = await twice({ firstName: 'Jan' }, { firstName: 'Jan' }, [library, library])
    await twice({ firstName: 'Lotte' }, { firstName: 'Wout' }, [library, library])
    const typo = await people.enrolled(library, { person: somebody({ familyName: 'Van Rijswijck', firstName: 'Els', bornOn: '1970-01-02' }) })
    const meant = await people.enrolled(library, { different: true, person: somebody({ familyName: 'Van Ryswyk', firstName: 'Els', bornOn: '1970-01-02' }) })
    expect(await pairs(admin, library.id)).toEqual([
      [key(same.keep, same.gone), 'zelfde naam en geboortedatum'], [key(typo, meant), 'zelfde naam en geboortedatum'],
    ])
    expect((await admin.post('/api/likely-doubles/apart', { one: typo.person, other: meant.person })).status).toBe(204)
    expect(await pairs(admin, library.branch)).toEqual([[key(same.keep, same.gone), 'zelfde naam en geboortedatum']])
    expect((await merge(admin, same.keep, same.gone)).status).toBe(201)
    expect(await pairs(admin, library.id)).toEqual([])
  })

  test('never reach over a wall: one member here and one there are a pair for the region only', async () => {
    const { keep, gone } = await twice({ firstName: 'Grens' }, { firstName: 'Grens' }, [zwalm, gavere])
    const its = (list: unknown[][]) => list.filter(([pair]) => pair === key(keep, gone)).length
    expect([its(await pairs(boss, zwalm.id)), its(await pairs(region, '00000000-0000-4000-8000-000000000000'))]).toEqual([0, 1])
    expect((await boss.get(`/api/likely-doubles?at=${gavere.id}`)).status).toBe(404)
    expect((await zwalm.desk.get(`/api/likely-doubles?at=${zwalm.id}`)).status).toBe(403)
  })
})
