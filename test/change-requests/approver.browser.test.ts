import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let library: string
let admin: Staff
let helpdesk: Staff
let boss: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  library = await here.unit('library', 'Bib Zwalm')
  admin = await here.staff('library-admin', library)
  helpdesk = await here.staff('helpdesk')
  boss = await here.staff('system-admin')
})
afterAll(() => console_.close())

const nameOf = async ({ id }: Staff): Promise<string> => (await console_.here.database.owner('staff').where({ id }).first('name')).name

/** Somebody who signs in already is to be branch manager too: that takes whoever gives roles. */
async function askRole(): Promise<string> {
  const els = await console_.here.staff('desk', library)
  const { email } = await console_.here.database.owner('staff').where({ id: els.id }).first('email')
  const id = randomUUID()
  const { status } = await admin.post('/api/requests', { id, form: 'permissions.access', unit: library, from: '2027-01-04', filled: {
    person: 'Els', address: email, roles: ['branch-manager'], services: [], approver: 'Karin De Smet, bibliothecaris',
  } })
  expect(status).toBe(201)
  return id
}

test('who may approve a request for a role is known to whoever handles it, and to nobody else', async () => {
  const id = await askRole()
  const { body } = await helpdesk.get(`/api/requests/${id}/approvers`)
  expect(body).toEqual({
    approve: [{ id: boss.id, name: await nameOf(boss) }], themselves: [{ id: admin.id, name: await nameOf(admin) }],
  })
  expect((await admin.get(`/api/requests/${id}/approvers`)).status).toBe(403)
  expect((await helpdesk.get(`/api/requests/${randomUUID()}/approvers`)).status).toBe(404)
})

test('the helpdesk reads in plain words who can approve what it cannot, and gives it to them', async () => {
  const [id, name] = [await askRole(), await nameOf(boss)]
  const page = await console_.visit(helpdesk, `/requests/${id}`)
  const alert = page.getByRole('alert').filter({ hasText: 'Jij kan dit niet goedkeuren' })
  await alert.getByText('medewerkers uitnodigen en hun rollen geven of afnemen bij Bib Zwalm').waitFor()
  await alert.getByText(`Zonder aanvraag kan dit ook zelf gedaan worden door: ${await nameOf(admin)}.`).waitFor()
  expect(await page.getByRole('button', { name: 'Goedkeuren' }).isDisabled()).toBe(true)
  await expectAccessible(page)
  await alert.getByRole('button', { name: `Toewijzen aan ${name}` }).click()
  await alert.getByText(`${name} heeft het al.`).waitFor()

  const theirs = await console_.visit(boss, '/inbox?assignee=me')
  await theirs.getByRole('link', { name: /Toegang voor een medewerker/ }).click()
  await theirs.getByRole('button', { name: 'Goedkeuren' }).click()
  await theirs.getByText('Klaar: dit is uitgevoerd.').waitFor()

  const asked = await console_.visit(admin, `/requests/${await askRole()}`)
  await asked.getByText(/wordt vestigingsbeheerder|vestigingsbeheerder/).first().waitFor()
  expect(await asked.getByText('Stuur het als aanvraag').count()).toBe(0)
  for (const window of [page, theirs, asked]) await window.context().close()
})

test('a request is moved to another team, and that team finds it', async () => {
  const id = randomUUID()
  expect((await boss.change([{ kind: 'change-requests.set-team', payload: {
    code: 'rechten', team: { name: { nl: 'Rechten', en: 'Permissions', fr: 'Droits' }, forms: [] } } }])).status).toBe(201)
  await admin.post('/api/requests', { id, form: 'change-requests.question', unit: library, filled: { text: 'Wie mag wat?' } })
  const page = await console_.visit(helpdesk, `/requests/${id}`)
  await page.getByRole('combobox', { name: 'Team' }).click()
  await page.getByRole('option', { name: 'Rechten' }).click()
  await expect.poll(async () => (await helpdesk.get(`/api/requests/${id}`)).body.team).toBe('rechten')
  await page.goto(`${console_.address}/#/inbox?team=rechten`)
  await page.getByText('1 aanvraag', { exact: true }).waitFor()
  await page.getByRole('link', { name: /Een vraag aan de servicedesk/ }).waitFor()
  await expectAccessible(page)
  await page.context().close()
})
