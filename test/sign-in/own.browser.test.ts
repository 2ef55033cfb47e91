import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { makeLink, setPassword } from '#core/session.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

const PASSWORD = 'drie rare natte woorden'
let shown: Console
let zwalm: UnitId

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await shown.here.unit('library', 'Bib Zwalm')
  await shown.here.unit('branch', 'Bib Munkzwalm', zwalm)
  await shown.here.staff('system-admin')
})
afterAll(() => shown.close())

async function somebody(role = 'desk'): Promise<Staff & { email: string }> {
  const staff = await shown.here.staff(role, zwalm)
  await inWork(shown.here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => setPassword(ctx, staff.id, PASSWORD))
  return { ...staff, email: (await staff.get('/api/session')).body.staff.email }
}
const later = (minutes: number) => { shown.here.clock.now = shown.here.clock.now.add({ minutes }) }

async function signIn(page: Page, email: string, password: string) {
  await page.getByRole('textbox', { name: /e-mail/i }).fill(email)
  await page.getByLabel('Wachtwoord').fill(password)
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
}

describe('who forgot their password', () => {
  test('reads the same sentence whoever they are', async () => {
    const els = await somebody()
    const page = await shown.visit(null, '/forgotten')
    for (const email of ['niemand@proef.be', els.email]) {
      await page.getByRole('textbox', { name: /e-mail/i }).fill(email)
      await page.keyboard.press('Enter')
      const said = await page.getByRole('status').filter({ hasText: email }).innerText()
      expect(said).toMatch(new RegExp(`^Hoort ${email} bij een account, dan is er een mail onderweg`))
      await page.reload()
    }
    await page.context().close()
  })

  test('is told beforehand what is asked of a password, and why one is refused', async () => {
    const els = await somebody()
    const token = await inWork(shown.here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx =>
      makeLink(ctx, 'reset', els.id))
    const page = await shown.visit(null, `/reset?token=${token}`)
    await page.getByText('Minstens 10 tekens.').waitFor()
    await page.getByText('Wachtwoorden die veel mensen kiezen, weigeren we.').waitFor()
    const field = page.getByLabel('Nieuw wachtwoord')
    await field.fill('wachtwoord123')
    await page.keyboard.press('Enter')
    await page.getByText('Dit wachtwoord gebruiken te veel mensen.').first().waitFor()
    expect(await field.inputValue()).toBe('wachtwoord123')
    expect(await field.getAttribute('type')).toBe('password')
    await page.getByRole('button', { name: 'Tonen wat je typt' }).click()
    expect(await field.getAttribute('type')).toBe('text')
    await expectAccessible(page)
    await field.fill('vier andere natte woorden')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /^Nu/ }).waitFor()
    await page.context().close()
  })

  test('is told how long to wait after too many tries', async () => {
    const els = await somebody()
    const page = await shown.visit(null, '/')
    const wait = page.getByRole('alert').filter({ hasText: /Te vaak.*(minu|seconde)/ })
    await expect.poll(async () => {
      const answered = page.waitForResponse(/api\/session$/)
      await signIn(page, els.email, 'iets anders')
      await answered
      return wait.count()
    }, { timeout: 60_000 }).toBe(1)
    await expectAccessible(page)
    await page.context().close()
  })
})

describe('one’s own sign-in', () => {
  test('the password is changed by who knows the old one, and other devices are signed out', async () => {
    const els = await somebody()
    const page = await shown.visit(null, '/me')
    await signIn(page, els.email, PASSWORD)
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click()
    await page.getByLabel('Huidig wachtwoord').fill('iets anders')
    await page.getByLabel('Nieuw wachtwoord').fill('vier andere natte woorden')
    await page.keyboard.press('Enter')
    await page.getByText('Dit is niet je huidige wachtwoord.').first().waitFor()
    await page.getByLabel('Huidig wachtwoord').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByText('Je wachtwoord is gewijzigd').first().waitFor()
    expect((await els.get('/api/session')).status).toBe(401)
    await page.context().close()
  })

  test('sessions are listed with this one marked; the others are ended', async () => {
    const els = await somebody()
    const page = await shown.visit(null, '/me')
    await signIn(page, els.email, PASSWORD)
    await page.getByText('deze sessie').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Alle andere beëindigen' }).click()
    await page.getByRole('button', { name: 'Alle andere beëindigen' }).waitFor({ state: 'detached' })
    expect((await els.get('/api/session')).status).toBe(401)
    await page.getByText('deze sessie').waitFor()
    await page.context().close()
  })

  test('moments are told in the zone of the installation, also in a browser abroad', async () => {
    const els = await somebody()
    const page = await shown.visit(null, '/')
    const abroad = await page.context().browser()?.newContext({ timezoneId: 'Asia/Tokyo', locale: 'nl' })
    const far = await abroad?.newPage()
    if (!far) throw new Error('No browser')
    await far.goto(`${shown.address}/#/me`)
    await signIn(far, els.email, PASSWORD)
    await far.getByText('deze sessie').waitFor()
    const at = shown.here.clock.now.toZonedDateTimeISO('Europe/Brussels')
    await far.getByText(new RegExp(`laatst actief op .*, ${at.hour}\\.\\d\\d`)).first().waitFor()
    await abroad?.close()
    await page.context().close()
  })

  test('nothing personal stays in the browser after signing out', async () => {
    const els = await somebody('library-admin')
    await shown.here.staff('desk', zwalm)
    const page = await shown.visit(els, '/me')
    await page.evaluate(`location.hash = '/staff?unit=${zwalm}'`)
    await page.getByRole('button', { name: 'Collega uitnodigen' }).click()
    await page.getByRole('textbox', { name: 'Voornaam en naam' }).fill('Geheime Gast')
    const kept = () => page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')
    expect(await kept()).toContain('Geheime Gast')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /account van/ }).click()
    await page.getByRole('menuitem', { name: 'Afmelden' }).click()
    await page.getByRole('heading', { level: 1, name: 'Welkom' }).waitFor()
    const left = await kept()
    for (const personal of ['Geheime Gast', els.email, els.id, zwalm]) expect(left).not.toContain(personal)
    expect(Object.keys(Object.assign({}, ...JSON.parse(left))).filter(key => !/language|version/i.test(key))).toEqual([])
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Welkom' }).waitFor()
    expect(await page.getByText(els.email).count()).toBe(0)
    await page.context().close()
  })
})

describe('access of a machine', () => {
  test('asks once more who sits here, is shown once, works, and is withdrawn', async () => {
    const boss = await somebody('library-admin')
    const page = await shown.visit(boss, `/tokens?unit=${zwalm}`)
    await page.getByText('Hier heeft geen enkele machine toegang.').waitFor()
    later(30)
    await page.getByRole('button', { name: 'Sleutel maken' }).click()
    await page.getByLabel('Waarvoor is deze sleutel?').fill('Website van de bib')
    await page.getByLabel('In welke rol?').click()
    await page.getByRole('option', { name: /baliemedewerker/i }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sleutel maken' }).click()
    const confirm = page.getByRole('dialog', { name: 'Bevestig dat jij het bent' })
    await confirm.getByLabel('Wachtwoord').fill('niet dit')
    await confirm.getByRole('button', { name: 'Bevestigen' }).click()
    await confirm.getByRole('alert').waitFor()
    await expectAccessible(page)
    await confirm.getByLabel('Wachtwoord').fill(PASSWORD)
    await page.keyboard.press('Enter')
    const token = await page.getByRole('textbox', { name: 'Toegangssleutel' }).inputValue()
    await expectAccessible(page)
    const asked = () => fetch(`${shown.address}/api/session`, { headers: { authorization: `Bearer ${token}` } })
    expect((await asked()).status).toBe(200)
    await page.getByRole('button', { name: 'Ik heb hem bewaard' }).click()
    await page.getByRole('rowheader', { name: /Website van de bib/ }).waitFor()
    expect(await page.content()).not.toContain(token)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Website van de bib intrekken' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Intrekken' }).click()
    await page.getByRole('cell', { name: 'ingetrokken' }).waitFor()
    expect((await asked()).status).toBe(401)
    await page.context().close()
  })
})

describe('a colleague', () => {
  test('is signed out everywhere and helped in by who may, who says why', async () => {
    const [boss, els] = [await somebody('library-admin'), await somebody()]
    const page = await shown.visit(boss, `/staff/${els.id}?unit=${zwalm}`)
    await page.getByRole('heading', { name: 'Open sessies' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Alle sessies beëindigen' }).click()
    await page.getByRole('dialog', { name: 'Alle sessies beëindigen' }).getByRole('button', { name: 'Alle sessies beëindigen' }).click()
    await page.getByText(/is nergens aangemeld/).waitFor()
    expect((await els.get('/api/session')).status).toBe(401)
    await page.getByRole('button', { name: 'Weer laten aanmelden' }).click()
    const dialog = page.getByRole('dialog', { name: 'Weer laten aanmelden' })
    await expectAccessible(page)
    await dialog.getByLabel('Waarom?').fill('Belde zelf, herkend aan de stem')
    await dialog.getByRole('button', { name: 'Weer laten aanmelden' }).click()
    await page.getByText(/kan zich weer aanmelden/).first().waitFor()
    await page.context().close()
  })
})
