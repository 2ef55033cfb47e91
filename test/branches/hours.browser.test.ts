import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { hoursFact } from '#plugins/branches/contract/hours.ts'
import { expectAccessible, openConsole, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const week = { tu: [{ from: '10:00', to: '18:00' }], we: [{ from: '10:00', to: '18:00' }] }
let console_: Console
let library: UnitId
let manager: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  library = await console_.here.unit('library', 'Bib Zwalm')
  manager = await console_.here.staff('library-admin', library)
})
afterAll(() => console_.close())

/** A branch with a usual week, open on Tuesday and Wednesday. */
async function branchWithWeek(name: string) {
  const branch = await console_.here.unit('branch', name, library)
  await console_.here.apply({ kind: 'branches.set-hours', payload: {
    unit: branch, key: 'staffed/regular', from: '2026-01-01', to: null,
    plan: { kind: 'staffed', layer: 'regular', week },
  } })
  return branch
}

const tuesdayOf = (unit: UnitId, day: string) =>
  console_.here.installation.snapshot.current.at(hoursFact, unit, 'staffed/regular', day)?.body.week.tu?.[0]?.to

/** The form of the usual week, opened. */
async function edit(unit: UnitId): Promise<Page> {
  const page = await console_.visit(manager, `/hours?unit=${unit}`)
  await page.getByRole('button', { name: /: Wijzigen$/ }).click()
  await page.getByRole('heading', { name: 'Uren wijzigen' }).waitFor()
  return page
}

const until = (page: Page, day = 'dinsdag') => page.getByRole('textbox', { name: `${day}, tot` }).first()
const see = (page: Page) => page.getByRole('button', { name: 'Bekijken en opslaan' }).click()
const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).click()

describe('the week of a branch', () => {
  test('is changed with the keyboard alone', async () => {
    const branch = await branchWithWeek('Bib Munkzwalm')
    const page = await console_.visit(manager, `/hours?unit=${branch}`)
    await page.getByRole('button', { name: /: Wijzigen$/ }).waitFor()
    await tabTo(page, /: Wijzigen$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Uren wijzigen' }).waitFor()
    await tabTo(page, 'dinsdag, tot')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('19u30')
    await tabTo(page, 'Bekijken en opslaan')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText(/krijgt andere gewone uren/).first().waitFor()
    await expectAccessible(page)
    await tabTo(page, 'Opslaan')
    await page.keyboard.press('Enter')
    await page.getByText(/^Opgeslagen/).first().waitFor()
    expect(tuesdayOf(branch, '2026-12-01')).toBe('19:30')
    expect(tuesdayOf(branch, '2026-11-24')).toBe('18:00')
    await page.context().close()
  })

  test('names 25:00 and hours that overlap at their fields, and keeps what was typed', async () => {
    const page = await edit(await branchWithWeek('Bib Nederzwalm'))
    await until(page).fill('25:00')
    await until(page).blur()
    await page.getByText('Dinsdag: "25:00" is geen tijd.').first().waitFor()
    expect(await until(page).inputValue()).toBe('25:00')
    expect(await until(page).getAttribute('aria-invalid')).toBe('true')
    await until(page).fill('18')
    await page.getByText('Dinsdag: "25:00" is geen tijd.').first().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'woensdag: Uren toevoegen' }).click()
    await page.getByRole('textbox', { name: 'woensdag, van' }).nth(1).fill('17')
    await page.getByRole('textbox', { name: 'woensdag, tot' }).nth(1).fill('20')
    await page.getByRole('textbox', { name: 'woensdag, tot' }).nth(1).blur()
    await page.getByText(/Woensdag: 10\.00–18\.00.* en 17\.00–20\.00.* overlappen/).first().waitFor()
    await see(page)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await expectAccessible(page)
    await page.context().close()
  })

  test('keeps what was typed over a reload and a lost line', async () => {
    const branch = await branchWithWeek('Bib Roborst')
    const page = await edit(branch)
    await until(page).fill('20')
    await until(page).blur()
    await page.reload()
    await page.getByText('Dit typte je eerder, het is nog niet opgeslagen.').waitFor()
    expect(await until(page).inputValue()).toBe('20:00')
    await page.context().setOffline(true)
    await see(page)
    await page.getByText(/Geen verbinding/).first().waitFor()
    expect(await page.locator('[aria-label="dinsdag, tot"]').first().inputValue()).toBe('20:00')
    await page.context().setOffline(false)
    await page.getByRole('dialog').getByText(/krijgt andere gewone uren/).first().waitFor({ timeout: 30_000 })
    await save(page)
    await page.getByText(/^Opgeslagen/).first().waitFor()
    expect(tuesdayOf(branch, '2026-12-01')).toBe('20:00')
    await page.context().close()
  })

  test('a save that is under way when the line is lost happens once', async () => {
    const branch = await branchWithWeek('Bib Hundelgem')
    const page = await edit(branch)
    await until(page).fill('21')
    await see(page)
    await page.getByRole('dialog').getByText(/krijgt andere gewone uren/).first().waitFor()
    await page.context().setOffline(true)
    await save(page)
    await page.getByText(/We blijven proberen/).first().waitFor()
    await page.context().setOffline(false)
    await page.getByText(/^Opgeslagen/).first().waitFor({ timeout: 30_000 })
    expect(tuesdayOf(branch, '2026-12-01')).toBe('21:00')
    const { body } = await manager.get(`/api/changes?unit=${branch}`)
    const own = (body.data as { by: { id: string | null } }[]).filter(({ by }) => by.id === manager.id)
    expect(own).toHaveLength(1)
    await page.context().close()
  })

  test('shows both versions when a colleague was first, and lets one choose', async () => {
    const branch = await branchWithWeek('Bib Meilegem')
    const page = await edit(branch)
    await until(page).fill('19')
    const colleague = await console_.here.staff('library-admin', library)
    const theirs = { ...week, tu: [{ from: '10:00', to: '16:00' }] }
    const answer = await colleague.change([{ kind: 'branches.set-hours', payload: {
      unit: branch, key: 'staffed/regular', from: '2026-11-30', to: null,
      plan: { kind: 'staffed', layer: 'regular', week: theirs },
    } }])
    expect(answer.status).toBe(201)
    await see(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).waitFor()
    await save(page)
    const conflict = page.getByRole('dialog', { name: 'Iemand anders heeft dit intussen gewijzigd' })
    await conflict.getByText(/10\.00–19\.00/).first().waitFor()
    await conflict.getByText(/10\.00–16\.00/).first().waitFor()
    await conflict.getByText(/De versie van library-admin/).waitFor()
    await expectAccessible(page)
    await conflict.getByRole('button', { name: 'Mijn versie opslaan' }).click()
    await expect.poll(() => tuesdayOf(branch, '2026-12-01'), { timeout: 10_000 }).toBe('19:00')
    await page.context().close()
  })

  test('a library is told that hours belong to its branches', async () => {
    const page = await console_.visit(manager, `/hours?unit=${library}`)
    await page.getByText(/Openingsuren horen bij de vestigingen/).waitFor()
    expect(await page.getByText('Geen uren', { exact: true }).count()).toBe(0)
    await page.context().close()
  })
})
