import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openConsole, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let library: string
let branches: string[]
let admin: Staff
let manager: Staff
let helpdesk: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  library = await here.unit('library', 'Bib Zwalm')
  branches = [await here.unit('branch', 'Bib Munkzwalm', library), await here.unit('branch', 'Bib Nederzwalm', library)]
  admin = await here.staff('library-admin', library)
  manager = await here.staff('branch-manager', branches[0])
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => console_.close())

/** Goes to what is called so and types there. */
async function type(page: Page, name: string | RegExp, text: string) {
  await tabTo(page, name)
  await page.keyboard.type(text)
}
async function press(page: Page, name: string | RegExp, key = 'Enter') {
  await tabTo(page, name)
  await page.keyboard.press(key)
}
/** One of a list, found by its code: down to it, and Enter. */
async function choose(page: Page, name: string | RegExp, code: string) {
  await type(page, name, code)
  await pick(page, code)
}
async function pick(page: Page, code: string) {
  await page.getByRole('option', { name: `${code} ` }).first().waitFor()
  const highlighted = async () => (await page.locator('[role=option].Mui-focused').allInnerTexts()).join()
  for (let before = await highlighted(); !before.startsWith(`${code} `); before = await highlighted()) {
    await page.keyboard.press('ArrowDown')
    // A key pressed before the last one showed would pass the option by.
    await expect.poll(highlighted).not.toBe(before)
  }
  await page.keyboard.press('Enter')
}
/** What the answers do is worked out: it can be sent. */
const settled = (page: Page) => page.locator('button[type=submit]:enabled').waitFor()
const sent = async (page: Page) => {
  await press(page, 'Versturen')
  await page.getByRole('heading', { level: 1, name: /is verstuurd/ }).waitFor()
  return (await helpdesk.get('/api/requests?box=inbox&sort=new')).body.data[0]
}
const filledOf = async ({ id }: { id: string }) => (await helpdesk.get(`/api/requests/${id}`)).body

describe('by keyboard alone', () => {
  test('what must be answered and is not cannot be sent: it is said at its field, where the focus goes', async () => {
    const page = await console_.visit(admin, '/requests/new?form=parameters.replacement-prices')
    await press(page, 'Versturen')
    const prices = page.getByRole('group', { name: 'Prijs per materiaalsoort' })
    await prices.getByText('Beantwoord nog: Prijs per materiaalsoort.').waitFor()
    await page.getByRole('alert').filter({ hasText: 'velden om na te kijken' }).waitFor()
    await expect.poll(() => prices.evaluate(group => group.contains(group.ownerDocument.activeElement))).toBe(true)
    await expectAccessible(page)
    expect((await helpdesk.get('/api/requests?box=inbox')).body.total).toBe(0)
    await page.context().close()
  })

  test('rows with a code and an amount, yes or no, and a day; half an amount is said at its row; a reload loses nothing', async () => {
    const page = await console_.visit(admin, '/requests/new?form=parameters.replacement-prices')
    await choose(page, 'materiaalsoort', 'BOEK')
    await type(page, 'prijs', '20,0,5')
    await page.getByText('Vul elke regel volledig in.').or(page.getByText(/bedrag/)).first().waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('20')
    await press(page, 'Regel toevoegen')
    const second = page.getByRole('group', { name: 'Regel 2' })
    await second.waitFor()
    await page.keyboard.press('Shift+Tab')
    await second.getByLabel('materiaalsoort').focus()
    await page.keyboard.type('DVD')
    await pick(page, 'DVD')
    await second.getByLabel('prijs').focus()
    await page.keyboard.type('25')
    await press(page, 'Nee', 'Space')
    await page.reload()
    await page.getByText('Dit typte je eerder').waitFor()
    expect(await page.getByRole('group', { name: 'Regel 2' }).getByLabel('prijs').inputValue()).toBe('25')
    await type(page, /^Nummer van het raadsbesluit/, '2026/118')
    await type(page, /^Datum van het raadsbesluit/, '20/10/2026')
    await settled(page)
    await expectAccessible(page)
    const { filled } = await filledOf(await sent(page))
    expect(filled).toMatchObject({ prices: [{ material: 'BOEK', cents: 2000 }, { material: 'DVD', cents: 2500 }], depreciates: false })
    await page.context().close()
  })

  test('branches, one of a few, an amount and several codes of a list', async () => {
    const page = await console_.visit(admin, '/requests/new?form=circulation.holds')
    const pickup = page.getByRole('group', { name: 'Afhaallocaties' })
    await pickup.getByRole('checkbox').first().waitFor()
    const before = await pickup.getByLabel('Bib Nederzwalm').isChecked()
    await pickup.getByLabel('Bib Nederzwalm').focus()
    await page.keyboard.press('Space')
    await page.getByRole('radiogroup', { name: 'Wanneer betaalt de lener?' }).getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await type(page, 'Kost van een reservering', '0,50')
    for (const code of ['60', '100']) await choose(page, /^Kost alleen voor deze lidsoorten/, code)
    await type(page, /^Nummer van het raadsbesluit/, '2026/118')
    await type(page, /^Datum van het raadsbesluit/, '20/10/2026')
    await settled(page)
    await expectAccessible(page)
    const { filled } = await filledOf(await sent(page))
    expect(filled).toMatchObject({ moment: 'pickup', cost: 50, memberships: ['60', '100'] })
    expect(filled.pickup.includes(branches[1])).toBe(!before)
    await page.context().close()
  })

  test('a day of the week and its hours; an hour that is none is said there', async () => {
    const page = await console_.visit(manager, '/requests/new?form=branches.weekday')
    await press(page, 'maandag', 'Space')
    await page.keyboard.press('ArrowRight')
    await press(page, 'Ja', 'Space')
    await type(page, 'Van, uren 1', '10')
    await type(page, 'Tot, uren 1', '25u')
    await page.keyboard.press('Tab')
    await page.getByRole('group', { name: 'Openingsuren op die dag' }).getByText(/uur|uren/).first().waitFor()
    await press(page, 'Versturen')
    await page.getByRole('alert').filter({ hasText: 'veld om na te kijken' }).waitFor()
    await page.getByLabel('Tot, uren 1').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('12u30')
    await press(page, 'Uren toevoegen')
    await type(page, 'Van, uren 2', '13')
    await type(page, 'Tot, uren 2', '18')
    await settled(page)
    await expectAccessible(page)
    await press(page, 'Opslaan')
    await page.getByText(/Opgeslagen/).waitFor()
    const { body } = await manager.get(`/api/units/${branches[0]}/hours`)
    expect(JSON.stringify(body)).toContain('"tu":[{"from":"10:00","to":"12:30"},{"from":"13:00","to":"18:00"}]')
    await page.context().close()
  })
})

const PDF = Buffer.from('%PDF-1.7 besluit')
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])

/** Chooses files with the keyboard, as far as a browser lets a test. */
async function attach(page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) {
  const chooser = page.waitForEvent('filechooser')
  await press(page, 'Bestand toevoegen')
  await (await chooser).setFiles(files)
}

describe('attachments', () => {
  test('a PDF and a picture go along; what is another kind or too large says so at once and stays behind', async () => {
    const page = await console_.visit(admin, '/requests/new?form=change-requests.question')
    await type(page, 'Je vraag', 'Klopt dit besluit?')
    await attach(page,
      { name: 'besluit.pdf', mimeType: 'application/pdf', buffer: PDF }, { name: 'plan.png', mimeType: 'image/png', buffer: PNG },
      { name: 'tabel.pdf', mimeType: 'application/pdf', buffer: Buffer.from('naam;prijs') },
      { name: 'film.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([PDF, Buffer.alloc(5 * 2 ** 20)]) })
    await page.getByText('tabel.pdf is geen pdf, png of jpeg.').waitFor()
    await page.getByText('film.pdf is groter dan 5 MB.').waitFor()
    await expectAccessible(page)
    const { files } = await filledOf(await sent(page))
    expect(files.map(({ name, mediaType }: { name: string; mediaType: string }) => [name, mediaType]).sort())
      .toEqual([['besluit.pdf', 'application/pdf'], ['plan.png', 'image/png']])
    await page.context().close()
  })

  test('stay with a draft; with one, also whoever may do it themselves sends it to be read', async () => {
    const page = await console_.visit(manager, '/requests/new?form=branches.weekday')
    await press(page, 'maandag', 'Space')
    await press(page, 'Nee', 'Space')
    await settled(page)
    await page.getByRole('button', { name: 'Opslaan' }).waitFor()
    await attach(page, { name: 'besluit.pdf', mimeType: 'application/pdf', buffer: PDF })
    await page.getByText('Met een bijlage gaat dit als aanvraag naar de servicedesk.').waitFor()
    await press(page, 'Bewaren als concept')
    await page.getByRole('heading', { level: 2, name: 'Concepten' }).waitFor()
    await page.getByRole('link', { name: /Een vaste openingsdag wijzigen/ }).click()
    await page.getByText('besluit.pdf').waitFor()
    await settled(page)
    await press(page, 'Versturen')
    await page.getByText('Verstuurd. Je krijgt een antwoord tegen').waitFor()
    const [newest] = (await helpdesk.get('/api/requests?box=inbox&sort=new')).body.data
    const { files, filled } = await filledOf(newest)
    expect([files.length, filled.opens]).toEqual([1, false])
    await page.context().close()
  })
})
