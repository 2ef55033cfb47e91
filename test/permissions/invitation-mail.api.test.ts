import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { deliverMail } from '#plugins/mail/index.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { openLetterBox, type LetterBox } from '../mail/letter-box.ts'

let box: LetterBox
let here: Opened
let zwalm: UnitId
let boss: Staff

beforeAll(async () => {
  box = await openLetterBox()
  here = await openInstallation({ mailServer: box.server })
  zwalm = await here.unit('library', 'Zwalm')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(async () => {
  await here.close()
  await box.close()
})

const post = (url: string, payload: object) => here.app.inject({ method: 'POST', url, payload })
const mails = async () => {
  box.received.length = 0
  await deliverMail(here.installation)
  return box.received
}
const linkIn = (text = '') => /https:\/\/filiaal\.proef\.be\/#\/invitation\?token=([\w-]+)/.exec(text)?.[1]
const language = { nl: 'Je uitnodiging voor Filiaal', en: 'Your invitation to Filiaal', fr: 'Votre invitation à Filiaal' }

test.each(Object.entries(language))('an invitation is mailed in the guest’s own language: %s', async (spoken, subject) => {
  const els = { id: randomUUID(), name: 'Els De Wit', email: `els.${spoken}@zwalm.be`, language: spoken, role: 'desk', unit: zwalm }
  const { status, body } = await boss.post('/api/staff', els)
  expect([status, body.mailed]).toEqual([201, true])
  const [mail] = await mails()
  expect(mail).toMatchObject({ subject, to: [{ name: 'Els De Wit', address: els.email }] })
  expect(mail?.text).toContain('library-admin')
  expect(linkIn(mail?.text)).toBe(body.token)
  const entered = await post('/api/invitation', { token: linkIn(mail?.text), password: 'een goed wachtwoord' })
  expect(entered.statusCode).toBe(200)
})

test('a new link for somebody who lost their password is mailed too, and the older mail’s link is worth nothing', async () => {
  const els = { id: randomUUID(), name: 'An Claes', email: 'an@zwalm.be', language: 'nl', role: 'desk', unit: zwalm }
  const { body } = await boss.post('/api/staff', els)
  await post('/api/invitation', { token: body.token, password: 'een goed wachtwoord' })
  await boss.post(`/api/staff/${els.id}/invitation`)
  const [first] = await mails().then(all => all.filter(({ subject }) => subject === 'Een nieuw wachtwoord voor Filiaal'))
  await boss.post(`/api/staff/${els.id}/invitation`)
  const [second] = await mails()
  const use = (text?: string) => post('/api/invitation', { token: linkIn(text), password: 'een ander wachtwoord' })
  expect([(await use(first?.text)).statusCode, (await use(second?.text)).statusCode]).toEqual([410, 200])
})

test('a name that would forge a header invites nobody', async () => {
  const { status, body } = await boss.post('/api/staff', {
    id: randomUUID(), name: 'Els\r\nBcc: all@proef.be', email: 'forge@zwalm.be', language: 'nl', role: 'desk', unit: zwalm,
  })
  expect([status, body.faults.map((fault: { pointer: string }) => fault.pointer)]).toEqual([422, ['/name']])
  expect((await boss.get('/api/staff?q=forge')).body.total).toBe(0)
  expect(await mails()).toEqual([])
})

test('without a mail server the inviter is told that only the link on the screen is there', async () => {
  const still = await openInstallation()
  const admin = await still.staff('system-admin')
  const library = await still.unit('library', 'Gent')
  const { body } = await admin.post('/api/staff', {
    id: randomUUID(), name: 'Els', email: 'els@gent.be', language: 'nl', role: 'desk', unit: library,
  })
  expect(body.mailed).toBe(false)
  expect((await admin.get('/api/mail')).body.data).toMatchObject([{ state: 'kept', kind: 'permissions.invitation' }])
  await still.close()
})
