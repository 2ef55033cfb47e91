import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliverEvents } from '#core/outbox.ts'
import { advanceRuns } from '#core/run.ts'
import { runDueJobs } from '#core/schedule.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { peopleOf, somebody, type Library } from './people.ts'

/** Two libraries become one: their members follow, and come back when it was wrong. Another group asks what becomes of them. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let region: Staff
const TODAY = () => here.clock.now.toString().slice(0, 10)

beforeAll(async () => {
  // Events wait by the clock of the database, so that of the test begins with it.
  here = await openInstallation({ now: new Date().toISOString() })
  people = peopleOf(here)
  region = await here.staff('system-admin')
  await follow()
}, 60_000)
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const follow = async () => {
  here.clock.now = Temporal.Instant.from(new Date(Math.max(Date.now(), here.clock.now.epochMilliseconds)).toISOString()).add({ seconds: 1 })
  await deliverEvents(here.installation)
  await advanceRuns(here.installation)
}
const merging = (unit: Library, into: Library, from = TODAY()) => ({ kind: 'units.merge', payload: { unit: unit.id, into: into.id, from } })
const effectsOf = async (items: object[], who = region) => Object.fromEntries(done(await who.post('/api/changes/preview', { items })).effects
  .filter(({ code }: { code: string }) => /^(patrons|circulation)/.test(code)).map(({ code, count }: { code: string; count: number }) => [code, count]))
const apply = async (items: object[]) => {
  const id = randomUUID()
  done(await region.post('/api/changes', { id, items, reason: 'fusie' }))
  await follow()
  return id
}
const putBack = async (set: string) => {
  done(await region.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today', reason: 'toch niet' }))
  await follow()
}
const standing = async (...libraries: Library[]) => (await here.database.owner('membership').whereIn('library_id', libraries.map(({ id }) => id)).orderBy('id'))
  .map(({ version: _version, ...row }: Record<string, unknown>) => row)
const cardsOf = async (...people_: string[]) => here.database.owner('card').whereIn('person_id', people_).orderBy('id').select('id', 'membership_id')
const reachOf = async (person: string) => (await here.database.owner('person').where({ id: person }).first('library_ids')).library_ids.toSorted()

/** Two libraries, one member of the first, one of the second and one of both. */
async function two() {
  const [oud, nieuw] = [await people.library(`Oud ${randomUUID().slice(0, 4)}`), await people.library(`Nieuw ${randomUUID().slice(0, 4)}`)]
  const only = await people.enrolled(oud, { card: 'generated' })
  const person = somebody()
  const first = await people.enrolled(oud, { person, card: 'generated' })
  const second = await people.enrolled(nieuw, { person, onto: person.id, from: '2026-03-01' })
  const theirs = await people.enrolled(nieuw)
  return { oud, nieuw, only, first, second, theirs }
}

describe('two libraries become one', () => {
  test('the preview counts members, cards and who is a member of both, whoever asks, and names nobody', async () => {
    const { oud, nieuw, only } = await two()
    const preview = done(await region.post('/api/changes/preview', { items: [merging(oud, nieuw)] }))
    expect(await effectsOf([merging(oud, nieuw)])).toEqual({ 'patrons.members-move': 2, 'patrons.cards-move': 2, 'patrons.members-of-both': 1 })
    const helpdesk = await here.staff('helpdesk')
    expect(await effectsOf([merging(oud, nieuw)], helpdesk)).toEqual({ 'patrons.members-move': 2, 'patrons.cards-move': 2, 'patrons.members-of-both': 1 })
    const { family_name: name } = await here.database.owner('person').where({ id: only.person }).first('family_name')
    expect(JSON.stringify(preview)).not.toContain(name)
  })

  test('members follow with cards, one membership for who had two; put back, everything stands as it stood', async () => {
    const { oud, nieuw, only, first, second } = await two()
    const before = [await standing(oud, nieuw), await cardsOf(only.person, first.person), await reachOf(only.person)]
    const set = await apply([merging(oud, nieuw)])
    const desk = await here.staff('desk', nieuw.id)
    const found = done(await desk.post('/api/patrons/search', { q: only.card })).data
    expect(found).toMatchObject([{ id: only.person, isValid: true }])
    const page = done(await desk.get(`/api/patrons/${only.person}?at=${oud.branch}`))
    expect(page.standing.blocks).toEqual([])
    expect(page.memberships.filter((one: { isValid: boolean }) => one.isValid)).toMatchObject([{ library: { id: nieuw.id }, branch: { id: oud.branch }, type: '60' }])
    const both = done(await desk.get(`/api/patrons/${first.person}`)).memberships.filter((one: { isValid: boolean }) => one.isValid)
    expect(both).toMatchObject([{ id: second.membership, until: first.until }])
    expect(done(await desk.post('/api/patrons/search', { q: first.card })).data).toMatchObject([{ id: first.person }])
    await advanceRuns(here.installation)
    await runDueJobs(here.installation)
    await advanceRuns(here.installation)
    expect(await here.database.owner('membership').where({ library_id: nieuw.id })).toHaveLength(3)
    await putBack(set)
    expect([await standing(oud, nieuw), await cardsOf(only.person, first.person), await reachOf(only.person)]).toEqual(before)
    const again = await apply([merging(oud, nieuw)])
    expect(await here.database.owner('membership').where({ library_id: nieuw.id })).toHaveLength(3)
    await putBack(again)
    expect(await standing(oud, nieuw)).toEqual(before[0])
  })

  test('put back, everybody goes with their home branch: who renewed keeps that, who enrolled meanwhile goes along, who chose another branch stays', async () => {
    const { oud, nieuw, only, first, second, theirs } = await two()
    const chose = await people.enrolled(oud)
    const set = await apply([merging(oud, nieuw)])
    const desk = await here.staff('desk', nieuw.id)
    const inForce = async (person: string) => done(await desk.get(`/api/patrons/${person}`)).memberships.find((one: { isValid: boolean }) => one.isValid)
    const renewal = async (person: string, more: object = {}) => {
      const { id, version } = await inForce(person)
      return done(await desk.post(`/api/memberships/${id}/renewal`, { id: randomUUID(), version, ...more }))
    }
    const replaced = randomUUID().slice(0, 8).toUpperCase()
    done(await desk.post('/api/cards', { membership: (await inForce(only.person)).id, card: replaced }))
    await renewal(only.person)
    const meanwhile = await people.enrolled({ ...oud, desk }, { card: 'generated' })
    await renewal(chose.person, { branch: nieuw.branch })
    const [loan, item, { owner }] = [randomUUID(), randomUUID(), here.database]
    await owner('item').insert({ id: item, barcode: `G${item.slice(0, 8).toUpperCase()}`, title: 'x', material: 'BOEK', library_id: nieuw.id, branch_id: oud.branch,
      at_branch_id: oud.branch, at: new Date() })
    await owner('loan').insert({
      id: loan, library_id: nieuw.id, branch_id: oud.branch, item_id: item, item_library_id: nieuw.id, person_id: meanwhile.person,
      membership_id: meanwhile.membership, member_library_id: nieuw.id, member_branch_id: oud.branch, membership: '60', material: 'BOEK', channel: 'desk',
      lent_at: new Date(), term_on: TODAY(), lent_on: TODAY(), raw_due_on: '2099-01-01', due_on: '2099-01-01', term: '{}',
    })
    const renewed = await inForce(only.person)
    const effects = done(await region.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today', preview: true })).effects
    expect(Object.fromEntries(effects.map(({ code, count }: { code: string; count: number }) => [code, count]))).toMatchObject({
      'patrons.members-follow': 1, 'patrons.cards-move': 1, 'patrons.members-return': 1, 'patrons.both-again': 1, 'patrons.members-stay': 1,
    })
    await putBack(set)
    const at = async (person: string) => here.database.owner('membership').where({ person_id: person }).whereNot({ status: 9 }).orderBy('library_id')
      .select('library_id', 'branch_id', 'until_on')
    expect(await at(only.person)).toEqual([{ library_id: oud.id, branch_id: oud.branch, until_on: renewed.until }])
    expect(await at(meanwhile.person)).toMatchObject([{ library_id: oud.id, branch_id: oud.branch, until_on: meanwhile.until }])
    expect(await at(chose.person)).toMatchObject([{ library_id: nieuw.id, branch_id: nieuw.branch }])
    expect((await at(first.person)).map(({ library_id: library }) => library)).toEqual([oud.id, nieuw.id].toSorted())
    expect(await at(theirs.person)).toMatchObject([{ library_id: nieuw.id }])
    expect(second.person).toBe(first.person)
    // What somebody has out goes along, so that their own desk reads it.
    const [goes] = await owner('membership').where({ person_id: meanwhile.person, library_id: oud.id })
    expect(await owner('loan').where({ id: loan }).first('membership_id', 'member_library_id')).toEqual({ membership_id: goes.id, member_library_id: oud.id })
    // Their own desk finds them by the cards that the other library gave out, and the other library finds them no more.
    for (const [person, card] of [[only.person, replaced], [meanwhile.person, meanwhile.card]])
      expect(done(await oud.desk.post('/api/patrons/search', { q: card })).data).toMatchObject([{ id: person, isValid: true }])
    const elsewhere = await here.staff('desk', nieuw.id)
    const again = await apply([merging(oud, nieuw)])
    expect(await at(meanwhile.person)).toMatchObject([{ library_id: nieuw.id, branch_id: oud.branch }])
    await putBack(again)
    expect(await at(meanwhile.person)).toMatchObject([{ library_id: oud.id }])
    expect(done(await elsewhere.post('/api/patrons/search', { q: replaced })).data).toEqual([])
  })

  test('a class follows with its membership, is listed by the library that goes on, and comes back', async () => {
    const { oud, nieuw } = await two()
    const asked = {
      id: randomUUID(), person: randomUUID(), branch: oud.branch, type: '120', school: 'De Linde', name: '3A', lastGrade: 6, stays: false, teacher: 'Juf An',
      address: { street: 'Dorpsstraat', number: '1', postalCode: '9630', city: 'Zwalm', country: 'BE' },
    }
    done(await oud.desk.post('/api/school-classes', asked))
    const listed = async (library: Library, who: Staff) => done(await who.get(`/api/school-classes?library=${library.id}`)).data
    const set = await apply([merging(oud, nieuw)])
    const desk = await here.staff('desk', nieuw.id)
    expect(await listed(nieuw, desk)).toMatchObject([{ id: asked.id, name: '3A', isValid: true, mayChange: true }])
    const year = Number(TODAY().slice(0, 4)) + 1
    done(await desk.post('/api/class-rolls', { id: randomUUID(), library: nieuw.id, year }))
    await putBack(set)
    expect(await listed(nieuw, desk)).toEqual([])
    expect(await listed(oud, await here.staff('desk', oud.id))).toMatchObject([{ id: asked.id, name: '4A', isValid: true }])
    // Moved up there already, so not once more.
    expect(done(await oud.desk.post('/api/class-rolls/plan', { library: oud.id, year })).lines).toEqual([])
  })
})

describe('a branch goes to another library', () => {
  test('and its members with it, said before it happens; put back, they go back', async () => {
    const { oud, nieuw, only } = await two()
    const centre = await here.unit('branch', `Tweede ${randomUUID().slice(0, 4)}`, oud.id)
    const there = await people.enrolled({ ...oud, branch: centre }, { card: 'generated' })
    const moving = { kind: 'units.move', payload: { unit: centre, parent: nieuw.id, from: TODAY() } }
    expect(await effectsOf([moving])).toEqual({ 'patrons.members-move': 1, 'patrons.cards-move': 1 })
    const before = await standing(oud, nieuw)
    const set = await apply([moving])
    const desk = await here.staff('desk', nieuw.id)
    expect(done(await desk.post('/api/patrons/search', { q: there.card })).data).toMatchObject([{ id: there.person, isValid: true }])
    expect(await reachOf(only.person)).toEqual([oud.id])
    expect(done(await (await here.staff('desk', oud.id)).get(`/api/patrons/${there.person}`)).memberships).toMatchObject([{ isValid: false }])
    await putBack(set)
    expect(await standing(oud, nieuw)).toEqual(before)
  })
})

describe('another group', () => {
  const moving = (unit: Library, parent: string) => ({ kind: 'units.move', payload: { unit: unit.id, parent, from: TODAY() } })

  test('of level 1: end dates stay', async () => {
    const { a } = await people.group('1')
    await people.enrolled(a)
    const group = await here.unit('group', 'Andere groep', undefined, { level: '1' })
    expect(await effectsOf([moving(a, group)])).toEqual({ 'patrons.terms-stay': 1 })
  })

  const told = async (items: object[], who = region) => done(await who.post('/api/changes/preview', { items })).effects
    .filter(({ code }: { code: string }) => code.startsWith('patrons')).map(({ code, count, text }: { code: string; count: number; text: string }) => [code.slice(8), count, text])
  const nameOf = async ({ id }: Library) => done(await region.get('/api/units')).data.find((unit: { id: string }) => unit.id === id).name as string

  test('of level 3: who has two memberships, who borrows where from then on, and who must enrol elsewhere', async () => {
    const { oud: loose, first } = await two()
    const { id: group, a, b } = await people.group('3a')
    await people.enrolled(a, { person: { ...somebody(), id: first.person, familyName: (await here.database.owner('person').where({ id: first.person }).first()).family_name }, onto: first.person })
    const [x, y, z] = [await nameOf(loose), await nameOf(a), await nameOf(b)]
    expect(await told([moving(loose, group)])).toEqual([
      ['one-too-many', 1, expect.stringContaining('lidmaatschap te veel')],
      ['visits-begin', 2, `2 leden van ${x} lenen voortaan ook bij ${y} en ${z}, zonder inschrijven`],
      ['visits-begin', 1, `1 lid van ${y} leent voortaan ook bij ${x}, zonder inschrijven`],
    ])
    const ends = ['visits-end', 1, `1 lid van ${y} moet zich inschrijven om nog te lenen bij ${z}`]
    expect(await told([moving(a, '00000000-0000-4000-8000-000000000000')])).toEqual([['terms-stay', 1, expect.stringContaining('houdt zijn einddatum')], ends])
    const lower = await told([{ kind: 'units.change', payload: { unit: group, from: TODAY(), fields: { level: '1' } } }])
    expect(lower).toEqual([['terms-stay', 1, expect.stringContaining('betaalt er niets')], ends])
  })

  test('of level 3: a type that a partner does not know lends nothing there, and a linked one is named; put back as well', async () => {
    const { id: group, a, b } = await people.group('3a')
    const loose = await people.library(`Los ${randomUUID().slice(0, 4)}`)
    const own = { name: { nl: 'Molenpas', en: 'Mill pass', fr: 'Carte du moulin' }, kind: 'person' }
    // Of old in the whole region, by now of this library only.
    await here.apply({ kind: 'parameters.set-membership-type', payload: { unit: '00000000-0000-4000-8000-000000000000', code: '777', from: '2019-01-01', to: '2020-12-31', body: own } })
    await here.apply({ kind: 'parameters.set-membership-type', payload: { unit: loose.id, code: '777', from: '2020-01-01', to: null, body: own } })
    await people.enrolled(loose)
    for (const _two of [1, 2]) await people.enrolled(loose, { type: '777' })
    const [x, y, z] = [await nameOf(loose), await nameOf(a), await nameOf(b)]
    const begins = (n: string) => ['visits-begin', expect.any(Number), `${n} van ${x} ${n === '1 lid' ? 'leent' : 'lenen'} voortaan ook bij ${y} en ${z}, zonder inschrijven`]
    expect(await told([moving(loose, group)])).toEqual([
      begins('1 lid'), ['no-link', 2, `2 leden van ${x} lenen niet bij ${y} en ${z}: die lidsoort is daar niet gekend; leg eerst een koppeling`],
    ])
    const link = (types: object) => ({ kind: 'parameters.set-membership-link', payload: { unit: group, code: 'molen', from: TODAY(), to: null, body: { types } } })
    // Whoever may change no unit sees the counts, and no name of a patron.
    const helpdesk = await here.staff('helpdesk')
    expect(await told([moving(loose, group)], helpdesk)).toHaveLength(2)
    // It binds the library, which agreed.
    const agreed = async (item: { kind: string; payload: unknown }) => {
      await here.apply(item)
      return (await here.database.owner('change_set').orderBy('version', 'desc').whereNotNull('version').first('id')).id as string
    }
    const moved = await agreed(moving(loose, group))
    const linked = await agreed(link({ [loose.id]: '777', [a.id]: '62' }))
    expect(await told([link({ [loose.id]: '777', [a.id]: '80' })])).toEqual([
      ['type-elsewhere', 2, `2 leden van ${x} (Molenpas) lenen bij ${y} als Senior, nu als Volwassene plus`],
    ])
    const back = async (set: string) => done(await region.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today', preview: true })).effects
      .filter(({ code }: { code: string }) => code.startsWith('patrons')).map(({ code, count }: { code: string; count: number }) => [code, count])
    expect(await back(linked)).toEqual([['patrons.no-link', 2]])
    expect(await back(moved)).toEqual([['patrons.terms-stay', 3], ['patrons.visits-end', 3]])
  })
})

// Last, because with the days that pass the sign-ins do.
describe('a day to come', () => {
  test('a merger of a day to come begins on that day', async () => {
    const { oud, nieuw, only } = await two()
    const day = Temporal.PlainDate.from(TODAY()).add({ days: 3 }).toString()
    await apply([merging(oud, nieuw, day)])
    expect(await reachOf(only.person)).toEqual([oud.id])
    here.clock.now = here.clock.now.add({ hours: 24 * 3 + 1 })
    await runDueJobs(here.installation)
    await advanceRuns(here.installation)
    expect(await reachOf(only.person)).toEqual([oud.id, nieuw.id].toSorted())
  })
})
