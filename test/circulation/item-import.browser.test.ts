import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceRuns } from '#core/run.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import { lendingAt, type Lending } from './lending.ts'

let shown: Console
let zwalm: Lending

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-24T09:00:00Z' })
  zwalm = await lendingAt(shown.here, 'Zwalm')
}, 120_000)
afterAll(() => shown.close())

test('a file of items is read in from the list of items; what is not sound is told row by row', async () => {
  const admin = await shown.here.staff('library-admin', zwalm.library)
  const { body: { data: units } } = await admin.get('/api/units')
  const { code } = units.find(({ id }: { id: string }) => id === zwalm.branch)
  const page = await shown.visit(admin, `/items?unit=${zwalm.branch}`)
  await page.getByRole('link', { name: 'Bestand inlezen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Exemplaren inlezen: Zwalm' }).waitFor()
  await expectAccessible(page)
  const content = `Barcode;Titel;Materiaalsoort;Vestiging\nINGELEZEN1;Sprakeloos;BOEK;${code}\nx;Kort;BOEK;${code}\nINGELEZEN2;Elders;BOEK;9999\n`
  await page.locator('input[type=file]').setInputFiles({ name: 'levering.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.getByRole('heading', { name: /levering\.csv/ }).waitFor()
  await advanceRuns(shown.here.installation)
  await page.getByText('1 nieuw exemplaar · 2 rijen niet ingelezen').waitFor()
  await page.getByRole('row', { name: /^3 barcode x/ }).waitFor()
  await page.getByRole('row', { name: /^4 vestiging 9999/ }).waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 400, height: 900 })
  expect(await sideways(page)).toBe(0)
  await page.getByRole('link', { name: 'Naar de exemplaren' }).click()
  await page.getByRole('searchbox', { name: 'Zoek op titel, auteur of barcode' }).fill('INGELEZEN1')
  await page.getByText('Sprakeloos').waitFor()
  await page.context().close()
})

test('whoever works at one branch only is not offered it', async () => {
  const page = await shown.visit(zwalm.desk, `/items?unit=${zwalm.branch}`)
  await page.getByRole('button', { name: 'Exemplaar invoeren' }).waitFor()
  expect(await page.getByRole('link', { name: 'Bestand inlezen' }).count()).toBe(0)
  await page.context().close()
})
