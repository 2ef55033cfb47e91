import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { asked, peopleOf, somebody, type Library } from './people.ts'
import { onlineLibrary, onlineMember } from './website.ts'

/** A website renews the membership of whoever signed in there, by their card, as far as the library allows. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library & { site: Staff }
let gavere: Library

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  zwalm = await onlineLibrary(here, 'Zwalm')
  gavere = await people.library('Gavere')
})
afterAll(() => here.close())

const member = async (more: object = {}, { desk, branch }: Library = zwalm) => {
  const { status, body } = await desk.post('/api/patrons', asked(branch, { card: 'generated', ...more }))
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body as { person: string; membership: string; card: string; until: string }
}
/** A member whose year is over on 1 December: it is 23 November. */
const ending = (more: object = {}) => member({ from: '2025-12-02', ...more })
const read = (card: string, site = zwalm.site) => site.post('/api/online/membership', { card })
const renew = (card: string, more: object = {}, site = zwalm.site) =>
  site.post('/api/online/membership-renewals', { id: randomUUID(), card, ...more })
const codes = ({ body }: { body: { faults: { code: string }[] } }) => body.faults.map(({ code }) => code)
const pay = (id: string) => here.database.owner('membership').where({ id }).update({ status: 5 })

describe('renewing online', () => {
  test('adds a period that follows on, announces the fee and mails until when', async () => {
    const { card, membership } = await ending({ person: somebody({ email: 'an@example.be' }) })
    await people.say('patrons.fee', 700, zwalm.id, { membership: '60' })
    expect((await read(card)).body).toMatchObject({
      library: 'Zwalm', typeName: 'Volwassene', until: '2026-12-01', isValid: true, status: 'geldig tot en met 1 december 2026',
      renewal: { stops: [], from: '2026-12-02', until: '2027-12-01', feeCents: 700, mustConfirm: false },
    })
    const id = randomUUID()
    const { status, body } = await renew(card, { id })
    expect([status, body.until, body.mustConfirm]).toEqual([200, '2027-12-01', false])
    const { owner } = here.database
    expect(await owner('event').where({ name: 'patrons.renewed' }).whereRaw(`detail ->> 'period' = ?`, [id]).first('detail'))
      .toMatchObject({ detail: { feeCents: 700, reductionCents: 0, channel: 'online', from: '2026-12-02' } })
    expect((await owner('mail').where({ about: membership }).first()).text).toContain('loopt nu tot en met 1 december 2027')
    expect((await renew(card, { id })).body.until).toBe('2027-12-01')
    expect(await owner('membership_period').where({ membership_id: membership })).toHaveLength(2)
    expect(codes(await renew(card))).toEqual(['patrons.unpaid-fee', 'patrons.too-early'])
    await people.say('patrons.fee', 0, zwalm.id, { membership: '60' })
  })

  test('is possible from the month before the end, and after it as well', async () => {
    const early = await member()
    expect((await read(early.card)).body.renewal.stops).toEqual([{ code: 'patrons.too-early', message: 'Hernieuwen kan vanaf 22 oktober 2027.' }])
    const expired = await member({ from: '2024-06-01' })
    expect((await renew(expired.card)).body).toMatchObject({ from: '2026-11-23', until: '2027-11-22', isValid: true })
  })

  test('gives the internet block again where the right to a type is looked at', async () => {
    await people.say('patrons.online-check', true, zwalm.id, { membership: '123' })
    const { card, membership } = await ending({ type: '123' })
    expect((await read(card)).body.renewal).toMatchObject({ stops: [], mustConfirm: true })
    expect((await renew(card)).body.mustConfirm).toBe(true)
    expect((await zwalm.desk.get('/api/online-enrolments')).body.data).toContainEqual(expect.objectContaining({ membership, what: 'renewed', doubles: 0 }))
    expect((await zwalm.desk.post(`/api/memberships/${membership}/confirmation`, {})).status).toBe(200)
    expect((await read(card)).body.mustConfirm).toBe(false)
  })

  test('is refused with everything that is in the way, in words for the member', async () => {
    const banned = await ending()
    await zwalm.desk.send('PUT', `/api/memberships/${banned.membership}/ban`, { banned: true })
    expect(codes(await renew(banned.card))).toEqual(['patrons.banned'])
    const waiting = await onlineMember(zwalm)
    expect((await read(waiting.card)).body.renewal.stops).toMatchObject([
      { code: 'patrons.internet-block', message: 'Kom eerst met je identiteitskaart langs aan de balie.' }, { code: 'patrons.too-early' },
    ])
    await people.say('patrons.online-choice', 'none', zwalm.id, { membership: '100' })
    const staff = await ending({ type: '100' })
    expect(codes(await renew(staff.card))).toEqual(['patrons.no-online-renewal'])
    const ended = await ending()
    await zwalm.desk.post(`/api/memberships/${ended.membership}/end`, { when: 'now', reason: 'moved', version: 1 })
    expect(codes(await renew(ended.card))).toContain('patrons.ended')
  })

  test('takes another type only where new members may choose it', async () => {
    const { card } = await ending()
    expect(codes(await renew(card, { type: '101' }))).toEqual(['patrons.no-online-renewal'])
  })

  test('is refused where the library does not allow it, and for institutions always', async () => {
    const site = await here.staff('website', gavere.id)
    const { card } = await member({ from: '2025-12-02' }, gavere)
    expect(codes(await renew(card, {}, site))).toEqual(['patrons.no-online-renewal'])
    const school = await ending({ type: '180', person: somebody({ kind: 'institution', bornOn: null, firstName: null }) })
    expect(codes(await renew(school.card))).toEqual(['patrons.no-online-renewal'])
  })

  test('under an id that was another member’s is refused', async () => {
    const [one, other] = [await ending(), await ending()]
    const id = randomUUID()
    await renew(one.card, { id })
    expect((await renew(other.card, { id })).body.code).toBe('core.id-used')
  })
})

describe('the walls', () => {
  test('an unknown card, one of another library and one of a prison are the same nobody', async () => {
    const prison = await here.unit('branch', 'Gevangenis', zwalm.id)
    await people.say('patrons.discreet', true, prison)
    const inside = await here.staff('prison-library', prison)
    const { body: held } = await inside.post('/api/patrons', asked(prison, { type: '158', card: 'generated' }))
    const theirs = await member({}, gavere)
    const answers = []
    for (const card of ['29999000000019', theirs.card, held.card]) answers.push(await read(card), await renew(card))
    for (const { status, body } of answers)
      expect([status, { ...body, request: '' }]).toEqual([404, { ...answers[0]?.body, request: '' }])
    const region = await here.staff('website')
    expect((await read(theirs.card, region)).status).toBe(200)
    expect((await read(held.card, region)).status).toBe(404)
  })

  test('a partner of a group of level 3 reads the membership and leaves renewing it to the own library', async () => {
    const group = await people.group('3a')
    const site = await here.staff('website', group.b.id)
    const { card } = await member({ from: '2025-12-02' }, group.a)
    expect((await read(card, site)).body).toMatchObject({ library: 'Beringen', renewal: { stops: [{ code: 'patrons.renew-at-own' }] } })
    expect(codes(await renew(card, {}, site))).toEqual(['patrons.renew-at-own'])
  })

  test('that a member was looked at is noted with its purpose', async () => {
    const { card, person } = await member()
    await read(card)
    const { rows } = await here.database.owner.raw(`
      select b.body ->> 'purpose' as purpose from audit a join audit_body b on b.audit_id = a.id where a.act = 'view' and a.row_id = ?`, [person])
    expect(rows).toEqual([{ purpose: 'online' }])
  })

  test('who tries numbers is let try thirty an hour, and that it happened is noted', async () => {
    const site = await here.staff('website', zwalm.id)
    const known = await member()
    for (let n = 0; n < 30; n++) expect((await read(`2999900000${String(n).padStart(4, '0')}`, site)).status).toBe(404)
    const { status, headers, body } = await read(known.card, site)
    expect([status, body.code, headers['retry-after']]).toEqual([429, 'patrons.too-many-cards', '3600'])
    expect((await read(known.card)).status).toBe(200)
    const { rows } = await here.database.owner.raw(`
      select b.body ->> 'code' as code from audit a join audit_body b on b.audit_id = a.id where a.act = 'refused' and a.actor = ?`, [site.id])
    expect(rows).toEqual([{ code: 'patrons.too-many-cards' }])
    here.clock.now = here.clock.now.add({ minutes: 61 })
    expect((await read(known.card, site)).status).toBe(200)
  })
})

describe('another type within a running period', () => {
  test('costs less by what the months that are left were worth, and owes no less than before', async () => {
    const lede = await people.library('Lede')
    await people.say('patrons.fee', 1200, lede.id, { membership: '60' })
    await people.say('patrons.fee', 3000, lede.id, { membership: '62' })
    const { membership, person } = await member({ from: '2026-07-23' }, lede)
    await pay(membership)
    const { body: plan } = await lede.desk.post(`/api/memberships/${membership}/renewal-plan`, { type: '62' })
    expect(plan).toMatchObject({ tariffCents: 3000, reductionCents: 800, feeCents: 2200, from: '2026-11-23' })
    const id = randomUUID()
    await lede.desk.post(`/api/memberships/${membership}/renewal`, { id, type: '62', version: 1 })
    expect((await here.database.owner('event').where({ name: 'patrons.renewed' }).whereRaw(`detail ->> 'period' = ?`, [id]).first('detail')).detail)
      .toMatchObject({ feeCents: 3000, reductionCents: 800, type: '62' })
    const { body: page } = await lede.desk.get(`/api/patrons/${person}`)
    expect(page.memberships[0]).toMatchObject({ feeCents: 2200, status: 2, type: '62' })
    expect(page.memberships[0].periods[0]).toMatchObject({ feeCents: 3000, reductionCents: 800 })
  })

  test('lets nobody owe the months that they will not use, and never gives money back', async () => {
    const lede = await people.library('Lede')
    await people.say('patrons.fee', 1200, lede.id, { membership: '60' })
    await people.say('patrons.fee', 300, lede.id, { membership: '80' })
    const { membership } = await member({ from: '2026-07-23' }, lede)
    const { body: plan } = await lede.desk.post(`/api/memberships/${membership}/renewal-plan`, { type: '80' })
    expect(plan).toMatchObject({ tariffCents: 300, owedCents: 1200, reductionCents: 800, feeCents: 700 })
    await lede.desk.post(`/api/memberships/${membership}/renewal`, { id: randomUUID(), type: '80', version: 1 })
    expect(await here.database.owner('membership').where({ id: membership }).first('fee_cents', 'status')).toEqual({ fee_cents: 700, status: 2 })
    const paid = await member({ from: '2026-07-23' }, lede)
    await pay(paid.membership)
    expect((await lede.desk.post(`/api/memberships/${paid.membership}/renewal-plan`, { type: '80' })).body)
      .toMatchObject({ owedCents: 0, reductionCents: 300, feeCents: 0 })
  })
})
