import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let boss: Staff
let zwalm: UnitId
let zoersel: UnitId

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel')
  await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

const send = (csv: string, more: object = {}) => boss.post('/api/staff/import', { id: randomUUID(), csv, preview: false, ...more })
const codes = (rows: { faults: { code: string }[] }[]) => rows.map(({ faults }) => faults.map(({ code }) => code))

const LIST = [
  'Naam;E-mail;Taal;Rol;Vestiging;Tot', 'De Wit, Els;els@zwalm.be;nl;baliemedewerker;Munkzwalm;31/12/2026',
  'Jan;JAN@zwalm.be;fr;branch-manager;Zwalm;',
].join('\r\n')

test('a list becomes people, roles and links, in one set that is put back as one', async () => {
  const id = randomUUID()
  const { body: seen } = await boss.post('/api/staff/import', { id, csv: `\uFEFF${LIST}`, preview: true })
  expect(seen).toMatchObject({
    set: null, links: [], rows: [
      { line: 2, what: 'new', name: 'De Wit, Els', sentence: 'baliemedewerker van Munkzwalm tot en met 31 december 2026' },
      { line: 3, what: 'new', email: 'jan@zwalm.be', sentence: 'vestigingsbeheerder van Zwalm' },
    ],
  })
  expect((await boss.get('/api/staff')).body.total).toBe(1)
  const { body } = await boss.post('/api/staff/import', { id, csv: LIST, preview: false })
  expect([body.set.state, body.set.sentences.length, body.links.length]).toEqual(['applied', 4, 2])
  const password = 'een goed wachtwoord'
  const { token } = body.links[1]
  expect((await here.app.inject({ method: 'POST', url: '/api/invitation', payload: { token, password } })).statusCode).toBe(200)
  const again = await boss.post('/api/staff/import', { id, csv: LIST, preview: false })
  expect([again.body.set.id, again.body.links, (await boss.get('/api/staff')).body.total]).toEqual([id, [], 3])
  expect((await boss.post(`/api/changes/${id}/put-back`, { id: randomUUID(), mode: 'from-today' })).status).toBe(201)
  expect((await boss.get('/api/staff?state=open')).body.total).toBe(1)
})

test('every fault of every line is named at once, and then nothing happens', async () => {
  const outside = await here.staff('desk', zoersel)
  const { body: { email } } = await outside.get('/api/session').then(({ body }) => ({ body: body.staff }))
  const { status, body } = await send([
    'naam,e-mail,taal,rol,vestiging,tot',
    ',geen adres,de,keizer,Nergens,gisteren',
    'An,an@zwalm.be,,finance-director,Zwalm,',
    'Bo,an@zwalm.be,,desk,Zoersel,2026-01-01',
    `Cas,${email},,desk,Zwalm,`,
    'Dora,dora@zwalm.be,,desk,Zwalm,',
  ].join('\n'))
  expect([status, body.set, codes(body.rows)]).toEqual([200, null, [
    ['permissions.no-name', 'permissions.no-email', 'permissions.no-language', 'permissions.no-day', 'permissions.no-unit',
      'permissions.no-role'],
    ['permissions.not-yours-to-give'],
    ['permissions.email-twice', 'permissions.no-day', 'permissions.no-unit'],
    // Known elsewhere: nothing is told of it (test/permissions/address.api.test.ts).
    [],
    [],
  ]])
  expect((await boss.get('/api/staff?q=dora')).body.total).toBe(0)
})

test('whoever is known keeps their account and gets the role', async () => {
  const els = await here.staff('desk', zwalm)
  const { email } = (await els.get('/api/session')).body.staff
  const { body } = await send(`name,e-mail,role,unit\nEls,${email},branch-manager,Munkzwalm`)
  expect([body.rows[0].what, body.links, body.set.sentences]).toEqual([
    'known', [], [expect.stringMatching(/^desk \d+ wordt vestigingsbeheerder van Munkzwalm vanaf 23 november 2026$/)],
  ])
})

test('what is no list of staff says what it lacks', async () => {
  const faults = async (csv: string) => (await send(csv)).body.faults.map(({ message }: { message: string }) => message)
  expect(await faults('naam;rol\nEls;desk')).toEqual(['De kolom “e-mail” ontbreekt.', 'De kolom “vestiging” ontbreekt.'])
  expect(await faults('naam;e-mail;rol;vestiging')).toEqual(['In dit bestand staat niemand.'])
  expect(await faults('naam;e-mail;rol;vestiging\n"Els;x')).toEqual(['Dit is geen leesbaar CSV-bestand.'])
  const many = `naam;e-mail;rol;vestiging\n${'a;b;c;d\n'.repeat(600)}`
  expect(await faults(many)).toEqual(['Hoogstens 500 medewerkers per keer.'])
})
