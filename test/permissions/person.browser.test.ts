import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { setPassword } from '#core/session.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const PASSWORD = 'een goed wachtwoord'
let shown: Console
let zwalm: UnitId
let munkzwalm: UnitId
let first: Staff
let boss: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = shown
  zwalm = await here.unit('library', 'Bib Zwalm', SYSTEM, { code: 'I901' })
  munkzwalm = await here.unit('branch', 'Munkzwalm', zwalm, { code: '0901' })
  first = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => shown.close())

/** The name of a colleague, as everybody who may see them reads it. */
const nameOf = async ({ id }: Staff): Promise<string> => (await first.get(`/api/staff/${id}`)).body.name

/** Opens somebody's page and waits until it stands there. */
async function visitPerson(reader: Staff, person: Staff): Promise<Page> {
  const page = await shown.visit(reader, `/staff/${person.id}`)
  await page.getByRole('heading', { level: 1, name: await nameOf(person) }).waitFor()
  return page
}

test('a role is given there only and up to some days, and reads so on the page', async () => {
  const desk = await shown.here.staff('desk', munkzwalm)
  const page = await visitPerson(boss, desk)
  await page.getByRole('button', { name: 'Rol geven' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /vestigingsbeheerder/i }).check()
  await dialog.getByRole('checkbox', { name: /alleen hier/i }).check()
  const days = dialog.getByRole('textbox', { name: /dagen dicht per keer/i })
  await days.fill('veel')
  await dialog.getByText('Dit is geen aantal dagen').waitFor()
  expect(await dialog.getByRole('button', { name: 'Rol geven' }).isDisabled()).toBe(true)
  await days.fill('5')
  await dialog.getByRole('textbox', { name: /kwijt te schelden/i }).fill('12,50')
  await dialog.getByText(/wordt vestigingsbeheerder van Munkzwalm/).first().waitFor()
  await dialog.locator('[aria-busy=false]').first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Rol geven' }).click()
  await page.getByText(/Vestigingsbeheerder van Munkzwalm.*alleen daar.*12,50/).waitFor()
  const { body } = await boss.get(`/api/staff/${desk.id}`)
  expect(body.grants.find(({ role }: { role: string }) => role === 'branch-manager')).toMatchObject({
    only: true, limits: { 'branches.days-closed': 5 },
  })
  await page.context().close()
})

test('whoever leaves loses everything in one act, and all of it comes back when it is put back', async () => {
  const leaver = await shown.here.staff('branch-manager', munkzwalm)
  await leaver.change([{ kind: 'branches.close', payload: {
    units: [munkzwalm], from: '2026-12-24', to: '2026-12-24', kind: 'G', text: 'Kerstavond', also: [], leave: [],
  } }])
  const page = await visitPerson(boss, leaver)
  await page.getByRole('button', { name: 'Vertrekt nu …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Vestigingsbeheerder van Munkzwalm').waitFor()
  await dialog.getByText(/24 dec/).first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Vertrekt nu', exact: true }).click()
  await dialog.getByText('Alles is beëindigd:').waitFor()
  expect((await leaver.get('/api/session')).status).toBe(401)
  expect((await boss.get(`/api/staff/${leaver.id}`)).body).toMatchObject({ disabled: true, grants: [] })

  await dialog.getByRole('alert').getByRole('button', { name: 'Terugdraaien' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Terugdraaien' }).click()
  await page.getByText('Vestigingsbeheerder van Munkzwalm', { exact: true }).waitFor()
  expect((await boss.get(`/api/staff/${leaver.id}`)).body).toMatchObject({ disabled: false })
  await page.context().close()
})

test('a list of newcomers says everything that is wrong with it, and comes in whole with a link for each', async () => {
  const page = await shown.visit(boss, `/staff/import?unit=${zwalm}`, { width: 320 })
  const list = page.getByRole('textbox', { name: 'Of plak de lijst hier' })
  await list.fill('naam;e-mail;taal;rol;vestiging;tot\nAn Maes;an@zwalm.be;nl;baliemedewerker;Munkzwalm;\nJan;geen adres;xx;koning;Nergens;gisteren')
  await page.getByRole('button', { name: 'Nakijken' }).click()
  await page.getByText('Eén rij klopt niet.').waitFor()
  for (const words of [/geen e-mailadres/, /Kies nl, en of fr/, /Deze rol bestaat/, /Deze eenheid/]) {
    await page.getByText(words).first().waitFor()
  }
  await expectAccessible(page)
  expect(await sideways(page)).toBe(0)
  expect(await page.getByRole('button', { name: /overnemen/ }).count()).toBe(0)

  await list.fill('naam;e-mail;taal;rol;vestiging;tot\nAn Maes;an@zwalm.be;nl;baliemedewerker;Munkzwalm;31/12/2026')
  await page.getByRole('button', { name: 'Nakijken' }).click()
  await page.getByRole('button', { name: '1 medewerker overnemen' }).click()
  const address = await page.getByRole('textbox', { name: /Eenmalige link: An Maes/ }).inputValue()
  await expectAccessible(page)
  expect(address).toContain('#/invitation?token=')
  await page.getByRole('link', { name: 'Alle medewerkers' }).click()
  await page.getByRole('button', { name: 'Tijdelijk' }).click()
  await page.getByRole('link', { name: 'An Maes' }).waitFor()
  expect(new URL(page.url()).hash).toContain('state=ending')
  await page.context().close()
})

test('a role over the whole region is put to a second admin, who proves who they are and agrees', async () => {
  const second = await shown.here.staff('system-admin')
  const receiver = await shown.here.staff('helpdesk')
  const { installation, clock } = shown.here
  await inWork(installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => {
    for (const { id } of [first, second]) await setPassword(ctx, id, PASSWORD)
  })
  const page = await visitPerson(first, receiver)
  clock.now = clock.now.add({ minutes: 20 })
  await page.getByRole('button', { name: 'Rol geven' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /auditor/i }).check()
  await dialog.getByText('Hier staan twee mensen voor in', { exact: false }).waitFor()
  await dialog.locator('[aria-busy=false]').first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Voorleggen aan een tweede persoon' }).click()
  await proveYourself(page)
  await page.getByText(/Aanvraag nr\. \d+ verstuurd/).waitFor()
  await page.context().close()

  const other = await shown.visit(second, '/history?show=requested')
  await other.getByRole('link', { name: /^Aanvraag bekijken/ }).click()
  await other.getByRole('button', { name: 'Goedkeuren' }).click()
  await proveYourself(other)
  await other.getByText('Klaar: dit is uitgevoerd.').waitFor()
  await other.evaluate(`location.hash = '/staff/${receiver.id}'`)
  await other.getByText('Auditor van Proefstreek', { exact: true }).waitFor()
  await other.context().close()
})

async function proveYourself(page: Page): Promise<void> {
  const asked = page.getByRole('dialog', { name: /jij het bent|bevestig/i })
  await asked.getByRole('textbox', { name: /wachtwoord/i }).fill(PASSWORD)
  await asked.getByRole('button', { name: 'Bevestigen' }).click()
}
