import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { setPassword } from '#core/session.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const PASSWORD = 'drie rare natte woorden'
let shown: Console
let zwalm: UnitId
let els: Staff & { name: string }
let jan: Staff & { name: string }
let page: Page

const named = async (staff: Staff) => ({ ...staff, name: (await staff.get('/api/session')).body.staff.name as string })

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await shown.here.unit('library', 'Bib Zwalm')
  await shown.here.unit('branch', 'Bib Munkzwalm', zwalm)
  els = await named(await shown.here.staff('library-admin', zwalm))
  await inWork(shown.here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => setPassword(ctx, els.id, PASSWORD))
  jan = await named(await shown.here.staff('desk', zwalm))
  await els.send('PUT', '/api/desk/badge', { badge: '29999000123456' })
})
afterAll(() => shown.close())

/** As a scanner does: the whole number in a blink, then Enter. */
async function scan(badge: string) {
  await page.keyboard.insertText(badge)
  await page.keyboard.press('Enter')
}
/** From the scan to the other's own first screen, with what it tells. */
async function timeOf(badge: string, who: { name: string }): Promise<number> {
  const begun = performance.now()
  await scan(badge)
  await sits(who).waitFor()
  await page.getByRole('heading', { level: 1, name: /^Nu/ }).waitFor()
  await page.getByText('Bib Munkzwalm').first().waitFor()
  return performance.now() - begun
}
const sits = (staff: { name: string }) => page.getByRole('button', { name: new RegExp(`account van ${staff.name}`) })

test('a badge and a PIN are kept under one’s own sign-in', async () => {
  const own = await shown.visit(jan, '/me')
  await own.getByLabel('Nieuwe pincode').fill('1234')
  await own.keyboard.press('Enter')
  await own.getByText('Deze pincode is te makkelijk te raden.').waitFor()
  await own.getByLabel('Nieuwe pincode').fill('2580')
  await own.keyboard.press('Enter')
  await own.getByText('Je hebt een pincode.').waitFor()
  await own.getByLabel('Scan je badge').fill('29999000654321')
  await own.keyboard.press('Enter')
  await own.getByText('Je badge is bekend.').waitFor()
  await expectAccessible(own)
  await own.getByRole('button', { name: 'Badge weghalen' }).click()
  await own.getByRole('dialog', { name: 'Badge weghalen' }).getByRole('button', { name: 'Weghalen' }).click()
  await own.getByText('Je hebt nog geen badge.').waitFor()
  await own.getByLabel('Scan je badge').fill('29999000654321')
  await own.keyboard.press('Enter')
  await own.getByText('Je badge is bekend.').waitFor()
  await own.context().close()
})

test('a PC becomes a shared desk, and stands on the list as this one', async () => {
  page = await shown.visit(els, `/desks?unit=${zwalm}`)
  await page.getByText('Er zijn hier nog geen gedeelde balies.').waitFor()
  expect(await page.getByRole('button', { name: /^Wissel/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Van deze pc een gedeelde balie maken' }).click()
  await page.getByLabel('Naam van de balie').fill('Balie ingang')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gedeelde balie maken' }).click()
  await page.getByText('deze pc', { exact: true }).waitFor()
  await page.getByRole('button', { name: /^Wissel/ }).waitFor()
  await expectAccessible(page)
})

test('a colleague takes over with a badge within two seconds, and sees nothing of who sat there', async () => {
  await page.evaluate(`location.hash = '/staff?unit=${zwalm}'`)
  await page.getByText(jan.name).first().waitFor()
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog', { name: 'Wie neemt over aan Balie ingang?' })
  await dialog.waitFor()
  await expectAccessible(page)
  const first = await timeOf('29999000654321', jan)
  expect(await page.getByText(els.name).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Medewerkers' }).count()).toBe(0)
  expect((await els.get('/api/session')).status).toBe(401)
  // The quickest of three: a busy machine may be slow once, the desk is not.
  const times = [first]
  for (const [badge, who] of [['29999000123456', els], ['29999000654321', jan]] as const) {
    await page.keyboard.press('F9')
    await page.getByLabel('Scan je badge').waitFor()
    times.push(await timeOf(badge, who))
  }
  expect(Math.min(...times)).toBeLessThan(2000)
})

test('what somebody typed goes with them: it is said before, and nobody else finds it', async () => {
  await page.keyboard.press('F9')
  await page.getByLabel('Scan je badge').waitFor()
  await scan('29999000123456')
  await sits(els).waitFor()
  // A badge alone gives no rights: what does so is not there until they confirm who they are.
  expect(await page.getByRole('link', { name: 'Medewerkers' }).count()).toBe(0)
  await page.evaluate(`location.hash = '/me'`)
  await page.getByText('Je nam over met je badge of pincode.').waitFor()
  await expectAccessible(page)
  await tabTo(page, 'Bevestigen wie ik ben')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Bevestig dat jij het bent' }).getByLabel('Wachtwoord').waitFor()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText('Je nam over met je badge of pincode.').waitFor({ state: 'detached' })
  await page.evaluate(`location.hash = '/staff?unit=${zwalm}'`)
  await page.getByRole('button', { name: 'Collega uitnodigen' }).click()
  await page.getByRole('textbox', { name: 'Voornaam en naam' }).fill('Geheime Gast')
  await page.keyboard.press('F9')
  await page.getByText(`${els.name} heeft nog iets getypt`).waitFor()
  // By the keyboard alone, for a scanner that is broken.
  await tabTo(page, new RegExp(`${jan.name}$`))
  await page.keyboard.press('Enter')
  const pin = page.getByLabel(`Pincode van ${jan.name}`)
  await pin.waitFor()
  await page.keyboard.type('9999')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').last().getByRole('alert').filter({ hasNotText: 'getypt' }).waitFor()
  await expectAccessible(page)
  await pin.fill('2580')
  await pin.press('Enter')
  await sits(jan).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain('Geheime Gast')
})

test('whoever comes to a desk where nobody sits starts with the badge, on a narrow screen too', async () => {
  await page.getByRole('button', { name: /account van/ }).click()
  await page.getByRole('menuitem', { name: 'Afmelden' }).click()
  await page.getByLabel('Scan je badge').waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await sideways(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })
  await expect.poll(() => page.evaluate('document.activeElement.labels?.[0]?.textContent ?? ""')).toContain('Scan je badge')
  await scan('00000000000000')
  await page.getByRole('alert').filter({ hasText: 'Deze badge of pincode werkt' }).waitFor()
  await scan('29999000123456')
  await sits(els).waitFor()
  await page.context().close()
})
