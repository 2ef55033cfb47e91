import { afterAll, beforeAll, expect, test } from 'vitest'
import { Heartbeat } from '#core/heartbeat.ts'
import { unitFact } from '#core/unit.ts'
import { hoursFact } from '#plugins/branches/contract/hours.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const days = ['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'].map(day => `${day}day staffed hours`)
const csv = [
  ['Local authority', 'Library name', 'Postcode', 'Year opened', 'Year closed', ...days].join(','),
  'Bib Nieuw,Nieuw Centrum,1000,,,09:00-12:00,,,,,,',
  'Bib Nieuw,Nieuw Nacht,1000,,,09:00-12:00,,,,22:00-01:00,,',
  'Bib Nieuw,Nieuw Fout,1000,,,25:00-12:00,,,,,,',
].join('\n')

let shown: Console
let heart: Heartbeat
let admin: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  heart = new Heartbeat(shown.here.installation, shown.here.app.log)
  heart.start()
  admin = await shown.here.staff('system-admin')
})
afterAll(async () => {
  await heart.stop()
  await shown.close()
})

/** The branches that stand in the tree and have hours. */
const withHours = () => {
  const { current } = shown.here.installation.snapshot
  return [...current.all(unitFact)]
    .flat()
    .filter(({ body, unit }) => body.type === 'branch' && current.of(hoursFact, unit).length > 0)
    .map(({ body }) => body.name)
    .toSorted()
}

test('a dropped file is looked at, its doubt confirmed, taken over, and put back from the history', async () => {
  const page = await shown.visit(admin, '/import')
  const file = await page.evaluateHandle(`(() => {
    const carried = new DataTransfer()
    carried.items.add(new File([${JSON.stringify(csv)}], 'bib-nieuw.csv', { type: 'text/csv' }))
    return carried
  })()`)
  await page.getByText('Sleep een bestand hierheen').dispatchEvent('drop', { dataTransfer: file })
  await page.getByRole('button', { name: 'Nakijken' }).click()
  const doubt = page.getByRole('checkbox', { name: /^Rij 3 klopt/ })
  await doubt.waitFor()
  await page.getByRole('row').filter({ hasText: '25:00-12:00' }).waitFor()
  await expectAccessible(page)
  expect(withHours()).toEqual([])
  await page.getByRole('button', { name: '1 rij overnemen' }).waitFor()
  await doubt.check()
  await page.getByRole('button', { name: '2 rijen overnemen' }).click()
  await page.getByText('2 van 3 rijen overgenomen.').waitFor({ timeout: 15_000 })
  expect(withHours()).toEqual(['Nieuw Centrum', 'Nieuw Nacht'])
  await expectAccessible(page)
  await page.getByRole('link', { name: 'In de geschiedenis' }).click()
  await page.getByRole('button', { name: /^Terugdraaien/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Alsof het nooit gebeurd is/ }).check()
  await dialog.getByRole('textbox', { name: /Waarom/ }).fill('Verkeerd bestand')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Terugdraaien' }).click()
  await expect.poll(withHours, { timeout: 10_000 }).toEqual([])
  await page.context().close()
})
