import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let shown: Console
let zwalm: UnitId
let markt: UnitId
let boss: Staff
let desk: Staff
let manager: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await shown.here.unit('library', 'Bib Zwalm', SYSTEM, { code: 'I901' })
  markt = await shown.here.unit('branch', 'Zwalm Markt', zwalm, { code: '0901' })
  boss = await shown.here.staff('library-admin', zwalm)
  desk = await shown.here.staff('desk', markt)
  manager = await shown.here.staff('branch-manager', zwalm)
})
afterAll(() => shown.close())

const closing = 'branches.close'

test('one asks whether somebody may close on a day, and reads yes or no with the reason', async () => {
  const page = await shown.visit(boss, `/rights?unit=${markt}`)
  await page.getByRole('combobox', { name: 'Wie?' }).fill('branch-manager')
  await page.getByRole('option').first().click()
  await page.getByRole('combobox', { name: 'Wat?' }).fill('sluitingsdagen')
  await page.getByRole('option', { name: /^Sluitingsdagen/ }).click()
  await page.getByRole('heading', { name: 'Ja', exact: true }).waitFor()
  await page.getByText('Bib Zwalm · vestigingsbeheerder').waitFor()
  await expectAccessible(page)

  await page.goto(`${shown.address}/#/rights?unit=${markt}&staff=${desk.id}&permission=${closing}&day=2027-03-03`)
  await page.getByRole('heading', { name: 'Nee', exact: true }).waitFor()
  await page.getByRole('heading', { name: 'Wat het dichtst komt' }).waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('one sees who may do it here, what one colleague may that another may not, and what changed this month', async () => {
  await boss.change([{ kind: 'permissions.grant', payload: {
    staff: desk.id, role: 'branch-manager', unit: markt, from: '2026-11-24', to: '2026-12-31' } }])
  const page = await shown.visit(boss, `/rights?unit=${markt}&view=who&permission=${closing}`)
  await page.getByRole('link', { name: /branch-manager/ }).waitFor()
  await page.goto(`${shown.address}/#/rights?unit=${markt}&view=compare&a=${manager.id}&b=${desk.id}`)
  await page.getByRole('heading', { name: /branch-manager .* wel, desk .* niet/ }).waitFor()
  await page.getByRole('button', { name: 'Wat veranderde er' }).click()
  await page.getByText(/vestigingsbeheerder/).first().waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Tegenstrijdige taken' }).click()
  await page.getByText(/geef je beter niet aan één persoon/).waitFor()
  await page.getByRole('alert').or(page.getByRole('list')).first().waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('it is read on a narrow screen and in every language', async () => {
  for (const language of ['nl', 'en', 'fr'] as const) {
    const address = `/rights?unit=${markt}&staff=${manager.id}&permission=${closing}`
    const page = await shown.visit(boss, address, { language, width: 320 })
    await page.getByRole('heading', { name: /^(Ja|Yes|Oui)$/ }).waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  }
})
