import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const FEED = 'branches.feed-days'
let console_: Console
let group: UnitId
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId
let admin: Staff
let boss: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  group = await here.unit('group', 'Streekbibliotheken', SYSTEM, { level: '2', code: 'G1' })
  zwalm = await here.unit('library', 'Bib Zwalm', group)
  branch = await here.unit('branch', 'Bib Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Bib Zoersel')
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => console_.close())

const saidAt = (unit: UnitId, key: string, day: string) =>
  console_.here.installation.snapshot.current.at(parameterFact, unit, key, day)?.body
const set = (unit: UnitId, value: unknown, more: object = {}) => console_.here.apply({
  kind: 'parameters.set', payload: { unit, parameter: FEED, from: '2026-11-23', to: null, value, ...more },
})

/** Fills in a field as a hand does, which then leaves it. */
async function type(dialog: Locator, label: string | RegExp, text: string) {
  await dialog.getByLabel(label).first().fill(text)
  await dialog.page().keyboard.press('Tab')
}

/** Waits until the preview has been reckoned, and saves. */
async function save(page: Page, dialog: Locator) {
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await page.getByText(/^Opgeslagen/).first().waitFor()
  await dialog.waitFor({ state: 'detached' })
}
/** The setting's own line in the list; what changed for the unit names settings as well. */
const row = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) })
const ladder = (page: Page) => page.getByRole('list', { name: 'Wat elk niveau instelt' })

describe('a setting', () => {
  test('is found with a typing error and in another language, and given a value of its own', async () => {
    const page = await console_.visit(boss, `/settings?unit=${zwalm}`)
    const search = page.getByRole('searchbox', { name: 'Zoek een instelling' })
    await search.fill('fermetures annoncees')
    await row(page, 'Sluitingen vooruit op de website').waitFor()
    await search.fill('vooriut website')
    await row(page, 'Sluitingen vooruit op de website').getByRole('button', { name: /Eigen waarde/ }).click()
    const dialog = page.getByRole('dialog')
    await type(dialog, 'Sluitingen vooruit op de website', '500')
    await dialog.getByText('Tussen 7 en 400.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Opslaan' }).isDisabled()).toBe(true)
    await type(dialog, 'Sluitingen vooruit op de website', '120')
    await dialog.getByText(/wordt 120 dagen/).first().waitFor()
    await expectAccessible(page)
    await save(page, dialog)
    expect(saidAt(zwalm, FEED, '2026-11-23')).toEqual({ value: 120 })
    await row(page, 'Sluitingen vooruit op de website').getByText('120 dagen').waitFor()
    expect(await row(page, 'Sluitingen vooruit op de website').innerText()).toContain('eigen waarde')
    await page.context().close()
  })

  test('says which level wins, and is given back', async () => {
    await set(zwalm, 120)
    const page = await console_.visit(boss, `/settings?unit=${zwalm}&p=${FEED}`)
    await page.getByRole('heading', { level: 1, name: 'Sluitingen vooruit op de website' }).waitFor()
    const wins = ladder(page).locator('[aria-current=true]')
    expect(await wins.innerText()).toMatch(/Bib Zwalm[\s\S]*120 dagen[\s\S]*geldt hier/)
    await page.getByRole('button', { name: /^Terugzetten/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/volgt vanaf .* weer wat hoger geldt/).first().waitFor()
    await save(page, dialog)
    expect(saidAt(zwalm, FEED, '2026-11-23')).toBeUndefined()
    await ladder(page).locator('[aria-current=true]', { hasText: 'standaardwaarde' }).waitFor()
    await page.getByRole('button', { name: 'Geschiedenis', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: /Geschiedenis van/ })
    await drawer.getByText(/weer wat hoger geldt/).first().waitFor()
    await drawer.getByRole('button', { name: /^Terugdraaien/ }).first().click()
    const back = page.getByRole('dialog', { name: 'Wijziging terugdraaien' })
    await back.getByText(/^Teruggedraaid: /).first().waitFor()
    await back.getByRole('button', { name: 'Terugdraaien', exact: true }).click()
    await expect.poll(() => saidAt(zwalm, FEED, '2026-11-23'), { timeout: 10_000 }).toEqual({ value: 120 })
    await page.context().close()
  })

  test('is planned from 1 January for a part of every year, and listed as planned', async () => {
    const page = await console_.visit(boss, `/settings?unit=${branch}&p=${FEED}`)
    await page.getByRole('button', { name: 'Eigen waarde', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await type(dialog, 'Sluitingen vooruit op de website', '200')
    await type(dialog, /^Geldt vanaf/, '1/1/2027')
    await dialog.getByLabel('Alleen een deel van het jaar').check()
    await type(dialog, /^Elk jaar van/, '30/2')
    await dialog.getByText(/Geen dag die elk jaar bestaat/).waitFor()
    await type(dialog, /^Elk jaar van/, '1 juli')
    await type(dialog, /^Tot en met/, '')
    await dialog.getByLabel(/^Tot en met/).last().fill('31/8')
    await page.keyboard.press('Tab')
    await dialog.getByText(/wordt 200 dagen/).first().waitFor()
    await save(page, dialog)
    expect(saidAt(branch, `${FEED}@07-01/08-31`, '2027-07-15')).toEqual({ value: 200 })
    const own = page.getByRole('region', { name: 'Wat Bib Munkzwalm zelf instelt' })
    await own.getByText('gepland', { exact: false }).first().waitFor()
    expect(await own.innerText()).toMatch(/1 juli[\s\S]*31 augustus[\s\S]*200 dagen[\s\S]*gepland/)
    await page.getByRole('button', { name: 'Alle instellingen' }).click()
    await page.getByRole('button', { name: /^Gepland/ }).click()
    await row(page, 'Sluitingen vooruit op de website').waitFor()
    expect(page.url()).toContain('show=planned')
    expect(await page.getByRole('heading', { level: 2, name: '1 instelling gevonden' }).count()).toBe(1)
    await page.context().close()
  })

  test('that a level locked is told as locked, and offers nothing to change below', async () => {
    const page = await console_.visit(admin, `/settings?unit=${group}&p=branches.no-fines`)
    await page.getByRole('button', { name: 'Eigen waarde', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Ja', { exact: true }).check()
    await dialog.getByLabel(/^Vergrendelen/).check()
    await dialog.getByText(/wordt ja .*voor alles eronder/).first().waitFor()
    await save(page, dialog)
    expect(saidAt(group, 'branches.no-fines', '2026-11-23')).toEqual({ value: true, locked: true })
    await page.context().close()
    const below = await console_.visit(boss, `/settings?unit=${zwalm}&p=branches.no-fines`)
    await below.getByText('vergrendeld door Streekbibliotheken').waitFor()
    expect(await ladder(below).locator('[aria-current=true]').innerText()).toMatch(/Streekbibliotheken[\s\S]*bindt alles hieronder/)
    expect(await below.getByRole('button', { name: 'Eigen waarde', exact: true }).count()).toBe(0)
    await below.context().close()
  })

  test('that a group keeps as one table is not another library’s to change', async () => {
    await set(group, { loanDays: 21, renewalDays: 21, feeCents: 0, minimumAge: 0 }, { parameter: 'rules.loan' })
    const page = await console_.visit(boss, `/settings?unit=${zwalm}&p=rules.loan`)
    await page.getByText('vergrendeld door Streekbibliotheken').waitFor()
    expect(await ladder(page).locator('[aria-current=true]').innerText()).toMatch(/Streekbibliotheken[\s\S]*21\/21\/0/)
    expect(await page.getByRole('button', { name: 'Eigen waarde', exact: true }).count()).toBe(0)
    await page.context().close()
  })
})

describe('an amount', () => {
  test('is found by “portkosten” with a typing error, and asks for the council decision beside its field', async () => {
    const page = await console_.visit(admin, `/settings?unit=${zoersel}`)
    await page.getByRole('searchbox').fill('prtkosten')
    await row(page, 'Portkosten van een aanmaning per brief').getByRole('button', { name: /Eigen waarde/ }).click()
    const dialog = page.getByRole('dialog')
    await type(dialog, 'Portkosten van een aanmaning per brief', 'gratis')
    await dialog.getByText(/Dit is geen bedrag/).waitFor()
    await type(dialog, 'Portkosten van een aanmaning per brief', '1,50')
    const decision = dialog.getByRole('group', { name: 'Raadsbesluit' })
    await decision.getByText('Geef het raadsbesluit waarop dit bedrag steunt.').waitFor()
    await type(decision, /^Nummer/, 'GR 2026/12')
    await type(decision, /^Datum van het besluit/, '19/10/2026')
    await dialog.getByText(/wordt .*1,50 vanaf/).first().waitFor()
    await save(page, dialog)
    expect(saidAt(zoersel, 'notices.letter-postage', '2026-11-23')).toEqual({
      value: 150, basis: { number: 'GR 2026/12', date: '2026-10-19' },
    })
    await page.getByRole('link', { name: 'Portkosten van een aanmaning per brief' }).click()
    await page.getByText(/steunt op GR 2026\/12 van/).first().waitFor()
    await page.context().close()
  })
})

describe('a rule', () => {
  test('is typed in one field as staff write it, read while it is typed, or part by part', async () => {
    const page = await console_.visit(admin, `/settings?unit=${zoersel}&p=rules.dunning`)
    await page.getByRole('button', { name: 'Eigen waarde', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const whole = dialog.getByLabel('Alles in één veld')
    await whole.fill('7/14')
    await dialog.getByText(/^Dit is niet te lezen/).waitFor()
    await page.keyboard.press('Tab')
    expect(await whole.inputValue()).toBe('7/14')
    await whole.fill('7/14/35/3')
    await expect.poll(() => dialog.getByLabel('Nota na', { exact: true }).inputValue()).toBe('35')
    await type(dialog, 'Nota na', '42')
    expect(await whole.inputValue()).toBe('7/14/42/3')
    await dialog.getByText(/wordt 7\/14\/42\/3/).first().waitFor()
    await save(page, dialog)
    expect(saidAt(zoersel, 'rules.dunning|*|*', '2026-11-23')).toMatchObject({
      value: { reminder1Days: 7, reminder2Days: 14, billDays: 42, preNoticeDays: 3 },
    })
    await page.context().close()
  })
})

describe('the past', () => {
  test('is corrected with a reason, and what was known then is still told', async () => {
    await set(zoersel, 100, { from: '2026-10-01' })
    const page = await console_.visit(admin, `/settings?unit=${zoersel}&p=${FEED}`)
    await page.getByRole('button', { name: 'Wijzigen', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await type(dialog, 'Sluitingen vooruit op de website', '60')
    await type(dialog, /^Geldt vanaf/, '1/11/2026')
    await dialog.getByText(/Dit verandert wat voorbij is/).waitFor()
    expect(await dialog.getByRole('button', { name: 'Opslaan' }).isDisabled()).toBe(true)
    await type(dialog, /^Waarom\?/, 'verkeerd ingevoerd')
    await save(page, dialog)
    expect(saidAt(zoersel, FEED, '2026-11-02')).toEqual({ value: 60 })
    await type(page.locator('body'), 'Op welke dag?', '2/11/2026')
    await page.getByText(/Toen gold|Zoals het sindsdien verbeterd is/).first().waitFor()
    await page.getByText('60 dagen').first().waitFor()
    await page.context().close()
  })
})

describe('the address', () => {
  test('of one setting opens it, and one that does not exist says so', async () => {
    const page = await console_.visit(boss, `/settings?unit=${zwalm}&p=rules.fine`)
    await page.getByRole('heading', { level: 1, name: 'Boetemethode' }).waitFor()
    await page.getByText('rules.fine', { exact: true }).waitFor()
    await page.evaluate(`location.hash = '/settings?p=branches.shoe-size'`)
    await page.getByText('Er is geen instelling “branches.shoe-size”.').waitFor()
    await page.getByRole('button', { name: 'Alle instellingen' }).first().click()
    await page.getByRole('heading', { level: 1, name: /^Instellingen van/ }).waitFor()
    await page.context().close()
  })

  test('keeps what was searched and marked; without that, what others changed for us stands there', async () => {
    await set(group, 30, { from: '2027-02-01', parameter: 'branches.provisional-reminder' })
    const page = await console_.visit(boss, `/settings?unit=${zwalm}&q=herinnering&show=own`)
    expect(await page.getByRole('searchbox').inputValue()).toBe('herinnering')
    expect(await page.getByRole('button', { name: /^Eigen waarde hier/ }).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'Alles wissen' }).click()
    await page.getByRole('navigation', { name: 'Hoofdstukken' }).waitFor()
    const ours = page.getByRole('region', { name: 'Gewijzigd voor ons' })
    await ours.getByText(/30 dagen/).first().waitFor()
    expect(await ours.innerText()).toContain('ingesteld door Streekbibliotheken')
    await page.context().close()
  })
})

describe('with the keyboard alone', () => {
  test('a setting is searched, opened, changed and saved', async () => {
    const page = await console_.visit(boss, `/settings?unit=${branch}`)
    await tabTo(page, /^Zoek een instelling/)
    await page.keyboard.type('meer tijd bij sluiting')
    await row(page, 'Meer tijd bij sluiting').waitFor()
    await tabTo(page, 'Meer tijd bij sluiting')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Meer tijd bij sluiting' }).waitFor()
    await tabTo(page, 'Eigen waarde')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Ja', { exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await dialog.getByText(/wordt nee/).first().waitFor()
    await tabTo(page, 'Opslaan')
    await page.keyboard.press('Enter')
    await page.getByText(/^Opgeslagen/).first().waitFor()
    expect(saidAt(branch, 'branches.extend-loans', '2026-11-23')).toEqual({ value: false })
    await page.getByRole('button', { name: 'Alle instellingen' }).click()
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('setting-branches.extend-loans')
    await page.context().close()
  })

  test.each(['fr', 'en'] as const)('one setting and its dialog can be read in %s, wide and narrow', async language => {
    for (const width of [1280, 320]) {
      const page = await console_.visit(admin, `/settings?unit=${zoersel}&p=rules.fine`, { language, width })
      await page.getByRole('list').first().waitFor()
      await expectAccessible(page)
      expect(await sideways(page)).toBe(0)
      await page.getByRole('button', { name: language === 'fr' ? 'Valeur propre' : 'Own value', exact: true }).click()
      await page.getByRole('dialog').getByRole('textbox').first().waitFor()
      await expectAccessible(page)
      await page.context().close()
    }
  })
})
