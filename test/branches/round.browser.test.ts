import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'
import { hours } from './region.ts'

const open = [{ from: '09:00', to: '17:00' }]
const week = { mo: open, tu: open, we: open, th: open, fr: open, sa: open }
let shown: Console
let zwalm: UnitId
let markt: UnitId
let boss: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await shown.here.unit('library', 'Bib Zwalm', SYSTEM, { code: 'I901', province: 'Oost-Vlaanderen' })
  markt = await shown.here.unit('branch', 'Zwalm Markt', zwalm, { code: '0901' })
  await shown.here.apply(hours(markt, { week }))
  boss = await shown.here.staff('library-admin', zwalm)
})
afterAll(() => shown.close())

const dayOf = async (day: string) => {
  const { body } = await boss.get(`/api/units/${markt}/calendar?from=${day}&to=${day}`)
  return body.days[0] as { kind: string; provisional?: boolean }
}

test('a library amends the proposal for next year and confirms it: from then on its days are certain', async () => {
  expect(await dayOf('2027-05-06')).toMatchObject({ kind: 'open', provisional: true })
  const page = await shown.visit(boss, `/round?unit=${zwalm}&year=2027`)
  const ascension = page.getByRole('checkbox', { name: /Hemelvaartsdag/ })
  expect(await ascension.isChecked()).toBe(true)
  await page.getByRole('checkbox', { name: /Feest van de Arbeid|Dag van de Arbeid/ }).uncheck()
  await page.getByRole('button', { name: 'Dag toevoegen' }).click()
  const own = page.getByRole('group', { name: 'Eigen dag 1' })
  await own.getByRole('textbox', { name: /^Vanaf|^Van/ }).fill('15/9/2027')
  await own.getByRole('textbox', { name: 'Wat' }).fill('Jaarmarkt')
  await expectAccessible(page)
  await page.getByRole('button', { name: '2027 bevestigen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/Jaarmarkt/).first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '2027 bevestigen' }).click()
  await page.getByText(/is bevestigd door/).waitFor()
  expect(await dayOf('2027-05-06')).toMatchObject({ kind: 'G', provisional: false })
  expect(await dayOf('2027-09-15')).toMatchObject({ kind: 'G' })
  expect(await dayOf('2027-05-01')).toMatchObject({ kind: 'open', provisional: false })
  await page.context().close()
})

test('the region sees who has not confirmed, and reminds them', async () => {
  const brakel = await shown.here.unit('library', 'Bib Brakel', SYSTEM, { code: 'I902' })
  await shown.here.unit('branch', 'Brakel', brakel, { code: '0911' })
  const helpdesk = await shown.here.staff('helpdesk')
  const page = await shown.visit(helpdesk, '/round?year=2027')
  await page.getByRole('checkbox', { name: 'Bib Brakel kiezen' }).check()
  await page.getByRole('button', { name: 'Herinneren' }).click()
  await page.getByRole('row').filter({ hasText: 'Bib Brakel' }).getByText(/23 nov\. 2026/).waitFor()
  await expectAccessible(page)
  await page.context().close()
})
