import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { asked, faultsOf as codes, peopleOf, somebody } from './people.ts'

/** Enrolling at the desk: who may, what is asked, what it costs and how long it lasts, at each level of cooperation. */
let here: Opened
let zwalm: string
let branch: string
let desk: Staff

let people: ReturnType<typeof peopleOf>

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  ;({ id: zwalm, branch, desk } = await people.library('Zwalm'))
  await people.say('patrons.fee', 1000, zwalm, { membership: '60' })
})
afterAll(() => here.close())

describe('enrolling somebody', () => {
  test('makes a person, a membership with its fee, a line of its period, and a card of fourteen digits', async () => {
    const wanted = asked(branch, { card: 'generated' })
    const { status, body } = await desk.post('/api/patrons', wanted)
    expect([status, body]).toEqual([201, {
      person: wanted.person.id, membership: wanted.id, number: expect.any(Number), card: expect.stringMatching(/^2\d{13}$/),
      from: '2026-11-23', until: '2027-11-22', feeCents: 1000, copiedFrom: null,
      rule: { code: 'own', level: 0, message: expect.objectContaining({ nl: expect.stringContaining('geen andere bibliotheek') }) },
    }])
    const { owner } = here.database
    expect(await owner('membership').where({ id: wanted.id }).first()).toMatchObject({ status: 2, type: '60', branch_id: branch, discreet: false })
    expect(await owner('membership_period').where({ membership_id: wanted.id })).toMatchObject([
      { act: 'enrolled', fee_cents: 1000, staff_id: desk.id, channel: 'desk' },
    ])
    expect(await owner('event').where({ name: 'patrons.enrolled' }).whereRaw(`detail ->> 'membership' = ?`, [wanted.id]).first('detail'))
      .toMatchObject({ detail: { feeCents: 1000, again: false, person: wanted.person.id, library: zwalm } })
  })

  test('sent twice is one enrolment, with the same answer', async () => {
    const wanted = asked(branch, { card: 'generated' })
    const [first, second] = [await desk.post('/api/patrons', wanted), await desk.post('/api/patrons', wanted)]
    expect([second.status, second.body]).toEqual([201, first.body])
    expect(await here.database.owner('card').where({ membership_id: wanted.id })).toHaveLength(1)
  })

  test('tells everything that is wrong at once, each where it stands', async () => {
    await people.say('patrons.required-fields', ['birth-date', 'address', 'e-mail', 'phone'], zwalm, { membership: '62' })
    const { status, body } = await desk.post('/api/patrons', asked(branch, {
      type: '62', card: '22110000000010', person: somebody({ addresses: [], bornOn: '2030-01-01' }),
    }))
    expect(status).toBe(422)
    expect(codes({ body })).toEqual([
      'patrons.born-later /person/bornOn', 'patrons.missing /person/addresses', 'patrons.missing /person/email',
      'patrons.missing /person/phones', 'patrons.card-digit /card',
    ])
  })

  test('under a type that the library does not use, or that is for institutions, is refused', async () => {
    expect(codes(await desk.post('/api/patrons', asked(branch, { type: '999' })))).toEqual(['patrons.no-such-type /type'])
    expect(codes(await desk.post('/api/patrons', asked(branch, { type: '180' })))).toEqual(['patrons.for-institutions /type'])
  })

  test('of an age that the type is not for is refused', async () => {
    await people.say('patrons.youngest', 18, zwalm, { membership: '101' })
    expect(codes(await desk.post('/api/patrons', asked(branch, { type: '101', person: somebody({ bornOn: '2010-01-01' }) }))))
      .toEqual(['patrons.too-young /type'])
  })

  test('with a card that is somebody’s already is refused, and nothing of it stays', async () => {
    const card = '22110000000027'
    expect((await desk.post('/api/patrons', asked(branch, { card }))).status).toBe(201)
    const again = asked(branch, { card })
    expect(codes(await desk.post('/api/patrons', again))).toEqual(['patrons.card-taken /card'])
    expect(await here.database.owner('person').where({ id: again.person.id })).toEqual([])
  })

  test('is for whoever holds that right at that branch', async () => {
    const auditor = await here.staff('auditor', zwalm)
    const elsewhere = await people.library('Brakel')
    expect((await auditor.post('/api/patrons', asked(branch))).status).toBe(403)
    expect((await elsewhere.desk.post('/api/patrons', asked(branch))).status).toBe(404)
    expect((await desk.post('/api/patrons', asked(zwalm))).status).toBe(404)
  })

  test('who lives in none of the postal codes pays what is asked of them', async () => {
    const lede = await people.library('Lede')
    await people.say('patrons.fee', 500, lede.id)
    await people.say('patrons.fee-elsewhere', 1500, lede.id)
    await people.say('patrons.own-postal-codes', ['9340'], lede.id)
    const plan = (postalCode: string) => lede.desk.post('/api/patrons/plan', { branch: lede.branch, type: '60', postalCode })
    expect([(await plan('9340')).body.feeCents, (await plan('9630')).body.feeCents]).toEqual([500, 1500])
  })

  test('runs to a fixed month where one is set', async () => {
    await people.say('patrons.expiry-month', 8, zwalm, { membership: '120' })
    const { body } = await desk.post('/api/patrons/plan', { branch, type: '120' })
    expect(body).toMatchObject({ from: '2026-11-23', until: '2027-08-31' })
  })
})

describe('who is in the system already', () => {
  test('is shown first, with where they are a member, and nobody else is', async () => {
    const other = await people.library('Gavere')
    const known = somebody({ familyName: 'Van den Bossche', firstName: 'Tijl' })
    expect((await other.desk.post('/api/patrons', asked(other.branch, { person: known }))).status).toBe(201)
    const typed = somebody({ familyName: 'van den bossche', firstName: 'Tyl' })
    const refusal = await desk.post('/api/patrons', asked(branch, { person: typed }))
    expect([refusal.status, refusal.body.code]).toEqual([409, 'patrons.double'])
    expect(refusal.body.doubles).toEqual([
      { id: known.id, name: 'Tijl Van den Bossche', bornOn: '1990-05-12', here: false, libraries: [{ id: other.id, name: 'Gavere' }] },
    ])
    const doubles = await desk.post('/api/patrons/doubles', { kind: 'person', familyName: 'Van den Bossche', bornOn: '1990-05-13', branch })
    expect(doubles.body.data).toEqual([])
  })

  test('gets a second membership on the one person when they are the same', async () => {
    const other = await people.library('Oosterzele')
    const known = somebody({ familyName: 'De Smet' })
    await other.desk.post('/api/patrons', asked(other.branch, { person: known }))
    const { status, body } = await desk.post('/api/patrons', asked(branch, { onto: known.id, person: { ...known, id: randomUUID() } }))
    expect([status, body.person]).toEqual([201, known.id])
    const row = await here.database.owner('person').where({ id: known.id }).first('library_ids')
    expect(row.library_ids.toSorted()).toEqual([other.id, zwalm].toSorted())
  })

  test('is not opened by an id alone: name and day of birth must fit', async () => {
    const other = await people.library('Merelbeke')
    const known = somebody({ familyName: 'Claes' })
    await other.desk.post('/api/patrons', asked(other.branch, { person: known }))
    expect(codes(await desk.post('/api/patrons', asked(branch, { onto: known.id })))).toEqual(['patrons.not-the-same /onto'])
  })

  test('a twin is enrolled as somebody else', async () => {
    const one = somebody({ familyName: 'Tweeling', firstName: 'Bo' })
    await desk.post('/api/patrons', asked(branch, { person: one }))
    const { status } = await desk.post('/api/patrons', asked(branch, {
      different: true, person: somebody({ familyName: 'Tweeling', firstName: 'Bas' }),
    }))
    expect(status).toBe(201)
  })

  test('a member of this library is not enrolled again', async () => {
    const known = somebody({ familyName: 'Janssens' })
    await desk.post('/api/patrons', asked(branch, { person: known }))
    expect(codes(await desk.post('/api/patrons', asked(branch, { onto: known.id, person: known })))).toEqual(['patrons.already-member /branch'])
  })

  test('whose only membership is discreet is found by nobody outside', async () => {
    const prison = await here.unit('branch', 'Gevangenis', zwalm)
    await people.say('patrons.discreet', true, prison)
    const inside = await here.staff('prison-library', prison)
    const person = somebody({ familyName: 'Binnen' })
    expect((await inside.post('/api/patrons', asked(prison, { person, type: '158' }))).status).toBe(201)
    const other = await people.library('Melle')
    const ask = (who: Staff, at: string) => who.post('/api/patrons/doubles', { kind: 'person', familyName: 'Binnen', bornOn: '1990-05-12', branch: at })
    expect((await ask(other.desk, other.branch)).body.data).toEqual([])
    expect((await ask(inside, prison)).body.data).toMatchObject([{ id: person.id, here: true }])
  })
})

describe('a cooperation group', () => {
  const group = async (level: '1' | '2' | '3a') => {
    const made = await people.group(level)
    await people.say('patrons.fee', 800, made.id)
    return made
  }
  const enrolAt = (at: { branch: string; desk: Staff }, more: object) => at.desk.post('/api/patrons', asked(at.branch, more))

  test.each(['1', '2'] as const)('of level %s copies the end date and asks no fee', async level => {
    const { a, b } = await group(level)
    const person = somebody()
    const first = await enrolAt(a, { person, from: '2026-10-20' })
    const second = await enrolAt(b, { person: { ...person, id: randomUUID() }, onto: person.id })
    expect(second.body).toMatchObject({
      until: first.body.until, feeCents: 0, copiedFrom: first.body.membership, rule: { code: 'copied', level: Number(level) },
    })
    expect(await here.database.owner('membership').where({ id: second.body.membership }).first('status')).toEqual({ status: 5 })
    expect(second.body.rule.message.nl).toContain('Al lid bij Beringen')
  })

  test('of level 3 enrols nobody twice: one membership holds in all', async () => {
    const { a, b } = await group('3a')
    const person = somebody()
    await enrolAt(a, { person })
    const refusal = await enrolAt(b, { person, onto: person.id })
    expect(codes(refusal)).toEqual(['patrons.regional-member /branch'])
    expect(refusal.body.faults[0].message).toContain('inschrijven hoeft niet')
  })

  test('counts nobody whose membership elsewhere has expired: the normal fee and period follow', async () => {
    const { a, b } = await group('1')
    const person = somebody()
    await enrolAt(a, { person, from: '2025-10-20' })
    const later = await enrolAt(b, { person, onto: person.id })
    expect(later.body).toMatchObject({ feeCents: 800, copiedFrom: null, rule: { code: 'own', level: 1 } })
  })
})
