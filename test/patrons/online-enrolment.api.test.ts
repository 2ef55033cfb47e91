import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { asked, faultsOf, peopleOf, somebody, type Library } from './people.ts'
import { onlineLibrary, onlineMember, visitor, wish } from './website.ts'

/** Enrolling on a website: what is allowed, what is told, and that nobody outside learns who is known. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library & { site: Staff }
let gavere: Library

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  zwalm = await onlineLibrary(here, 'Zwalm')
  gavere = await people.library('Gavere')
  await people.say('patrons.fee', 1000, zwalm.id, { membership: '60' })
})
afterAll(() => here.close())

const enrol = (asks: object, site = zwalm.site) => site.post('/api/online/enrolments', asks)
const row = (id: string) => here.database.owner('membership').where({ id }).first()

describe('enrolling online', () => {
  test('makes a member with the internet block, a number, a fee that is announced and a mail that names nobody', async () => {
    const asks = wish(zwalm.branch)
    const { status, body } = await enrol(asks)
    expect([status, body]).toEqual([201, {
      id: asks.id, card: expect.stringMatching(/^2\d{13}$/), type: '60', typeName: 'Volwassene', from: '2026-11-23', until: '2027-11-22', feeCents: 1000,
      mustConfirm: true, message: 'Je bent ingeschreven. Kom met je identiteitskaart langs in Zwalm centrum: daarna kun je lenen.',
    }])
    const { owner } = here.database
    expect(await row(asks.id)).toMatchObject({ status: 2, online_since: expect.anything(), confirmed_at: null, library_id: zwalm.id })
    expect(await owner('event').where({ name: 'patrons.enrolled' }).whereRaw(`detail ->> 'membership' = ?`, [asks.id]).first('detail'))
      .toMatchObject({ detail: { feeCents: 1000, channel: 'online', again: false } })
    const mail = await owner('mail').where({ about: asks.id }).first()
    expect(mail).toMatchObject({ kind: 'patrons.enrolled-online', address: asks.person.email, name: asks.person.email })
    expect(mail.text).toContain('Kom met je identiteitskaart langs in Zwalm centrum')
    expect(mail.text).not.toContain(asks.person.familyName)
  })

  test('stops lending at the desk, in words that say what to do', async () => {
    const { card } = await onlineMember(zwalm)
    const { body } = await zwalm.desk.get(`/api/desk/patron?branch=${zwalm.branch}&card=${card}`)
    expect(body.blocks).toContainEqual({
      code: 'internet-block', stops: true,
      message: 'Online ingeschreven of hernieuwd en nog niet aan de balie geweest. Vraag de identiteitskaart en bevestig.',
    })
  })

  test('sent twice, or twice at once, is one enrolment with the same answer; something else under its id is refused', async () => {
    const asks = wish(zwalm.branch)
    const [first, twin] = await Promise.all([enrol(asks), enrol(asks)])
    const later = await enrol(asks)
    expect([first.status, twin.body, later.body]).toEqual([201, first.body, first.body])
    expect(await here.database.owner('person').where({ family_name: asks.person.familyName })).toHaveLength(1)
    expect((await enrol({ ...asks, person: visitor() })).body.code).toBe('core.id-used')
  })

  test('tells all that is wrong at once, each where it stands, in the language that is asked', async () => {
    await people.say('patrons.required-fields', ['birth-date', 'address', 'phone'], zwalm.id, { membership: '60' })
    const { familyName } = visitor()
    const asks = { id: randomUUID(), branch: zwalm.branch, type: '60', person: { familyName, firstName: 'An' } }
    const { status, body } = await enrol(asks)
    expect(status).toBe(422)
    expect(faultsOf({ body })).toEqual([
      'patrons.missing /person/bornOn', 'patrons.missing /person/email', 'patrons.missing /person/address', 'patrons.missing /person/phones',
    ])
    await people.say('patrons.required-fields', ['birth-date', 'address'], zwalm.id, { membership: '60' })
  })

  test('is for those of an age that may enrol themselves, under a type that the library offers online', async () => {
    expect(faultsOf(await enrol(wish(zwalm.branch, {}, { bornOn: '2016-01-01' })))).toEqual(['patrons.too-young-alone /person/bornOn'])
    expect(faultsOf(await enrol(wish(zwalm.branch, { type: '123' })))).toEqual(['patrons.not-online /type'])
    expect(faultsOf(await enrol(wish(zwalm.branch, { type: '999' })))).toEqual(['patrons.no-such-type /type'])
    expect(faultsOf(await enrol(wish(zwalm.branch, { type: '180' })))).toEqual(['patrons.for-institutions /type'])
    expect(faultsOf(await enrol(wish(zwalm.branch, {}, { bornOn: '2030-01-01' })))).toEqual(['patrons.born-later /person/bornOn'])
  })

  test('is refused where the library does not allow it, or allows renewing only', async () => {
    const site = await here.staff('website', gavere.id)
    expect(faultsOf(await enrol(wish(gavere.branch), site))).toEqual(['patrons.no-online-enrolment /branch'])
    expect((await site.post('/api/online/offers', { branch: gavere.branch })).status).toBe(422)
    const brakel = await onlineLibrary(here, 'Brakel')
    await people.say('patrons.online-choice', 'renew', brakel.id, { membership: '60' })
    expect(faultsOf(await enrol(wish(brakel.branch), brakel.site))).toEqual(['patrons.not-online /type'])
  })

  test('lends at once where the library asks nobody to come by first', async () => {
    const brakel = await onlineLibrary(here, 'Brakel')
    await people.say('patrons.online-block', false, brakel.id)
    const { body } = await enrol(wish(brakel.branch), brakel.site)
    expect(body).toMatchObject({ mustConfirm: false, message: 'Je bent ingeschreven en kunt meteen lenen.' })
    expect(await row(body.id)).toMatchObject({ online_since: null })
  })

  test('offers the types for an age and a postal code, with what they cost', async () => {
    await people.say('patrons.online-choice', 'choose', zwalm.id, { membership: '80' })
    await people.say('patrons.youngest', 65, zwalm.id, { membership: '80' })
    const offers = async (bornOn: string) => (await zwalm.site.post('/api/online/offers', { branch: zwalm.branch, bornOn })).body.data
    expect(await offers('1990-01-01')).toEqual([{ code: '60', name: 'Volwassene', from: '2026-11-23', until: '2027-11-22', feeCents: 1000 }])
    expect((await offers('1950-01-01')).map(({ code }: { code: string }) => code)).toEqual(['60', '80'])
  })

  test('takes no field that only staff write down', async () => {
    for (const more of [{ tag: 'x' }, { id: randomUUID() }, { externalNumbers: ['1'] }, { kind: 'institution' }])
      expect((await enrol(wish(zwalm.branch, {}, more))).status).toBe(400)
    expect((await enrol({ ...wish(zwalm.branch), onto: randomUUID() })).status).toBe(400)
    expect((await enrol({ ...wish(zwalm.branch), from: '2020-01-01' })).status).toBe(400)
  })
})

describe('who is known', () => {
  test('is enrolled as anybody else: same status, same shape, same mail', async () => {
    const email = 'bekend@example.be'
    const known = somebody({ familyName: 'Bekendmans', email })
    await zwalm.desk.post('/api/patrons', asked(zwalm.branch, { person: known }))
    await gavere.desk.post('/api/patrons', asked(gavere.branch, { person: { ...known, id: randomUUID() }, different: true }))
    const { familyName, firstName, bornOn } = known
    const answers = [await enrol(wish(zwalm.branch, {}, { familyName, firstName, bornOn, email })), await enrol(wish(zwalm.branch))]
    const [ofKnown, ofUnknown] = answers.map(({ status, body }) => ({ status, ...body, id: '', card: '' }))
    expect(ofKnown).toEqual(ofUnknown)
    const mails = await here.database.owner('mail').whereIn('about', answers.map(({ body }) => body.id)).select('subject', 'text')
    expect(mails[0]).toEqual(mails[1])
  })

  test('pays what anybody pays online, also as a member elsewhere in the group: the desk puts that right', async () => {
    const group = await people.group('1')
    const alken = await onlineLibrary(here, 'Hoeselt', group.id)
    await people.say('patrons.fee', 800, alken.id)
    const known = somebody()
    await group.a.desk.post('/api/patrons', asked(group.a.branch, { person: known }))
    const { familyName, firstName, bornOn } = known
    expect((await enrol(wish(alken.branch, {}, { familyName, firstName, bornOn }), alken.site)).body.feeCents).toBe(800)
  })

  test('cannot be joined by giving an id: an id that is somebody’s makes nobody a member', async () => {
    const { person } = await people.enrolled(gavere)
    const stolen = await zwalm.desk.post('/api/patrons', asked(zwalm.branch, { person: somebody({ id: person }) }))
    expect([stolen.status, stolen.body.code]).toEqual([409, 'core.id-used'])
    expect(await here.database.owner('membership').where({ person_id: person })).toHaveLength(1)
  })
})

describe('a website', () => {
  test('enrols by a token of its own, made by whoever may and ended by them', async () => {
    const admin = await here.staff('library-admin', zwalm.id)
    const id = randomUUID()
    const made = await admin.post('/api/tokens', {
      id, name: 'Website', unit: zwalm.id, expires: '2027-03-01', grants: [{ role: 'website', unit: zwalm.id }],
    })
    expect(made.status).toBe(201)
    const call = (body: object) => here.app.inject({
      method: 'POST', url: '/api/online/enrolments', payload: body,
      headers: { authorization: `Bearer ${made.body.token}`, 'accept-language': 'fr' },
    })
    const answer = await call(wish(zwalm.branch))
    expect([answer.statusCode, answer.json().message]).toEqual([201, expect.stringContaining('carte d’identité')])
    expect((await call(wish(zwalm.branch, { type: '999' }))).json().faults[0].message).toBe('Ce type d’abonnement n’est pas utilisé ici.')
    expect(await here.database.owner('membership_period').where({ id: answer.json().id }).first('staff_name', 'channel'))
      .toEqual({ staff_name: 'Website', channel: 'online' })
    await admin.send('DELETE', `/api/tokens/${id}`)
    expect((await call(wish(zwalm.branch))).statusCode).toBe(401)
  })

  test('of one library enrols nobody at another, and reads nobody', async () => {
    expect((await enrol(wish(gavere.branch))).status).toBe(404)
    const { person } = await people.enrolled(zwalm)
    expect((await zwalm.site.get(`/api/patrons/${person}`)).status).toBe(403)
    expect((await zwalm.site.post('/api/patrons/search', { q: 'Peeters' })).status).toBe(403)
    expect((await zwalm.site.get('/api/online-enrolments')).status).toBe(403)
    expect((await zwalm.desk.post('/api/online/enrolments', wish(zwalm.branch))).status).toBe(403)
  })

  test('never enrols in a prison', async () => {
    const prison = await here.unit('branch', 'Gevangenis', zwalm.id)
    await people.say('patrons.discreet', true, prison)
    expect(faultsOf(await enrol(wish(prison)))).toEqual(['patrons.not-online /type'])
  })

  test('fills nobody’s mailbox: after some enrolments under one address no more mail leaves that day', async () => {
    const email = 'overspoeld@example.be'
    for (let n = 0; n < 8; n++) await onlineMember(zwalm, { email })
    expect(await here.database.owner('mail').where({ address: email })).toHaveLength(6)
  })
})
