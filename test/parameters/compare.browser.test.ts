import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const FEED = 'branches.feed-days'
let console_: Console
let boss: Staff
const libraries: UnitId[] = []

/** Eleven libraries of which one shows its closings for much longer than the rest. */
beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  for (let n = 0; n < 11; n++) {
    libraries.push(await here.unit('library', `Bib ${String(n).padStart(2, '0')}`, undefined, {
      province: n % 2 ? 'Antwerpen' : 'Oost-Vlaanderen', inhabitants: 1000 * (n + 1),
    }))
  }
  await here.apply({ kind: 'parameters.set', payload: {
    unit: libraries[9], parameter: FEED, from: '2026-11-23', to: null, value: 300,
  } })
  boss = await here.staff('library-admin', libraries[2])
})
afterAll(() => console_.close())

const saidAt = (unit: UnitId | undefined) =>
  console_.here.installation.snapshot.current.at(parameterFact, unit ?? '', FEED, '2026-11-23')?.body

test('a setting is found and compared; what stands out is told, and taken over with a preview', async () => {
  const page = await console_.visit(boss, `/compare?unit=${libraries[2]}`)
  await page.getByRole('combobox', { name: 'Welke instellingen?' }).fill('sluitingen vooruit')
  await page.getByRole('option', { name: /^Sluitingen vooruit op de website/ }).click()
  const table = page.getByRole('table', { name: 'Wat elke bibliotheek instelt' })
  const outlier = table.getByRole('row').filter({ hasText: 'Bib 09' })
  await outlier.waitFor()
  expect(await outlier.innerText()).toMatch(/300 dagen\s*valt op\s*eigen waarde/)
  expect(await table.getByRole('row').nth(1).innerText()).toMatch(/Bib 02\s*wij/)
  expect(page.url()).toContain(`names=${FEED}`)
  const bars = page.getByRole('list', { name: 'Hoeveel bibliotheken per waarde: Sluitingen vooruit op de website' })
  expect((await bars.getByRole('listitem').allInnerTexts()).map(text => text.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^\d+ dagen 10 wij$/), '300 dagen 1 valt op',
  ])
  await expectAccessible(page)

  await outlier.getByRole('button', { name: 'Neem over van Bib 09' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 waarde verandert').waitFor()
  await dialog.getByText(/wordt 300 dagen/).first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await page.getByText(/^Opgeslagen/).first().waitFor()
  expect(saidAt(libraries[2])).toEqual({ value: 300 })
  await page.getByRole('button', { name: 'Terugdraaien' }).click()
  const back = page.getByRole('dialog', { name: 'Wijziging terugdraaien' })
  await back.getByText(/^Teruggedraaid: /).first().waitFor()
  await back.getByRole('button', { name: 'Terugdraaien', exact: true }).click()
  await expect.poll(() => saidAt(libraries[2]), { timeout: 10_000 }).toBeUndefined()
  await page.context().close()
})

test('the address says among which libraries; whoever may set nothing is offered nothing to take', async () => {
  const reader = await console_.here.staff('desk', libraries[2])
  const page = await console_.visit(reader, `/compare?unit=${libraries[2]}&names=${FEED}&province=Antwerpen&min=5000`)
  await page.getByText('3 van 11 bibliotheken.').waitFor()
  expect(await page.getByRole('button', { name: /^Neem over/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Alles wissen' }).click()
  await page.getByText('11 van 11 bibliotheken.').waitFor()
  await page.getByRole('button', { name: 'Bibliotheken zoals wij' }).click()
  await page.getByText(/^Bib 02 \(3.000 inwoners\) en de 10 bibliotheken die er het meest op lijken/).waitFor()
  expect(page.url()).toContain('like=us')
  await page.getByRole('textbox', { name: 'Inwoners vanaf' }).fill('90000')
  await page.getByText('Geen bibliotheek past bij wat je kiest.').or(page.getByText(/^1 van 11/)).first().waitFor()
  await page.context().close()
})

test('with the keyboard alone a setting and libraries are chosen, and what was compared is taken along', async () => {
  const page = await console_.visit(boss, `/compare?unit=${libraries[2]}`)
  await page.getByRole('combobox', { name: 'Welke instellingen?' }).waitFor()
  await tabTo(page, /^Welke instellingen\?/)
  await page.keyboard.type('sluitingen vooruit')
  await page.getByRole('option', { name: /^Sluitingen vooruit op de website/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('11 van 11 bibliotheken.').waitFor()
  await tabTo(page, /^Inwoners vanaf/)
  await page.keyboard.type('5000')
  await page.getByText('7 van 11 bibliotheken.').waitFor()
  await tabTo(page, 'Bibliotheken zoals wij')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('11 van 11 bibliotheken.').waitFor()
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Bibliotheken zoals wij')
  const coming = page.waitForEvent('download')
  await tabTo(page, 'Downloaden als CSV')
  await page.keyboard.press('Enter')
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/)
  await page.context().close()
})

test.each(['fr', 'en'] as const)('can be read in %s, wide and narrow', async language => {
  for (const width of [1280, 400]) {
    const page = await console_.visit(boss, `/compare?unit=${libraries[2]}&names=${FEED},rules.loan`, { language, width })
    await page.getByRole('table').getByText('Bib 09').waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  }
})
