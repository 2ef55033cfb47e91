import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let shown: Console
let zwalm: UnitId
let boss: Staff
let els: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await shown.here.unit('library', 'Bib Zwalm')
  boss = await shown.here.staff('library-admin', zwalm)
  els = await shown.here.staff('desk', zwalm)
  await boss.send('PATCH', `/api/staff/${els.id}`, { name: 'Els Peeters' })
  await boss.change([{
    kind: 'permissions.grant', payload: { staff: els.id, role: 'branch-manager', unit: zwalm, from: '2026-11-23', to: null },
  }], { reason: 'Vervangt Jan' })
})
afterAll(() => shown.close())

test('the log is read day by day, narrowed in its address, opened for what was and what became, and kept as a file', async () => {
  const page = await shown.visit(boss, `/audit?unit=${zwalm}`)
  await page.getByText(/nagekeken/).first().waitFor()
  const line = page.getByRole('listitem').filter({ hasText: /wijzigde de gegevens van Els Peeters/ })
  await line.getByRole('button', { name: /^Details/ }).press('Enter')
  await line.getByRole('row', { name: /desk \d+.*Els Peeters/ }).waitFor()
  await expectAccessible(page)

  await line.getByRole('button', { name: /^Alles van library-admin/ }).click()
  await page.getByRole('button', { name: /Eén medewerker/ }).waitFor()
  await page.getByRole('combobox', { name: 'Wat er gebeurde' }).click()
  const acts = await page.getByRole('option').allInnerTexts()
  expect(acts.length).toBeGreaterThan(8)
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Zoek op naam of woord' }).fill('vestigingsbeheerder')
  await page.getByText(/wordt vestigingsbeheerder van Bib Zwalm/).first().waitFor()
  expect(page.url()).toMatch(/staff=.*q=vestigingsbeheerder/)
  const file = await page.getByRole('link', { name: 'Bewaren als bestand' }).getAttribute('href')
  const kept = await page.request.get(`${shown.address}${file}`)
  expect([kept.status(), kept.headers()['content-type']]).toEqual([200, expect.stringContaining('csv')])

  await page.getByRole('button', { name: 'Alle filters wissen' }).click()
  await line.first().waitFor()
  await page.getByRole('searchbox', { name: 'Zoek op naam of woord' }).fill('bestaatnergens')
  await page.getByText('Niets gevonden. Kies een ruimere periode of wis een filter.').waitFor()
  await page.getByText('Gezocht in de laatste 31 dagen. Kies een begindag om verder terug te zoeken.').waitFor()
  await page.setViewportSize({ width: 320, height: 900 })
  expect(await sideways(page)).toBe(0)
  await page.context().close()
})

test('it is read on a narrow screen, in every language', async () => {
  for (const language of ['nl', 'en', 'fr'] as const) {
    const page = await shown.visit(boss, `/audit?unit=${zwalm}`, { language, width: 320 })
    await page.getByRole('listitem').first().waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  }
})

test('whoever may not read it finds no way to it', async () => {
  const page = await shown.visit(els, '/audit')
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Logboek' }).count()).toBe(0)
  expect(await page.getByRole('listitem').filter({ hasText: 'wijzigde' }).count()).toBe(0)
  await page.context().close()
})
