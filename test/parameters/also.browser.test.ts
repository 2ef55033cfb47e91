import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const FEED = 'branches.feed-days'
const BRANCHES = 1_300
let console_: Console
let admin: Staff
let zwalm: UnitId
let zoersel: UnitId
let branches: readonly UnitId[]

const laid = (id: UnitId, name: string, type: string, parent: UnitId) => ({
  kind: 'foundation.unit',
  payload: { id, parent, from: null, unit: { type, name, code: name.replace(/\W/g, ''), public: true, needsHours: false } },
})

/** A library with three branches, and one with as many as a whole region has. */
beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  zwalm = await here.unit('library', 'Bib Zwalm')
  zoersel = await here.unit('library', 'Bib Zoersel')
  branches = ['Munkzwalm', 'Nederzwalm', 'Beerlegem'].map(() => crypto.randomUUID())
  await here.apply(
    ...branches.map((id, n) => laid(id, `Bib ${['Munkzwalm', 'Nederzwalm', 'Beerlegem'][n]}`, 'branch', zwalm)),
    ...Array.from({ length: BRANCHES }, (_, n) => laid(crypto.randomUUID(), `Post ${String(n + 1).padStart(4, '0')}`, 'branch', zoersel)),
    { kind: 'parameters.set', payload: { unit: branches[1], parameter: FEED, from: '2026-01-01', to: null, value: 200 } },
  )
  admin = await here.staff('system-admin')
})
afterAll(() => console_.close())

const saidAt = (unit: UnitId) => console_.here.installation.snapshot.current.at(parameterFact, unit, FEED, '2026-11-23')?.body.value

/** Opens the setting's dialog at a unit, with a value typed and the other units unfolded. */
async function opened(unit: UnitId, who = admin): Promise<[Page, Locator]> {
  const page = await console_.visit(who, `/settings?unit=${unit}&p=${FEED}`)
  await page.getByRole('button', { name: 'Eigen waarde', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Sluitingen vooruit op de website').first().fill('45')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Eenheden kiezen' }).click()
  return [page, dialog]
}

const preview = (dialog: Locator) => dialog.getByRole('region', { name: 'Wat er verandert' })
const settled = (dialog: Locator) => preview(dialog).and(dialog.locator('[aria-busy=false]'))

describe('one value for many units', () => {
  test('all branches of a library in one act, one of them left out again, and put back in one', async () => {
    const [page, dialog] = await opened(zoersel)
    await dialog.getByRole('combobox', { name: 'Veel tegelijk kiezen' }).fill('vestigingen zwalm')
    await page.getByRole('option', { name: /^Alle vestigingen van Bib Zwalm/ }).click()
    await dialog.getByText('3 andere eenheden gekozen · 1 heeft al een eigen waarde, die wordt vervangen').waitFor()
    await dialog.getByRole('searchbox', { name: 'Zoek in de lijst' }).fill('zwalm')
    await dialog.getByRole('option', { name: /Bib Nederzwalm.*zelf: 200 dagen/ }).waitFor()
    await dialog.getByRole('option', { name: /Bib Beerlegem/ }).click()
    await dialog.getByText('2 andere eenheden gekozen', { exact: false }).waitFor()
    for (const name of ['Bib Zoersel', 'Bib Munkzwalm', 'Bib Nederzwalm']) {
      await preview(dialog).getByRole('listitem').filter({ hasText: new RegExp(`^${name}: .*wordt 45 dagen`) }).waitFor()
    }
    await settled(dialog).waitFor()
    // Zwalm's two, and Zoersel with all of its branches: each place counted once.
    await preview(dialog).getByText('Op 1303 plaatsen geldt dan een andere waarde').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Opslaan' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect([zoersel, ...branches].map(saidAt)).toEqual([45, 45, 45, undefined])
    const [newest] = (await admin.get(`/api/changes?unit=${zoersel}`)).body.data
    expect(newest.sentences).toHaveLength(3)
    expect((await admin.post(`/api/changes/${newest.id}/put-back`, { id: crypto.randomUUID(), mode: 'from-today' })).status).toBe(201)
    expect([zoersel, ...branches].map(saidAt)).toEqual([undefined, undefined, 200, undefined])
    await page.context().close()
  })

  test('with the keyboard alone, and legible on a telephone', async () => {
    const [page, dialog] = await opened(zwalm, await console_.here.staff('library-admin', zwalm))
    await page.setViewportSize({ width: 400, height: 800 })
    const list = dialog.getByRole('listbox', { name: 'Eenheden' })
    await tabTo(page, 'Eenheden')
    expect(await list.getByRole('option').count()).toBe(3)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await dialog.getByText('2 andere eenheden gekozen', { exact: false }).waitFor()
    expect(await list.getByRole('option', { selected: true }).count()).toBe(2)
    await settled(dialog).waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  })

  test('of 1,300 branches stays fluid, and names each of them', async () => {
    const [page, dialog] = await opened(zwalm)
    await dialog.getByRole('combobox', { name: 'Veel tegelijk kiezen' }).fill('alle vestigingen zoersel')
    await page.getByRole('option', { name: /^Alle vestigingen van Bib Zoersel/ }).click()
    await dialog.getByText('1.300 andere eenheden gekozen', { exact: false }).waitFor()
    await preview(dialog).getByRole('button', { name: 'Alle 1.301 tonen' }).click()
    expect(await preview(dialog).getByRole('listitem').filter({ hasText: 'wordt 45 dagen' }).count()).toBe(1_301)
    await preview(dialog).getByText(/^Post 1300: .*wordt 45 dagen/).first().scrollIntoViewIfNeeded()
    const find = dialog.getByRole('searchbox', { name: 'Zoek in de lijst' })
    const began = performance.now()
    await find.pressSequentially('post 129')
    await dialog.getByRole('option', { name: /^Post 1290/ }).waitFor()
    // Eight letters and a drawn list, on a machine that does more than this.
    expect(performance.now() - began).toBeLessThan(4_000)
    await dialog.getByRole('button', { name: 'Vink deze 12 uit' }).click()
    await dialog.getByText('1.288 andere eenheden gekozen', { exact: false }).waitFor()
    expect(await dialog.getByRole('option').count()).toBe(12)
    await page.context().close()
  })

  test('is not asked of whoever may set it in one place only', async () => {
    const alone = await console_.here.unit('library', 'Bib Alleen')
    const page = await console_.visit(await console_.here.staff('library-admin', alone), `/settings?unit=${alone}&p=${FEED}`)
    const places = page.waitForResponse(/\/places\?/)
    await page.getByRole('button', { name: 'Eigen waarde', exact: true }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: /^Geldt vanaf/ }).waitFor()
    expect((await (await places).json()).data).toEqual([{ unit: alone, own: null, boundBy: null }])
    expect(await page.getByRole('button', { name: 'Eenheden kiezen' }).count()).toBe(0)
    await page.context().close()
  })
})
