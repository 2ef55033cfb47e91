import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { firstAdminToken } from '#core/first-start.ts'
import { setPassword } from '#core/session.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const PASSWORD = 'drie rare natte woorden'
let shown: Console
let zwalm: UnitId
/** Passkeys belong to a name, not to a number of the network. */
let address: string

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z', secondFactor: true })
  address = shown.address.replace('127.0.0.1', 'localhost')
  shown.here.installation.address = address
  zwalm = await shown.here.unit('library', 'Bib Zwalm')
  await shown.here.unit('branch', 'Bib Munkzwalm', zwalm)
})
afterAll(() => shown.close())

/** A colleague who gives rights, and so must show a second step. */
async function somebody(): Promise<Staff & { email: string }> {
  const staff = await shown.here.staff('library-admin', zwalm)
  await inWork(shown.here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => setPassword(ctx, staff.id, PASSWORD))
  return { ...staff, email: (await staff.get('/api/session')).body.staff.email }
}

/** What the authenticator app would show now, where the installation's clock stands. */
const codeOf = (key: string) => new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  .generate({ timestamp: shown.here.clock.now.epochMilliseconds })
const later = (minutes: number) => { shown.here.clock.now = shown.here.clock.now.add({ minutes }) }

async function outside(path = '/'): Promise<Page> {
  const page = await shown.visit(null, '/')
  await page.goto(`${address}/#${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

async function typePassword(page: Page, email: string) {
  await page.getByRole('textbox', { name: /e-mail/i }).fill(email)
  await page.getByLabel('Wachtwoord').fill(PASSWORD)
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
}

/** A device in the browser that has a passkey and knows its owner. */
async function withDevice(page: Page): Promise<void> {
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  } })
}

/** Sets up the app on the way in; answers its key and the codes for when it is gone. */
async function enrol(page: Page, email: string) {
  await typePassword(page, email)
  await page.getByRole('heading', { name: 'Een tweede stap instellen' }).waitFor()
  const key = await page.locator('code').innerText()
  await page.getByLabel('Code van zes cijfers').fill(codeOf(key))
  await page.getByRole('button', { name: 'Bevestigen' }).click()
  const codes = page.getByRole('list', { name: 'Herstelcodes' })
  await codes.waitFor()
  return { key, codes: await codes.getByRole('listitem').allInnerTexts() }
}
const inside = (page: Page) => page.getByRole('heading', { level: 1, name: /^Nu/ }).waitFor()

async function signOut(page: Page) {
  await page.getByRole('button', { name: /account van/ }).click()
  await page.getByRole('menuitem', { name: 'Afmelden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Welkom' }).waitFor()
}

describe('the second step', () => {
  test('is set up on the way in, asked the next time, and a recovery code stands in for a lost phone', async () => {
    const els = await somebody()
    const page = await outside(`/calendar?unit=${zwalm}`)
    const { key, codes } = await enrol(page, els.email)
    expect(codes.length).toBeGreaterThanOrEqual(8)
    await expectAccessible(page)
    expect(await page.getByRole('link', { name: 'Downloaden' }).getAttribute('href')).toContain(encodeURIComponent(codes[0] ?? ''))
    await page.getByRole('button', { name: /bewaard, verder/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Kalender van Bib Zwalm' }).waitFor()
    await signOut(page)

    later(2)
    await typePassword(page, els.email)
    const field = page.getByLabel('Code van zes cijfers')
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code')
    await expectAccessible(page)
    await field.fill('000 000')
    await field.press('Enter')
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    await field.fill(codeOf(key).replace(/^(...)/, '$1 '))
    await field.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Kalender van Bib Zwalm' }).waitFor()
    await signOut(page)

    await typePassword(page, els.email)
    await page.getByRole('button', { name: 'Ik heb mijn toestel niet' }).click()
    await page.getByLabel('Herstelcode').fill(codes[0] ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Kalender van Bib Zwalm' }).waitFor()
    await page.context().close()
  })

  test('is read and typed by the keyboard alone, on a phone too', async () => {
    const els = await somebody()
    const page = await outside()
    await page.setViewportSize({ width: 320, height: 640 })
    await typePassword(page, els.email)
    const key = await page.locator('code').innerText()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.getByRole('img', { name: /QR-code/ }).waitFor()
    await tabTo(page, /Code van zes cijfers/)
    await page.keyboard.type(codeOf(key))
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Herstelcodes' }).waitFor()
    expect(await sideways(page)).toBe(0)
    await tabTo(page, /bewaard, verder/)
    await page.keyboard.press('Enter')
    await inside(page)
    await page.context().close()
  })

  test('is set up by the first admin of an installation, who is not inside before', async () => {
    const token = await firstAdminToken(shown.here.installation)
    const page = await outside(`/welcome?token=${token}`)
    await page.getByRole('textbox', { name: /naam/i }).first().fill('An Claes')
    await page.getByRole('textbox', { name: /e-mail/i }).fill('an@proef.be')
    await page.getByLabel(/wachtwoord/i).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Een tweede stap instellen' }).waitFor()
    await expectAccessible(page)
    await page.getByLabel('Code van zes cijfers').fill(codeOf(await page.locator('code').innerText()))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /bewaard, verder/ }).click()
    await inside(page)
    await page.context().close()
  })

  test('that is owed and was never set up: what weighs much leads to it, by the keyboard alone', async () => {
    const els = await somebody()
    const page = await shown.visit(els, `/tokens?unit=${zwalm}`)
    await page.getByText('Hier heeft geen enkele machine toegang.').waitFor()
    const make = async () => {
      await tabTo(page, 'Sleutel maken')
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Waarvoor is deze sleutel?').fill('Website van de bib')
      await dialog.getByLabel('In welke rol?').click()
      await page.getByRole('option', { name: /baliemedewerker/i }).click()
      await tabTo(page, 'Sleutel maken')
      await page.keyboard.press('Enter')
    }
    await make()
    const confirm = page.getByRole('dialog', { name: 'Bevestig dat jij het bent' })
    await confirm.getByText('Hiervoor is een tweede stap nodig').waitFor()
    expect(await confirm.getByLabel('Wachtwoord').count()).toBe(0)
    await expectAccessible(page)
    await tabTo(page, 'Tweede stap instellen')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Mijn aanmelding' }).waitFor()

    // Long after the sign-in a password is asked first, for this and for nothing else.
    later(30)
    await tabTo(page, 'App instellen')
    await page.keyboard.press('Enter')
    await confirm.getByLabel('Wachtwoord').waitFor()
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    const key = await page.locator('code').innerText()
    await tabTo(page, /Code van zes cijfers/)
    await page.keyboard.type(codeOf(key))
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Herstelcodes' }).waitFor()
    await tabTo(page, 'Ik heb ze bewaard')
    await page.keyboard.press('Enter')

    later(30)
    await page.evaluate(`location.hash = '/tokens?unit=${zwalm}'`)
    await page.getByText('Hier heeft geen enkele machine toegang.').waitFor()
    await make()
    await confirm.waitFor()
    await tabTo(page, 'Liever met een code')
    await page.keyboard.press('Enter')
    await tabTo(page, /Code van zes cijfers/)
    await page.keyboard.type(codeOf(key))
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Toegangssleutel' }).waitFor()
    await page.context().close()
  })

  test('a session that ends asks both again on the spot, and what was typed stays', async () => {
    const els = await somebody()
    const page = await outside(`/calendar?unit=${zwalm}`)
    const { key } = await enrol(page, els.email)
    await page.getByRole('button', { name: /bewaard, verder/ }).click()
    await page.getByRole('button', { name: 'Regel toevoegen' }).click()
    const name = page.getByRole('textbox', { name: 'Naam voor het publiek' })
    await name.fill('Kermis')
    await page.context().clearCookies()
    await page.getByRole('textbox', { name: 'Dag en maand' }).fill('29/06')
    const again = page.getByRole('dialog', { name: 'Je bent afgemeld' })
    await again.getByLabel('Wachtwoord').fill(PASSWORD)
    await again.getByRole('button', { name: 'Aanmelden', exact: true }).click()
    later(2)
    await again.getByLabel('Code van zes cijfers').fill(codeOf(key))
    await expectAccessible(page)
    await again.getByRole('button', { name: 'Aanmelden', exact: true }).click()
    await again.waitFor({ state: 'detached' })
    expect(await name.inputValue()).toBe('Kermis')
    await page.context().close()
  })
})

describe('a passkey', () => {
  test('is made under one’s own sign-in, signs in alone, confirms, and is taken away', async () => {
    const els = await somebody()
    const page = await outside()
    await withDevice(page)
    await enrol(page, els.email)
    await page.getByRole('button', { name: /bewaard, verder/ }).click()
    await page.getByRole('button', { name: /account van/ }).click()
    await page.getByRole('menuitem', { name: 'Mijn aanmelding' }).click()
    await page.getByRole('button', { name: 'Passkey toevoegen' }).click()
    await page.getByLabel('Naam van dit toestel').fill('Laptop van Els')
    await page.getByRole('button', { name: 'Passkey maken' }).click()
    await page.getByText('Laptop van Els').waitFor()
    await expectAccessible(page)
    await signOut(page)

    await page.getByRole('button', { name: 'Aanmelden met een passkey' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mijn aanmelding' }).waitFor()
    later(30)
    await page.getByRole('button', { name: 'Laptop van Els weghalen' }).click()
    const sure = page.getByRole('dialog', { name: 'Laptop van Els weghalen' })
    await expectAccessible(page)
    await sure.getByRole('button', { name: 'Weghalen' }).click()
    const confirm = page.getByRole('dialog', { name: 'Bevestig dat jij het bent' })
    await confirm.getByRole('button', { name: 'Passkey gebruiken' }).click()
    await page.getByText('Je hebt nog geen passkey.').waitFor()
    await page.context().close()
  })

  test('stands in for the app from the start', async () => {
    const els = await somebody()
    const page = await outside()
    await withDevice(page)
    await typePassword(page, els.email)
    await page.getByRole('button', { name: 'Liever een passkey' }).click()
    await page.getByRole('button', { name: /bewaard, verder/ }).click()
    await inside(page)
    await signOut(page)
    await typePassword(page, els.email)
    await page.getByRole('button', { name: 'Passkey gebruiken' }).click()
    await inside(page)
    await page.context().close()
  })

  test('that the device does not have is said so in words', async () => {
    const page = await outside()
    await withDevice(page)
    await page.getByRole('button', { name: 'Aanmelden met een passkey' }).click()
    await page.getByRole('alert').filter({ hasText: 'geen passkey' }).waitFor()
    await page.context().close()
  })
})
