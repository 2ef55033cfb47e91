import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { makeLink } from '#core/session.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { deliverMail, queueMail, type NewMail } from '#plugins/mail/index.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { answer, openLetterBox, type LetterBox } from './letter-box.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
let box: LetterBox
let here: Opened
let zwalm: UnitId
let markt: UnitId
let gent: UnitId
let boss: Staff

beforeAll(async () => {
  box = await openLetterBox()
  here = await openInstallation({ mailServer: box.server })
  zwalm = await here.unit('library', 'Zwalm')
  markt = await here.unit('branch', 'Zwalm Markt', zwalm)
  gent = await here.unit('library', 'Gent')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(async () => {
  await here.close()
  await box.close()
})

const work = <T>(act: (ctx: OpenContext) => Promise<T>, at = here) => inWork(at.installation, asSystem, act)
const queue = (subject: string, unit: UnitId, more: Partial<NewMail> = {}, at = here) => work(ctx => queueMail(ctx, {
  to: { name: 'Els Peeters', address: 'els@proef.be', language: 'nl' }, unit, kind: 'test.greeting',
  text: { subject, paragraphs: ['Hallo'] }, ...more,
}), at)
const subjects = async (staff: Staff, question = '') =>
  ((await staff.get(`/api/mail${question}`)).body.data as { subject: string }[]).map(({ subject }) => subject).sort()

test('a library reads its own mail, of its branches too, and nobody else’s', async () => {
  const [own, other, region] = [
    await queue('Eigen', zwalm), await queue('Gentse', gent), await queue('Regio', SYSTEM),
  ]
  await queue('Markt', markt)
  expect(await subjects(boss)).toEqual(['Eigen', 'Markt'])
  expect(await subjects(boss, `?unit=${markt}`)).toEqual(['Markt'])
  expect((await boss.get(`/api/mail?unit=${gent}`)).status).toBe(404)
  for (const id of [other, region]) {
    expect([(await boss.get(`/api/mail/${id}`)).status, (await boss.post(`/api/mail/${id}/again`)).status]).toEqual([404, 404])
  }
  const manager = await here.staff('branch-manager', markt)
  expect((await manager.get('/api/mail')).status).toBe(403)
  expect((await manager.post(`/api/mail/${own}/again`)).status).toBe(403)
  const helpdesk = await here.staff('helpdesk')
  expect(await subjects(helpdesk)).toEqual(['Eigen', 'Gentse', 'Markt', 'Regio'])
  expect(await subjects(helpdesk, `?unit=${gent}`)).toEqual(['Gentse'])
  expect((await here.app.inject('/api/mail')).statusCode).toBe(401)
})

test('is found by state and by words, page by page', async () => {
  await deliverMail(here.installation)
  box.mood.address = () => answer(550, 'No such user')
  await queue('Terug 100%', zwalm, { to: { name: 'Wie Dan', address: 'wie@elders.be', language: 'fr' } })
  await deliverMail(here.installation)
  box.mood = {}
  expect(await subjects(boss, '?state=bounced')).toEqual(['Terug 100%'])
  expect(await subjects(boss, '?state=sent')).toEqual(['Eigen', 'Markt'])
  for (const words of ['100%25', 'wie%20d', 'ELDERS']) expect(await subjects(boss, `?q=${words}`)).toEqual(['Terug 100%'])
  expect(await subjects(boss, '?q=_')).toEqual([])
  const page = (await boss.get('/api/mail?limit=1&offset=1')).body
  expect([page.total, page.data.length, page.hasServer]).toEqual([3, 1, true])
})

test('that failed is sent again as a new mail, once, to where its reader is reached today', async () => {
  const els = await here.staff('desk', zwalm)
  box.mood.address = () => answer(550, 'No such user')
  const id = await queue('Verhuisd', zwalm, {
    to: { staff: els.id, name: 'Els', address: 'oud@proef.be', language: 'nl' }, about: els.id,
  })
  await deliverMail(here.installation)
  box.mood = {}
  box.received.length = 0
  await here.database.owner('staff').where({ id: els.id }).update({ email: 'nieuw@proef.be' })
  const failed = (await boss.get(`/api/mail/${id}`)).body
  expect(failed).toMatchObject({
    state: 'bounced', failure: 'address-refused', failureSaid: '550 No such user', maySendAgain: true, againAs: null,
  })
  const [one, two] = await Promise.all([boss.post(`/api/mail/${id}/again`), boss.post(`/api/mail/${id}/again`)])
  expect([one.status, two.status, one.body.id]).toEqual([201, 201, two.body.id])
  await deliverMail(here.installation)
  expect(box.received.map(({ envelope, messageId }) => [envelope.to, messageId]))
    .toEqual([[['nieuw@proef.be'], `<${one.body.id}@proef.be>`]])
  expect((await boss.get(`/api/mail/${id}`)).body).toMatchObject({ state: 'bounced', againAs: one.body.id, maySendAgain: false })
  const again = (await boss.get(`/api/mail/${one.body.id}`)).body
  expect(again).toMatchObject({ state: 'sent', text: 'Hallo', by: expect.stringContaining('library-admin') })
  const page = await boss.get('/api/mail?state=bounced')
  expect(page.body.data.find((mail: { id: string }) => mail.id === id)).toMatchObject({ againAs: one.body.id })
})

test('that somebody reads is noted, behind the wall of its library', async () => {
  const id = await queue('Gelezen', zwalm)
  await boss.get(`/api/mail/${id}`)
  const noted = await here.database.owner('audit').where({ table_name: 'mail', row_id: id })
  expect(noted).toMatchObject([{ act: 'view', actor: boss.id, library_ids: [zwalm] }])
  await deliverMail(here.installation)
})

test('that still waits is not sent again', async () => {
  const id = await queue('Nog even', zwalm)
  const answered = await boss.post(`/api/mail/${id}/again`)
  expect([answered.status, answered.body.faults[0].code]).toEqual([422, 'mail.still-waiting'])
  await deliverMail(here.installation)
})

test('never shows the key in it to others, and is not sent again once that is gone', async () => {
  const token = await work(ctx => makeLink(ctx, 'invitation', boss.id))
  const id = await queue('Sleutel', zwalm, {
    secret: token, text: { subject: 'Sleutel', paragraphs: [{ label: 'Begin', address: 'https://x.be/#/i?token=', secret: true }] },
  })
  const shown = await boss.get(`/api/mail/${id}`)
  expect(shown.body.text).toBe('Begin:\nhttps://x.be/#/i?token=••••••••')
  expect(JSON.stringify(shown.body)).not.toContain(token)
  await deliverMail(here.installation)
  expect((await boss.get(`/api/mail/${id}`)).body).toMatchObject({ state: 'sent', linkGone: true, maySendAgain: false })
  const answered = await boss.post(`/api/mail/${id}/again`)
  expect([answered.status, answered.body.faults[0].code]).toEqual([422, 'mail.link-gone'])
})

test('is kept where there is no mail server; a demo shows the key, for there is nobody to mail it to', async () => {
  for (const kind of ['live', 'demo'] as const) {
    const still = await openInstallation({ kind, mailServer: kind === 'demo' ? box.server : null })
    const admin = await still.staff('system-admin')
    const token = await work(ctx => makeLink(ctx, 'invitation', admin.id), still)
    const id = await queue('Bewaard', SYSTEM, {
      secret: token, text: { subject: 'x', paragraphs: [{ label: 'Begin', address: 'https://x.be/#/i?token=', secret: true }] },
    }, still)
    expect(await deliverMail(still.installation)).toBe(0)
    const { body } = await admin.get(`/api/mail/${id}`)
    expect([body.state, body.text.includes(token)]).toEqual(['kept', kind === 'demo'])
    expect((await admin.get('/api/mail')).body.hasServer).toBe(false)
    expect(body.maySendAgain).toBe(false)
    await still.close()
  }
})
