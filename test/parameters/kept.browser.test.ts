import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { expectAccessible, openConsole, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const FEED = 'branches.feed-days'
let console_: Console
let zwalm: UnitId
let zoersel: UnitId
let boss: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  zwalm = await here.unit('library', 'Bib Zwalm', undefined, { code: 'I001' })
  zoersel = await here.unit('library', 'Bib Zoersel', undefined, { code: 'I002' })
  await here.apply({ kind: 'parameters.set', payload: { unit: zoersel, parameter: FEED, from: '2026-11-23', to: null, value: 45 } })
  await here.apply({ kind: 'parameters.set', payload: { unit: zoersel, parameter: FEED, from: '2027-03-01', to: null, value: 120 } })
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => console_.close())

const saidAt = (day = '2026-11-23') => console_.here.installation.snapshot.current.at(parameterFact, zwalm, FEED, day)?.body

test('what was typed into a sheet, a ready-made change or a taking over is there after a reload', async () => {
  const page = await console_.visit(boss, `/sheet?unit=${zwalm}`)
  await page.getByRole('textbox', { name: 'Of plak hier uit je rekenblad' }).fill(`Code\tInstelling\tWaarde\nI001\t${FEED}\t75`)
  await page.getByRole('button', { name: 'Nakijken' }).click()
  await page.getByRole('textbox', { name: 'Waarom?' }).fill('langer vooruit')
  await page.reload()
  await page.getByRole('list', { name: 'Wat er verandert' }).getByText('75 dagen').waitFor()
  expect(await page.getByRole('textbox', { name: 'Waarom?' }).inputValue()).toBe('langer vooruit')
  await page.getByRole('button', { name: 'Ander bestand' }).click()
  expect(await page.getByRole('textbox', { name: 'Of plak hier uit je rekenblad' }).inputValue()).toContain('75')

  await page.goto(`${console_.address}/#/sheet?view=presets&unit=${zwalm}`)
  await page.getByRole('button', { name: 'Kiezen: Geen boetes onder een leeftijd' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Onder de leeftijd van' }).fill('17')
  await page.reload()
  await expect.poll(() => page.getByRole('dialog').getByRole('textbox', { name: 'Onder de leeftijd van' }).inputValue(), { timeout: 15_000 }).toBe('17')
  await page.getByRole('dialog').getByText(/wordt 17 jaar/).first().waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('taking over goes by the keyboard alone, with what is planned there', async () => {
  const page = await console_.visit(boss, `/compare?unit=${zwalm}&names=${FEED}`)
  await page.getByRole('button', { name: 'Neem over van Bib Zoersel' }).waitFor()
  await tabTo(page, 'Downloaden als CSV')
  await tabTo(page, 'Neem over van Bib Zoersel')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2 waarden veranderen').waitFor()
  const changes = await dialog.getByRole('list', { name: 'Wat er verandert' }).innerText()
  expect(changes).toMatch(/tot en met zo 28 feb[\s\S]*45 dagen[\s\S]*vanaf ma 1 m[\s\S]*120 dagen/)
  await dialog.getByText(/wordt 120 dagen/).first().waitFor()
  await page.reload()
  await dialog.getByText(/wordt 120 dagen/).first().waitFor()
  await tabTo(page, 'Opslaan')
  await page.keyboard.press('Enter')
  await page.getByText(/^Opgeslagen/).first().waitFor()
  expect([saidAt(), saidAt('2027-03-01')]).toEqual([{ value: 45 }, { value: 120 }])
  await page.context().close()
})
