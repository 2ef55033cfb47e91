import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let branch: string
let manager: Staff
let helpdesk: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  const library = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Bib Munkzwalm', library)
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => console_.close())

const ask = async (key: string) => {
  const id = randomUUID()
  const { status } = await manager.post('/api/changes', {
    id, asRequest: true, reason: 'Elk jaar',
    items: [{ kind: 'branches.set-rule', payload: {
      unit: branch, key, from: null, to: null, rule: { on: { date: '07-11' }, kind: 'G', text: 'Feest' } } }],
  })
  expect(status).toBe(201)
  return id
}

test('the helpdesk opens a request, asks, gets its answer and approves; the library reads each step', async () => {
  const id = await ask('feest')
  const page = await console_.visit(helpdesk, '/inbox')
  await page.getByRole('link', { name: /Munkzwalm/ }).click()
  await page.getByRole('heading', { level: 1, name: /Munkzwalm/ }).waitFor()
  await page.getByRole('button', { name: 'Goedkeuren' }).waitFor()
  expect(await page.getByRole('navigation').locator('[aria-current=page]').allInnerTexts()).toEqual(['Postvak aanvragen'])
  await expectAccessible(page)
  // On paper stands what is read and not what is clicked, in ink, whatever the screen looks like.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect.poll(() => page.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(0, 0, 0)')
  expect(await page.getByRole('banner').or(page.getByRole('button')).or(page.getByRole('textbox')).filter({ visible: true }).count()).toBe(0)
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  await page.keyboard.press('t')
  await page.getByText('in behandeling', { exact: true }).first().waitFor()
  await page.getByLabel('Jouw bericht').fill('Ook in Nederzwalm?')
  await page.getByRole('button', { name: 'Als vraag stellen' }).click()
  await page.getByText('De servicedesk stelde een vraag.').waitFor()

  const theirs = await console_.visit(manager, `/requests/${id}`)
  await theirs.getByText('Ook in Nederzwalm?').waitFor()
  await theirs.getByLabel('Jouw antwoord').fill('Nee, alleen hier.')
  await theirs.getByRole('button', { name: 'Antwoorden' }).click()
  await theirs.getByText('Antwoord verstuurd').waitFor()
  expect(await theirs.getByRole('button', { name: 'Goedkeuren' }).count()).toBe(0)
  await expectAccessible(theirs)

  await page.reload()
  await page.getByText('Nee, alleen hier.').waitFor()
  await page.getByLabel('Antwoord aan de bibliotheek').fill('Prima')
  await page.getByRole('button', { name: 'Goedkeuren' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Klaar: dit is uitgevoerd.').waitFor()
  // The button is gone; the keys go on from the top of the page, and back to the inbox.
  await page.locator('h1:focus').waitFor()
  await page.keyboard.press('i')
  await page.waitForURL(/#\/inbox/)
  await page.getByRole('heading', { level: 1, name: 'Aanvragen aan de servicedesk' }).waitFor()
  expect((await manager.get(`/api/requests/${id}`)).body.state).toBe('applied')
  // From the request one goes to the change that came of it, and to what undid that.
  const undoing = randomUUID()
  expect((await helpdesk.post(`/api/changes/${id}/put-back`, { id: undoing, mode: 'from-today', reason: 'Verkeerde dag' })).status).toBe(201)
  await page.goto(`${console_.address}/#/inbox/${id}`)
  await page.reload()
  const came = page.getByRole('link', { name: 'Bekijk de wijziging in de geschiedenis' })
  await came.waitFor()
  expect(await came.getAttribute('href')).toContain(`/history?set=${id}`)
  expect(await page.getByRole('link', { name: 'Bekijk wat dit terugdraaide' }).getAttribute('href')).toContain(`/history?set=${undoing}`)
  await page.context().close()
  await theirs.context().close()
})

test('alike requests are picked and approved together', async () => {
  const ids = [await ask('een'), await ask('twee')]
  const page = await console_.visit(helpdesk, '/inbox')
  await page.getByRole('checkbox', { name: /Kies nr/ }).nth(1).waitFor()
  for (const box of await page.getByRole('checkbox', { name: /Kies nr/ }).all()) await box.check()
  await page.getByRole('button', { name: 'Samen goedkeuren (2) …' }).click()
  const dialog = page.getByRole('dialog', { name: '2 aanvragen samen goedkeuren' })
  await dialog.getByRole('button', { name: 'Goedkeuren' }).click()
  await page.getByText('2 aanvragen goedgekeurd').waitFor()
  const states = await Promise.all(ids.map(async id => (await manager.get(`/api/requests/${id}`)).body.state))
  expect(states).toEqual(['applied', 'applied'])
  await page.context().close()
})
