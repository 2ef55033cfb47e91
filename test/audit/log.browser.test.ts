import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let shown: Console
let zwalm: UnitId
let boss: Staff
let desk: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await shown.here.unit('library', 'Bib Zwalm', SYSTEM, { code: 'I901' })
  boss = await shown.here.staff('library-admin', zwalm)
  desk = await shown.here.staff('desk', zwalm)
  const fields = { province: 'Oost-Vlaanderen' }
  await boss.change([{ kind: 'units.change', payload: { unit: zwalm, from: '2026-11-24', fields } }])
  await boss.get(`/api/staff/${desk.id}`)
})
afterAll(() => shown.close())

test('one reads who did what, narrows it down, and sees what was there before', async () => {
  const page = await shown.visit(boss, `/audit?unit=${zwalm}`)
  const log = page.getByRole('list', { name: /nieuwste eerst/ })
  await log.getByRole('listitem').first().waitFor()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Wat er gebeurde' }).click()
  const { body: { acts } } = await boss.get('/api/audit/words')
  const views = acts.find(({ act }: { act: string }) => act === 'view').name
  await page.getByRole('option', { name: views, exact: true }).click()
  await expect.poll(() => page.url()).toContain('act=view')
  await log.getByText(new RegExp(`desk`)).first().waitFor()
  await page.getByRole('button', { name: 'Alle filters wissen' }).click()
  await log.getByRole('button', { name: 'Details' }).first().click()
  await page.getByRole('columnheader', { name: 'Werd' }).first().waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('link', { name: 'Bewaren als bestand' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.csv$/)
  await page.context().close()
})

test('it is read on a narrow screen, in every language, and not by whoever may not', async () => {
  for (const language of ['nl', 'en', 'fr'] as const) {
    const page = await shown.visit(boss, `/audit?unit=${zwalm}`, { language, width: 320 })
    await page.getByRole('listitem').first().waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  }
  const page = await shown.visit(desk, '/')
  expect(await page.getByRole('link', { name: 'Logboek' }).count()).toBe(0)
  await page.context().close()
})
