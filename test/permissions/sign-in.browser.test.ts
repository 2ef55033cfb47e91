import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { firstAdminToken } from '#core/first-start.ts'
import { setPassword } from '#core/session.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const PASSWORD = 'een lang genoeg wachtwoord'
let console_: Console
let library: UnitId
let admin: Staff
let email: string

beforeAll(async () => {
  console_ = await openConsole({ kind: 'demo' })
  const { here } = console_
  library = await here.unit('library', 'Bib Zwalm')
  await here.unit('branch', 'Bib Munkzwalm', library)
  admin = await here.staff('library-admin', library)
  email = (await admin.get('/api/session')).body.staff.email
  await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => setPassword(ctx, admin.id, PASSWORD))
})
afterAll(() => console_.close())

async function signIn(page: Page, password: string) {
  await page.getByRole('textbox', { name: /e-mail/i }).fill(email)
  await page.getByLabel(/wachtwoord/i).fill(password)
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
}

describe('signing in', () => {
  test('the first admin comes in by a link that works once', async () => {
    const token = await firstAdminToken(console_.here.installation)
    const page = await console_.visit(null, `/welcome?token=${token}`)
    await expectAccessible(page)
    await page.getByRole('textbox', { name: /naam/i }).first().fill('An Claes')
    await page.getByRole('textbox', { name: /e-mail/i }).fill('an@proef.be')
    await page.getByLabel(/wachtwoord/i).fill(PASSWORD)
    await page.locator('button[type=submit]').click()
    await page.getByRole('heading', { level: 1, name: 'Nu in Proefstreek' }).waitFor()
    await page.context().close()
    expect(await firstAdminToken(console_.here.installation)).toBeNull()
    const late = await console_.visit(null, `/welcome?token=${token}`)
    await late.getByRole('textbox', { name: /naam/i }).first().fill('Laat')
    await late.getByRole('textbox', { name: /e-mail/i }).fill('laat@proef.be')
    await late.getByLabel(/wachtwoord/i).fill(PASSWORD)
    await late.locator('button[type=submit]').click()
    await late.getByRole('alert').filter({ hasText: /link/ }).waitFor()
    expect(await late.getByRole('textbox', { name: /naam/i }).first().inputValue()).toBe('Laat')
    await late.context().close()
  })

  test('a wrong password is refused in words, the right one lets in where one wanted to be', async () => {
    const page = await console_.visit(null, `/calendar?unit=${library}`)
    await expectAccessible(page)
    await signIn(page, 'een ander wachtwoord')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('textbox', { name: /e-mail/i }).inputValue()).toBe(email)
    await expectAccessible(page)
    await signIn(page, PASSWORD)
    await page.getByRole('heading', { level: 1, name: 'Kalender van Bib Zwalm' }).waitFor()
    await page.context().close()
  })

  test('a demo says so on every screen', async () => {
    const page = await console_.visit(null, '/')
    await page.getByText(/^Demo: /).waitFor()
    await page.context().close()
    const inside = await console_.visit(admin, '/hours')
    await inside.getByText(/^Demo: /).waitFor()
    await inside.context().close()
  })

  test('the language changes at once, and is remembered with the person', async () => {
    const page = await console_.visit(admin, '/')
    await page.getByRole('button', { name: /^fr/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Maintenant : Bib Zwalm' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('fr')
    await expect.poll(async () => (await admin.get('/api/session')).body.staff.language).toBe('fr')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Maintenant : Bib Zwalm' }).waitFor()
    await page.context().close()
  })

  test('a session that ends in the middle keeps what was typed', async () => {
    await admin.send('PATCH', '/api/session', { language: 'nl' })
    const page = await console_.visit(null, `/calendar?unit=${library}`)
    await signIn(page, PASSWORD)
    await page.getByRole('button', { name: 'Regel toevoegen' }).click()
    const name = page.getByRole('textbox', { name: 'Naam voor het publiek' })
    await name.fill('Kermis')
    await page.context().clearCookies()
    await page.getByRole('textbox', { name: 'Dag en maand' }).fill('29/06')
    const again = page.getByRole('dialog', { name: 'Je bent afgemeld' })
    await again.waitFor()
    await expectAccessible(page)
    await again.getByLabel(/wachtwoord/i).fill(PASSWORD)
    await again.getByRole('button', { name: 'Aanmelden', exact: true }).click()
    await again.waitFor({ state: 'detached' })
    expect(await name.inputValue()).toBe('Kermis')
    await page.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText(/^Opgeslagen/).first().waitFor()
    await page.context().close()
  })
})
