import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import { home, peopleOf, type Library } from './people.ts'

/** The desk makes a class a patron and moves classes up to the new school year. */
let shown: Console
let zwalm: Library

beforeAll(async () => {
  shown = await openConsole({ now: '2027-09-01T09:00:00Z' })
  zwalm = await peopleOf(shown.here).library('Zwalm')
})
afterAll(() => shown.close())

test('a class is added, moves up after a look at what becomes of it, and is put back', async () => {
  const id = randomUUID()
  await zwalm.desk.post('/api/school-classes', {
    id, person: randomUUID(), branch: zwalm.branch, type: '120', school: 'De Linde', name: '3A', lastGrade: 6, stays: false, teacher: 'Juf An', address: home,
  })
  const { membership_id: membership } = await shown.here.database.owner('school_class').where({ id }).first('membership_id')
  await shown.here.database.owner('membership').where({ id: membership }).update({ enrolled_on: '2026-10-01', from_on: '2026-10-01', until_on: '2027-09-30' })
  const page = await shown.visit(zwalm.desk, '/patrons')
  await page.getByRole('link', { name: 'Schoolklassen' }).click()
  await page.getByRole('row', { name: /3A De Linde Juf An/ }).waitFor()
  await page.getByText(/2028 gaan de klassen vanzelf naar schooljaar 2028-2029/).waitFor()
  await page.getByRole('button', { name: 'Vooraf bekijken' }).click()
  const ahead = page.getByRole('dialog', { name: 'Naar schooljaar 2028-2029' })
  await ahead.getByRole('row', { name: /De Linde 3A 4A/ }).waitFor()
  await ahead.getByRole('button', { name: 'Annuleren' }).click()
  await ahead.waitFor({ state: 'detached' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Klas toevoegen' }).click()
  const adding = page.getByRole('dialog', { name: 'Klas toevoegen' })
  await adding.getByRole('textbox', { name: 'School' }).fill('Sint-Anna')
  await expectAccessible(page)
  await adding.getByRole('button', { name: 'Annuleren' }).click()
  await adding.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Naar het nieuwe schooljaar' }).click()
  const dialog = page.getByRole('dialog', { name: 'Naar schooljaar 2027-2028' })
  await dialog.getByRole('row', { name: /De Linde 3A 4A/ }).waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Overzetten' }).click()
  await page.getByRole('row', { name: /4A De Linde Juf An/ }).waitFor()
  await page.setViewportSize({ width: 400, height: 900 })
  await expectAccessible(page)
  expect(await sideways(page)).toBe(0)
  await page.getByRole('button', { name: 'Terugzetten: schooljaar 2027-2028' }).click()
  await page.getByRole('link', { name: '3A', exact: true }).waitFor()
  await page.context().close()
})
