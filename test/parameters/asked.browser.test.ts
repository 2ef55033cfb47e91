import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import { openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const FEED = 'branches.feed-days'
let console_: Console
let group: UnitId
let zwalm: UnitId
let branch: UnitId
let boss: Staff
let manager: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  group = await here.unit('group', 'Streekbibliotheken', SYSTEM, { level: '2', code: 'G1' })
  zwalm = await here.unit('library', 'Bib Zwalm', group)
  branch = await here.unit('branch', 'Bib Munkzwalm', zwalm)
  boss = await here.staff('library-admin', zwalm)
  manager = await here.staff('branch-manager', branch)
})
afterAll(() => console_.close())

/** Fills in a field as a hand does, which then leaves it. */
async function type(dialog: Locator, label: string | RegExp, text: string) {
  await dialog.getByLabel(label).first().fill(text)
  await dialog.page().keyboard.press('Tab')
}
const row = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) })
/** As quickly as no test that waits for the browser between two acts. */
const typeAndOpen = `(async () => {
  const field = document.querySelector('input[type=search]')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, 'vooruit website')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  const end = performance.now() + 285
  const link = () => document.getElementById('setting-${FEED}')
  while (!link() || performance.now() < end) await new Promise(done => setTimeout(done))
  link().click()
  while (performance.now() < end + 60);
})()`

describe('a setting', () => {
  test('that a branch manager may not set is found in the menu, read, and asked for', async () => {
    const page = await console_.visit(manager, '/')
    await page.getByRole('navigation').getByRole('link', { name: 'Instellingen', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Zoek een instelling' }).fill('vooruit website')
    await row(page, 'Sluitingen vooruit op de website').getByRole('link').click()
    await page.getByRole('button', { name: 'Vraag een wijziging aan' }).click()
    const dialog = page.getByRole('dialog')
    await type(dialog, 'Sluitingen vooruit op de website', '31')
    await dialog.getByRole('button', { name: 'Als aanvraag versturen' }).and(page.locator(':enabled')).click()
    await page.getByText(/Aanvraag nr\. \d+ verstuurd/).first().waitFor()
    expect(console_.here.installation.snapshot.current.at(parameterFact, branch, FEED, '2026-11-23')).toBeUndefined()
    await page.context().close()
  })

  test('is asked for from the list too, where it is not locked', async () => {
    await console_.here.apply({ kind: 'parameters.set', payload: {
      unit: group, parameter: 'circulation.borrowed-before', from: '2026-11-23', to: null, value: false, locked: true,
    } })
    const page = await console_.visit(manager, '/settings?q=vooruit+website')
    const ask = row(page, 'Sluitingen vooruit op de website').getByRole('button')
    expect(await ask.innerText()).toBe('Vraag een wijziging aan')
    await ask.click()
    const dialog = page.getByRole('dialog')
    await type(dialog, 'Sluitingen vooruit op de website', '32')
    await dialog.getByRole('button', { name: 'Als aanvraag versturen' }).and(page.locator(':enabled')).waitFor()
    await dialog.getByRole('button', { name: 'Annuleren' }).last().click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('searchbox').fill('circulation.borrowed-before')
    const locked = row(page, '“Al eens geleend” aan de zelfuitleen')
    await locked.getByText('vergrendeld door Streekbibliotheken').waitFor()
    expect(await locked.getByRole('button').count()).toBe(0)
    await page.context().close()
  })

  test('stays open for whoever chose it while what they typed was still on its way to the address', async () => {
    const page = await console_.visit(boss, `/settings?unit=${zwalm}`)
    await page.getByRole('searchbox').fill('vooruit')
    await row(page, 'Sluitingen vooruit op de website').waitFor()
    await page.getByRole('searchbox').fill('')
    await page.waitForURL(url => !url.hash.includes('q='))
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.evaluate(typeAndOpen)
    await page.getByRole('heading', { level: 1, name: 'Sluitingen vooruit op de website' }).waitFor()
    await page.getByRole('list', { name: 'Wat elk niveau instelt' }).waitFor()
    expect(page.url()).toContain(`p=${FEED}`)
    await page.goBack()
    expect(await page.getByRole('searchbox').inputValue()).toBe('vooruit website')
    await page.context().close()
  })
})
