import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let branch: string
let manager: Staff
let helpdesk: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
})
beforeEach(async () => {
  const { here } = console_
  here.clock.now = Temporal.Instant.from('2026-11-23T09:00:00Z')
  branch = await here.unit('branch', 'Bib Munkzwalm', await here.unit('library', 'Bib Zwalm'))
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => console_.close())

const weekday = async (from: string) => {
  const id = randomUUID()
  const { status } = await manager.post('/api/requests', { id, form: 'branches.weekday', unit: branch, from, filled: {
    weekday: 'we', opens: true, hours: [{ from: '13:00', to: '18:00' }],
  } })
  expect(status).toBe(201)
  return id
}

test('asked from a day that went by: the helpdesk picks the day, and reads what then begins', async () => {
  const id = await weekday('2026-11-25')
  console_.here.clock.now = Temporal.Instant.from('2026-11-27T09:00:00Z')
  helpdesk = await console_.here.staff('helpdesk')
  const page = await console_.visit(helpdesk, `/requests/${id}`)
  await page.getByText('Dit werd gevraagd vanaf wo 25 nov. 2026.', { exact: false }).waitFor()
  await page.getByText(/vanaf vrijdag 27 november 2026/).waitFor()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Gaat in op' }).fill('1/12/2026')
  await page.getByRole('textbox', { name: 'Gaat in op' }).press('Tab')
  await page.getByText(/vanaf dinsdag 1 december 2026/).waitFor()
  await page.getByRole('button', { name: 'Goedkeuren' }).click()
  await page.getByText('Klaar: dit is uitgevoerd.').waitFor()
  await page.getByText('Gaat in op: 25 november 2026 → 1 december 2026').waitFor()
  expect((await helpdesk.get(`/api/requests/${id}`)).body.change.sentences.join()).toContain('1 december 2026')
  await page.context().close()
})

test('the helpdesk mends the answers before it approves, and its asker reads what became what', async () => {
  const id = await weekday('2026-11-30')
  const page = await console_.visit(helpdesk, `/requests/${id}`)
  await page.getByRole('button', { name: 'Aanpassen' }).click()
  const form = page.getByRole('form', { name: 'Aanvraag aanpassen' })
  await form.getByRole('textbox', { name: 'Van, uren 1' }).fill('14:00')
  await form.getByLabel('Waarom pas je dit aan?').fill('Om 13 uur is er nog niemand.')
  await form.getByText(/14:00/).first().waitFor()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Aanpassing bewaren' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('Openingsuren op die dag: 13:00–18:00 → 14:00–18:00').waitFor()

  const theirs = await console_.visit(manager, `/requests/${id}`, { language: 'fr' })
  await theirs.getByText('13:00–18:00 → 14:00–18:00', { exact: false }).waitFor()
  await theirs.getByText('Om 13 uur is er nog niemand.').waitFor()
  expect(await theirs.getByRole('button', { name: 'Adapter' }).count()).toBe(0)
  await theirs.context().close()

  await page.getByRole('button', { name: 'Goedkeuren' }).click()
  await page.getByText('Klaar: dit is uitgevoerd.').waitFor()
  await page.context().close()
})

test('of what a screen left behind, the value itself is mended; how it came about stands beside it', async () => {
  await console_.here.apply({ kind: 'parameters.set', payload: { unit: branch, parameter: 'branches.feed-days', from: '2026-10-01', to: null, value: 20 } })
  const { body: { id } } = await manager.change([{ kind: 'parameters.set', payload: {
    unit: branch, parameter: 'branches.feed-days', from: '2026-11-23', to: null, value: 30,
  } }], { asRequest: true })
  const page = await console_.visit(helpdesk, `/requests/${id}`)
  await page.getByText(/wordt 20 dagen vanaf 1 oktober 2026/).waitFor()
  await page.getByRole('button', { name: 'Aanpassen' }).click()
  const form = page.getByRole('form', { name: 'Aanvraag aanpassen' })
  await form.getByRole('textbox', { name: 'Sluitingen vooruit op de website' }).fill('45')
  await form.getByText(/45 dagen/).first().waitFor()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Aanpassing bewaren' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText(/30 dagen.* → .*45 dagen/).first().waitFor()
  expect((await helpdesk.get(`/api/requests/${id}`)).body.items).toMatchObject([{ payload: { value: 45 } }])
  await page.context().close()
})
