import { afterAll, beforeAll, expect, test } from 'vitest'
import { unitFact } from '#core/unit.ts'
import { advanceRuns } from '#core/run.ts'
import type { Staff } from '../installation.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import { peopleOf, somebody, type Library } from './people.ts'

/** Who runs a library merges who is there twice, and takes patrons in from a file. */
let shown: Console
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let boss: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  people = peopleOf(shown.here)
  zwalm = await people.library('Zwalm')
  boss = await shown.here.staff('library-admin', zwalm.id)
})
afterAll(() => shown.close())

test('two who are one are found, compared, merged, and made two again', async () => {
  const twin = (firstName: string, more: object) => people.enrolled(zwalm, {
    person: somebody({ familyName: 'Dubbelman', firstName, ...more }), different: true, card: 'generated' })
  await twin('Lies', { phones: ['0470 11 11 11'] })
  await twin('Lies', { phones: ['0470 22 22 22'], email: 'lies@example.be' })
  const page = await shown.visit(boss, '/patrons')
  await page.getByRole('button', { name: 'Meer' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Dubbele leners' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Dubbele leners' }).press('Enter')
  await page.getByText('zelfde naam en geboortedatum').waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Lies Dubbelman en Lies Dubbelman vergelijken' }).click()
  await page.getByText('twee lidmaatschappen worden er één').waitFor()
  expect(await page.getByRole('radio', { name: 'Telefoon: Beide' }).isChecked()).toBe(true)
  await expectAccessible(page)
  await page.setViewportSize({ width: 400, height: 900 })
  expect(await sideways(page)).toBe(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Samenvoegen tot één lener' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lies Dubbelman' }).waitFor()
  await page.getByText('0470 11 11 11, 0470 22 22 22').waitFor()
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goBack()
  await page.goBack()
  await page.getByRole('button', { name: 'Samengevoegd' }).click()
  await page.getByRole('button', { name: 'Samenvoegen van Lies Dubbelman terugdraaien' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Terugdraaien' }).click()
  await page.getByText('teruggedraaid op 23 november 2026').waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('from a patron’s page the other one is looked up', async () => {
  const { person } = await people.enrolled(zwalm, { person: somebody({ familyName: 'Zoeker', firstName: 'Wim' }) })
  await people.enrolled(zwalm, { person: somebody({ familyName: 'Zoecker', firstName: 'Wim', bornOn: '1990-05-13' }) })
  const page = await shown.visit(boss, `/patrons/${person}`)
  await page.getByRole('button', { name: 'Dubbel? Samenvoegen' }).click()
  await page.getByRole('searchbox').fill('zoecker')
  await page.getByRole('link', { name: /Vergelijken met Wim Zoecker/ }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: /Vergelijken met Wim Zoecker/ }).click()
  await page.getByRole('button', { name: 'Samenvoegen tot één lener' }).waitFor()
  await page.context().close()
  const desk = await shown.visit(zwalm.desk, `/patrons/${person}`)
  await desk.getByRole('heading', { level: 1, name: 'Wim Zoeker' }).waitFor()
  expect(await desk.getByRole('button', { name: 'Dubbel? Samenvoegen' }).count()).toBe(0)
  await desk.context().close()
})

test('a file is looked through, its faults are named by line and column, and its rows are taken in', async () => {
  const code = shown.here.installation.snapshot.current.of(unitFact, zwalm.branch)[0]?.body.code ?? ''
  const content = ['Familienaam;Voornaam;Geboortedatum;Straat;Postcode;Gemeente;Lidsoort;Vestiging;Lid tot',
    `Uit het bestand;Els;12/5/1990;Dorpsstraat;9630;Zwalm;60;${code};31/12/2027`, `Fout;Wim;31/02/1990;Dorpsstraat;9630;Zwalm;60;${code};`,
    `Zonder adres;An;1/2/1990;;;;60;${code};`, `Ook zonder;An;1/2/1991;;;;60;${code};`].join('\n')
  const page = await shown.visit(boss, '/patrons')
  await page.getByRole('button', { name: 'Meer' }).click()
  await page.getByRole('menuitem', { name: 'Leners inlezen' }).click()
  await page.getByRole('cell', { name: '12/5/1990 of 1990-05-12' }).first().waitFor()
  await expectAccessible(page)
  await page.locator('input[type=file]').setInputFiles({ name: 'leden.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.getByText('leden.csv wordt nagekeken').waitFor()
  await advanceRuns(shown.here.installation)
  await page.getByText('1 nieuwe lener').waitFor()
  await page.getByRole('cell', { name: 'Dit is geen datum: schrijf 12/5/1990 of 1990-05-12.' }).first().waitFor()
  // Two rows lack the same: told once with how many, and line by line.
  await page.getByRole('table', { name: 'Redenen' }).getByRole('row', { name: /^Dit ontbreekt.* straat fout 2$/ }).waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 400, height: 900 })
  expect(await sideways(page)).toBe(0)
  await page.getByRole('button', { name: 'Inlezen' }).click()
  await page.getByText('leden.csv wordt ingelezen').waitFor()
  await advanceRuns(shown.here.installation)
  await page.getByText('1 lener ingeschreven').waitFor()
  const [report] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Verslag bewaren' }).click()])
  expect(report.suggestedFilename()).toBe('verslag leden.csv')
  await expectAccessible(page)
  await page.context().close()
})
