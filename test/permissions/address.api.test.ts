import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { PASSWORD, personOf } from '../sign-in/person.ts'

let here: Opened
let admin: Staff
let boss: Staff
let zwalm: UnitId
let zoersel: UnitId

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  zoersel = await here.unit('library', 'Zoersel')
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

let people = 0
const guest = (email: string) => ({ id: randomUUID(), name: `Gast ${++people}`, email, language: 'nl', role: 'desk', unit: zwalm })
const post = (url: string, payload: object) => here.app.inject({ method: 'POST', url, payload })
const signIn = async (email: string) => (await post('/api/session', { email, password: PASSWORD })).statusCode
/** What differs by chance between two people, or from moment to moment. */
const alike = (body: object) => JSON.parse(JSON.stringify(body, (name, value: unknown) =>
  ['id', 'name', 'email', 'initials', 'token', 'createdAt', 'at', 'to', 'address', 'request', 'version', 'lastSeen',
    'text', 'html', 'tryAt', 'madeAt', 'staff', 'sentence', 'words', 'row', 'set', 'changeSet'].includes(name) && typeof value === 'string' ? name : value))

test('an address that is known elsewhere is answered, listed and mailed as any other, and still signs in its owner', async () => {
  const owner = await personOf(here, 'desk', zoersel)
  const [free, known] = [guest('vrij@zwalm.be'), guest(owner.email)]
  const [first, second] = [await boss.post('/api/staff', free), await boss.post('/api/staff', known)]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(alike(second.body)).toEqual(alike(first.body))
  expect(second.body.staff.email).toBe(owner.email)
  expect(second.body.token).toHaveLength(first.body.token.length)
  for (const more of ['', '/leaving']) {
    const told = await Promise.all([free, known].map(async ({ id }) => alike((await boss.get(`/api/staff/${id}${more}`)).body)))
    expect(told[1], more).toEqual(told[0])
  }
  for (const { id, email } of [free, known])
    expect((await boss.get(`/api/staff?q=${encodeURIComponent(email)}`)).body.data.map((row: { id: string }) => row.id)).toContain(id)
  const mails = (await boss.get('/api/mail')).body.data
  const mailTo = ({ email }: { email: string }) => alike(mails.find((row: object) => JSON.stringify(row).includes(email)))
  expect(mailTo(known)).toEqual(mailTo(free))
  expect((await boss.get('/api/audit?limit=200')).body.data.some((row: object) => JSON.stringify(row).includes('doubled'))).toBe(false)

  expect((await post('/api/invitation', { token: second.body.token, password: 'een goed wachtwoord' })).statusCode).toBe(410)
  expect(await signIn(owner.email)).toBe(200)
  expect((await owner.get('/api/session')).body.staff).toMatchObject({ id: owner.id })
  expect((await boss.post('/api/staff', guest(owner.email))).status).toBe(409)
  expect((await boss.post('/api/staff', guest(free.email))).status).toBe(409)
})

test('a correction to such an address is answered as any other, and takes nothing from its owner', async () => {
  const owner = await personOf(here, 'desk', zoersel)
  const [els, jan] = [await personOf(here, 'desk', zwalm), await personOf(here, 'desk', zwalm)]
  const free = await boss.send('PATCH', `/api/staff/${els.id}`, { email: 'nieuw@zwalm.be' })
  const known = await boss.send('PATCH', `/api/staff/${jan.id}`, { email: owner.email })
  expect([known.status, alike(known.body)]).toEqual([free.status, alike(free.body)])
  expect((await here.database.owner('staff').where({ email: owner.email, doubled: false }).pluck('id'))).toEqual([owner.id])
  expect(await signIn(owner.email)).toBe(200)
  expect((await boss.send('PATCH', `/api/staff/${els.id}`, { email: owner.email })).status).toBe(409)
  expect((await boss.send('PATCH', `/api/staff/${jan.id}`, { email: jan.email })).status).toBe(200)
  expect(await signIn(jan.email)).toBe(200)
})

test('once the address is free, a fresh link makes it theirs', async () => {
  const owner = await personOf(here, 'desk', zoersel)
  const els = guest(owner.email)
  await boss.post('/api/staff', els)
  expect((await admin.send('PATCH', `/api/staff/${owner.id}`, { email: 'eigen@zoersel.be' })).status).toBe(200)
  const { token } = (await boss.post(`/api/staff/${els.id}/invitation`)).body
  expect((await post('/api/invitation', { token, password: PASSWORD })).statusCode).toBe(200)
  expect([await signIn(els.email), await signIn('eigen@zoersel.be')]).toEqual([200, 200])
})

test('whoever sees both is told that the address is taken', async () => {
  const owner = await personOf(here, 'desk', zoersel)
  const refused = await admin.post('/api/staff', guest(owner.email))
  expect([refused.status, refused.body.faults[0].code]).toEqual([409, 'permissions.email-taken'])
})
