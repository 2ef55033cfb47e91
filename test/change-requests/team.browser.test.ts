import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let branch: string
let manager: Staff
let helpdesk: Staff
let boss: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  branch = await here.unit('branch', 'Munkzwalm', await here.unit('library', 'Bib Zwalm'))
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
  boss = await here.staff('system-admin')
})
afterAll(() => console_.close())

const nameOf = async ({ id }: Staff): Promise<string> => (await console_.here.database.owner('staff').where({ id }).first('name')).name

test('whoever sets up makes a team with its members; they find its queue, and are offered first what lies with it', async () => {
  const [mine, theirs] = [await nameOf(helpdesk), await nameOf(boss)]
  const page = await console_.visit(boss, '/inbox/setup')
  await page.getByRole('button', { name: 'Nieuw team' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nieuw team' })
  for (const [language, name] of [['Nederlands', 'Vragen'], ['English', 'Questions'], ['Français', 'Questions']] as const)
    await dialog.getByRole('textbox', { name: new RegExp(language) }).fill(name)
  await dialog.getByRole('combobox', { name: 'Leden' }).click()
  await page.getByRole('option', { name: mine }).click()
  await dialog.getByRole('combobox', { name: 'Formulieren' }).click()
  await page.getByRole('option', { name: 'Een vraag aan de servicedesk' }).click()
  await dialog.getByRole('listitem').filter({ hasText: 'Team “Vragen”: 1 lid, 1 soort aanvragen' }).waitFor()
  await expect.poll(() => dialog.locator('[aria-busy=true]').count()).toBe(0)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await page.getByRole('row', { name: /Vragen/ }).getByText(`${mine} · 1 formulier`).waitFor()
  await expectAccessible(page)

  const id = randomUUID()
  await manager.post('/api/requests', { id, form: 'change-requests.question', unit: branch, filled: { text: 'Wie mag wat?' } })
  const queue = await console_.visit(helpdesk, '/inbox')
  await queue.getByRole('combobox', { name: 'Team' }).click()
  await queue.getByRole('option', { name: 'Mijn team(s) (1)' }).click()
  await queue.getByText('1 aanvraag', { exact: true }).waitFor()
  await queue.getByRole('link', { name: /Een vraag aan de servicedesk/ }).click()
  await queue.getByRole('heading', { level: 1, name: /Een vraag/ }).waitFor()
  await queue.getByRole('combobox', { name: 'Behandelaar' }).click()
  await queue.getByRole('option', { name: mine }).waitFor()
  expect(await queue.getByRole('listbox').locator('li').allInnerTexts()).toEqual(['niemand', 'Vragen', mine, 'Andere collega’s', theirs])
  await queue.keyboard.press('Escape')
  await queue.getByRole('listbox').waitFor({ state: 'detached' })
  await expectAccessible(queue)
  await queue.setViewportSize({ width: 400, height: 900 })
  expect(await sideways(queue)).toBe(0)
  for (const window of [page, queue]) await window.context().close()
})

test('Escape in a dialog asks before it drops what was filled in; of nothing it asks nothing', async () => {
  const page = await console_.visit(boss, '/inbox/setup')
  const add = page.getByRole('button', { name: 'Nieuw team' })
  const dialog = page.getByRole('dialog', { name: 'Nieuw team' })
  const question = page.getByRole('dialog', { name: 'Laten vallen wat je invulde?' })
  await add.click()
  const name = dialog.getByRole('textbox', { name: /Nederlands/ })
  await name.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await add.click()
  await name.fill('Balie')
  await page.keyboard.press('Escape')
  await question.waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  expect(await name.inputValue()).toBe('Balie')
  await name.focus()
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Laten vallen' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()
})
