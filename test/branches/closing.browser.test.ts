import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { exceptionFact } from '#plugins/branches/contract/calendar.ts'
import { closureFact } from '#plugins/branches/contract/closure.ts'
import { expectAccessible, openConsole, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const week = { tu: [{ from: '10:00', to: '18:00' }], we: [{ from: '10:00', to: '18:00' }], sa: [{ from: '09:00', to: '12:00' }] }
let console_: Console
let library: UnitId
let branches: UnitId[]
let manager: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  library = await here.unit('library', 'Bib Zwalm')
  branches = []
  for (const name of ['Munkzwalm', 'Nederzwalm', 'Sint-Denijs-Boekel']) {
    const branch = await here.unit('branch', `Bib ${name}`, library)
    branches.push(branch)
    await here.apply({ kind: 'branches.set-hours', payload: {
      unit: branch, key: 'staffed/regular', from: '2026-01-01', to: null, plan: { kind: 'staffed', layer: 'regular', week },
    } })
  }
  manager = await here.staff('library-admin', library)
})
afterAll(() => console_.close())

const exceptionOn = (unit: UnitId, day: string) =>
  console_.here.installation.snapshot.current.at(exceptionFact, unit, 'day', day)?.body

/** A page that counts what a hand does. */
function counted(page: Page) {
  let clicks = 0
  return {
    click: async (name: string | RegExp, within = page.locator('body')) => {
      clicks++
      await within.getByRole('button', { name, exact: typeof name === 'string' }).first().click()
    },
    get clicks() { return clicks },
  }
}

describe('closing a branch from the landing page', () => {
  test('tomorrow takes at most four clicks, and the website says so at once', async () => {
    const page = await console_.visit(manager, '/')
    const hand = counted(page)
    const row = page.getByRole('row').filter({ hasText: 'Bib Munkzwalm' })
    await hand.click(/sluiten/i, row)
    const dialog = page.getByRole('dialog')
    await hand.click('Morgen', dialog)
    await dialog.getByText(/24 november 2026/).first().waitFor()
    await hand.click('Sluiten', dialog)
    await page.getByText(/^Opgeslagen/).first().waitFor()
    expect(hand.clicks).toBeLessThanOrEqual(4)
    expect(exceptionOn(branches[0]!, '2026-11-24')).toMatchObject({ kind: 'G' })
    const { code } = (await manager.get(`/api/branches/${branches[0]}`)).body
    const feed = await fetch(`${console_.address}/public/branches/${code}`).then(answer => answer.json())
    expect(JSON.stringify(feed)).toContain('2026-11-24')
    await page.context().close()
  })

  test('can be put back from the message that says it is saved', async () => {
    const page = await console_.visit(manager, '/')
    const hand = counted(page)
    await hand.click(/sluiten/i, page.getByRole('row').filter({ hasText: 'Bib Nederzwalm' }))
    const dialog = page.getByRole('dialog')
    await hand.click('Morgen', dialog)
    await dialog.getByText(/24 november 2026/).first().waitFor()
    await hand.click('Sluiten', dialog)
    await page.getByRole('button', { name: /terugdraaien/i }).first().click()
    const back = page.getByRole('dialog', { name: 'Wijziging terugdraaien' })
    await back.getByText(/^Teruggedraaid: /).first().waitFor()
    expect(exceptionOn(branches[1]!, '2026-11-24')).toBeDefined()
    await back.getByRole('button', { name: 'Terugdraaien', exact: true }).click()
    await expect.poll(() => exceptionOn(branches[1]!, '2026-11-24'), { timeout: 10_000 }).toBeUndefined()
    await page.context().close()
  })

  test('works with the keyboard alone', async () => {
    const page = await console_.visit(manager, '/')
    await page.getByRole('row').filter({ hasText: 'Boekel' }).getByRole('button', { name: /sluiten/i }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await tabTo(page, 'Morgen')
    await page.keyboard.press('Enter')
    await dialog.getByText(/24 november 2026/).first().waitFor()
    await tabTo(page, 'Sluiten')
    await page.keyboard.press('Enter')
    await expect.poll(() => exceptionOn(branches[2]!, '2026-11-24')?.kind, { timeout: 10_000 }).toBe('G')
    await page.context().close()
  })

  test.each(['nl', 'en', 'fr'] as const)('is accessible in %s', async language => {
    const page = await console_.visit(manager, '/', { language })
    await page.getByRole('row').filter({ hasText: 'Bib' }).first().waitFor()
    await expectAccessible(page)
    await page.getByRole('row').filter({ hasText: 'Bib Munkzwalm' }).getByRole('button', { name: /sluiten|close|fermer/i }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.waitForTimeout(600)
    await expectAccessible(page)
    await page.context().close()
  })

  test('desk staff are not offered to close', async () => {
    const desk = await console_.here.staff('desk', library)
    const page = await console_.visit(desk, '/')
    await page.getByRole('row').filter({ hasText: 'Bib Munkzwalm' }).waitFor()
    expect(await page.getByRole('button', { name: /^sluiten/i }).count()).toBe(0)
    await page.context().close()
  })
})

describe('closing a branch for works, as whoever does it for the first time', () => {
  test('takes at most twelve fields and clicks to send, and three clicks to approve', async () => {
    const { here } = console_
    const asker = await here.staff('branch-manager', branches[2])
    const helpdesk = await here.staff('helpdesk')
    const page = await console_.visit(asker, '/')
    const hand = counted(page)
    let fields = 0
    const dialog = page.getByRole('dialog')
    const fill = async (label: string, value: string) => {
      fields++
      const field = dialog.getByRole('textbox', { name: new RegExp(`^${label}`) }).first()
      await field.fill(value)
      await field.press('Tab')
    }
    await hand.click(/sluiten/i, page.getByRole('row').filter({ hasText: 'Boekel' }))
    await fill('Van', '1/3/2027')
    await fill('Tot en met', '30/4/2027')
    await fill('Wat leest de bezoeker', 'Gesloten voor werken')
    fields++
    await dialog.getByLabel('De laatste dag is nog niet zeker').check()
    fields++
    await dialog.getByLabel(/Voor langere tijd/).check()
    await dialog.getByText('Deze vestiging is zolang geen afhaallocatie').first().waitFor()
    await expectAccessible(page)
    await hand.click('Als aanvraag versturen', dialog)
    await dialog.waitFor({ state: 'detached' })
    expect(hand.clicks + fields).toBeLessThanOrEqual(12)
    expect(hand.clicks + fields).toBe(7)

    const inbox = await console_.visit(helpdesk, '/inbox')
    const approver = counted(inbox)
    await inbox.getByRole('link', { name: /Boekel/ }).first().click()
    await approver.click('Goedkeuren')
    await inbox.getByText('Klaar: dit is uitgevoerd.').waitFor()
    expect(1 + approver.clicks).toBeLessThanOrEqual(3)
    expect(exceptionOn(branches[2]!, '2027-03-15')).toMatchObject({ kind: 'G', provisionalEnd: true })
    await page.context().close()
    await inbox.context().close()
  })
})

test('two branches close for works in one act, with all that is arranged meanwhile; none of them takes over for the other', async () => {
  const { here } = console_
  const own = await here.unit('library', 'Bib Lochristi')
  const units = [await here.unit('branch', 'Bib Beervelde', own), await here.unit('branch', 'Bib Zeveneken', own)]
  await here.unit('branch', 'Bib Zaffelare', own)
  await here.unit('bookmobile', 'Bibbus Lochristi', own)
  const page = await console_.visit(await here.staff('library-admin', own), '/')
  for (const name of ['Beervelde', 'Zeveneken']) await page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check()
  await page.getByRole('button', { name: '2 vestigingen sluiten' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Morgen' }).click()
  await dialog.getByLabel(/Voor langere tijd/).check()
  await dialog.getByRole('textbox', { name: /^Langer lenen vanaf/ }).waitFor()
  await dialog.getByRole('combobox', { name: 'Inleveren' }).click()
  const places = await page.getByRole('option').allInnerTexts()
  expect(places.filter(text => /Bib/.test(text))).toEqual([expect.stringContaining('Zaffelare')])
  await page.getByRole('option', { name: /Zaffelare/ }).click()
  await dialog.getByText(/Inleveren kan in Bib Zaffelare/).first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Sluiten', exact: true }).last().click()
  await dialog.waitFor({ state: 'detached' })
  const parts = units.map(unit => here.installation.snapshot.current.of(closureFact, unit)[0]?.body.parts['returns'])
  expect(parts).toEqual([expect.objectContaining({ at: 'elsewhere' }), expect.objectContaining({ at: 'elsewhere' })])
  await page.context().close()
})

test('a longer closing reopens in stages: holds are collected again before the doors open', async () => {
  const { here } = console_
  const unit = await here.unit('branch', 'Bib Roborst', library)
  await manager.change([{ kind: 'branches.close', payload: {
    units: [unit], from: '2026-11-30', to: '2026-12-20', kind: 'G', text: 'werken', parts: { pickup: { at: 'nowhere' } } } }])
  const page = await console_.visit(manager, `/calendar?unit=${unit}`)
  await page.getByRole('button', { name: 'Lijst' }).click()
  await page.getByRole('button', { name: /Verlengen of inkorten/ }).first().click()
  const dialog = page.getByRole('dialog')
  const again = dialog.getByRole('textbox', { name: /Weer vanaf: reserveringen ophalen/ })
  await again.fill('7/12/2026')
  await again.press('Tab')
  await dialog.getByText(/weer vanaf maandag 7 december 2026/).first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(here.installation.snapshot.current.of(parameterFact, unit).map(({ from, to }) => [from, to])).toEqual([['2026-11-30', '2026-12-06']])
  await page.context().close()
})
