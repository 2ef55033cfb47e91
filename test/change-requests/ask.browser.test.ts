import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let branch: string
let manager: Staff
let admin: Staff
let helpdesk: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  const library = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Bib Munkzwalm', library)
  manager = await here.staff('branch-manager', branch)
  admin = await here.staff('library-admin', library)
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => console_.close())

const inInbox = async () => (await helpdesk.get('/api/requests?box=inbox&sort=new')).body.data
const numberOf = async (page: Page) => Number(/nr\. (\d+)/.exec(await page.getByRole('heading', { level: 1, name: /is verstuurd/ }).innerText())?.[1])
const previewed = (page: Page) => page.locator('section[aria-busy=false]').filter({ hasText: 'Wat er verandert' }).waitFor()

describe('a branch manager who asks for the first time', () => {
  test('asks a question in four fields and clicks, and reads the number and by when an answer comes', async () => {
    const page = await console_.visit(manager, '/requests')
    let acts = 0
    const act = async (does: Promise<void>) => { acts += 1; await does }
    await act(page.getByRole('link', { name: 'Nieuwe aanvraag' }).click())
    await page.getByRole('heading', { level: 1, name: 'Nieuwe aanvraag' }).waitFor()
    await expectAccessible(page)
    await act(page.getByRole('link', { name: /Een vraag aan de servicedesk/ }).click())
    await act(page.getByLabel('Je vraag').fill('Waarom kreeg de bib geen overzicht?'))
    await act(page.getByRole('button', { name: 'Versturen' }).click())
    await page.getByRole('heading', { level: 1, name: /is verstuurd/ }).waitFor()
    expect(acts).toBe(4)
    await page.getByText('donderdag 26 november 2026').waitFor()
    await expectAccessible(page)
    const number = await numberOf(page)
    await page.getByRole('link', { name: 'Bekijk de aanvraag' }).click()
    await page.getByText('Waarom kreeg de bib geen overzicht?').waitFor()
    expect((await inInbox())[0]).toMatchObject({ number, form: 'change-requests.question' })
    await page.context().close()
  })

  test('finds what they mean with a slip, sees what it does, and may save what is theirs to change', async () => {
    const page = await console_.visit(manager, '/requests/new')
    await page.getByLabel('Wat wil je?').fill('openingsurren')
    await page.getByRole('link', { name: /Een vaste openingsdag wijzigen/ }).click()
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByRole('alert').filter({ hasText: 'velden om na te kijken' }).waitFor()
    await page.getByText('Beantwoord nog: Welke dag van de week.').waitFor()
    await expectAccessible(page)
    await page.getByLabel('maandag', { exact: true }).check()
    await page.getByLabel('Ja', { exact: true }).check()
    await page.getByLabel('Van, uren 1').fill('10')
    await page.getByLabel('Tot, uren 1').fill('17u30')
    await page.getByRole('button', { name: 'Opslaan' }).waitFor()
    await previewed(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText(/Opgeslagen/).waitFor()
    const { body } = await manager.get(`/api/units/${branch}/hours`)
    expect(JSON.stringify(body)).toContain('17:30')
    await page.context().close()
  })
})

test('whoever opens no branch themselves asks for one from the units', async () => {
  const page = await console_.visit(admin, '/units')
  await page.getByRole('link', { name: 'Vestiging aanvragen' }).click()
  await page.getByRole('heading', { level: 1, name: /vestiging/ }).waitFor()
  await page.getByRole('button', { name: 'Versturen' }).waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('who may only look sends what they changed as a request, and finds it again among their own', async () => {
  const desk = await console_.here.staff('desk', branch)
  await desk.change([{ kind: 'branches.set-rule', payload: {
    unit: branch, key: 'kermis', from: null, to: null, rule: { on: { date: '07-11' }, kind: 'G', text: 'Kermis' },
  } }], { asRequest: true })
  const page = await console_.visit(desk, '/')
  await page.getByRole('button', { name: 'Meer bekijken' }).click()
  await page.getByRole('link', { name: 'Mijn aanvragen' }).click()
  await page.getByRole('link', { name: /Munkzwalm/ }).waitFor()
  expect(await page.getByRole('link', { name: 'Nieuwe aanvraag' }).count()).toBe(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: /Munkzwalm/ }).click()
  await page.getByRole('button', { name: 'Aanvraag intrekken' }).waitFor()
  await page.context().close()
})

describe('what was begun', () => {
  test('outlives a reload, is kept as a draft, taken up again and sent', async () => {
    const page = await console_.visit(admin, '/requests/new?form=change-requests.question')
    await page.getByLabel('Je vraag').fill('Kan de boete')
    await page.reload()
    await page.getByText('Dit typte je eerder').waitFor()
    expect(await page.getByLabel('Je vraag').inputValue()).toBe('Kan de boete')
    await page.getByLabel('Nog iets wat de servicedesk moet weten?').fill('Voor de raad van december')
    await page.getByRole('button', { name: 'Bewaren als concept' }).click()
    await page.getByRole('heading', { level: 2, name: 'Concepten' }).waitFor()
    expect((await inInbox()).map((line: { subject: string }) => line.subject)).not.toContain('Een vraag aan de servicedesk: Bib Zwalm')
    await page.getByRole('link', { name: /Een vraag aan de servicedesk: Bib Zwalm/ }).click()
    await page.getByLabel('Je vraag').fill('Kan de boete omlaag?')
    expect(await page.getByLabel('Nog iets wat de servicedesk moet weten?').inputValue()).toBe('Voor de raad van december')
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByText('Verstuurd. Je krijgt een antwoord tegen').waitFor()
    expect((await inInbox())[0]).toMatchObject({ subject: 'Een vraag aan de servicedesk: Bib Zwalm', state: 'submitted' })
    await page.getByRole('button', { name: 'Aanvraag intrekken' }).click()
    const dialog = page.getByRole('dialog', { name: /intrekken\?$/ })
    await dialog.getByRole('button', { name: 'Intrekken' }).click()
    await page.getByText('Ingetrokken. Er is niets gewijzigd.').waitFor()
    await page.context().close()
  })

  test('is asked and sent with the keyboard alone', async () => {
    const page = await console_.visit(admin, '/requests/new?q=vraag')
    await tabTo(page, /^Een vraag aan de servicedesk/)
    await page.keyboard.press('Enter')
    await page.getByLabel('Je vraag').waitFor()
    await tabTo(page, 'Je vraag')
    await page.keyboard.type('Alleen met toetsen?')
    await tabTo(page, 'Versturen')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /is verstuurd/ }).waitFor()
    await page.context().close()
  })
})

describe('the helpdesk', () => {
  test('enters on behalf of who mailed, with the text of the mail; it waits until they confirm', async () => {
    const page = await console_.visit(helpdesk, `/requests/new?behalf=1&form=change-requests.question&unit=${branch}`)
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByText('Vul een naam in.').waitFor()
    await page.getByLabel('Naam', { exact: true }).fill('An Peeters')
    await page.getByLabel('E-mailadres').fill('an@zwalm.example')
    await page.getByLabel('Per mail').check()
    await page.getByLabel('Tekst van de mail').fill('Dag, kunnen jullie de poster mailen?')
    await page.getByLabel('Je vraag').fill('Ze willen de poster.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByText('An Peeters krijgt een mail met een link om te bevestigen.', { exact: false }).waitFor()
    const [{ id, unconfirmed, asker }] = await inInbox()
    expect([unconfirmed, asker.name]).toEqual([true, 'An Peeters'])
    expect((await helpdesk.get(`/api/requests/${id}`)).body).toMatchObject({ channel: 'mail', pasted: 'Dag, kunnen jullie de poster mailen?' })
    await page.context().close()
  })

  test('chooses whoever signs in there, and nobody of another library is among them', async () => {
    const elsewhere = await console_.here.staff('library-admin', await console_.here.unit('library', 'Bib Zoersel'))
    const { body } = await helpdesk.get(`/api/requests/askers?unit=${branch}`)
    const ids = body.data.map((one: { id: string }) => one.id)
    expect([ids.includes(manager.id), ids.includes(admin.id), ids.includes(elsewhere.id), ids.includes(helpdesk.id)]).toEqual([true, true, false, false])
    const sent = await helpdesk.post('/api/requests', {
      id: '6c1f7a3e-0f3b-4c77-9b36-1f5d0c0a7a11', form: 'change-requests.question', unit: branch, filled: { text: 'Mag het?' },
      onBehalfOf: { staff: elsewhere.id, name: 'X', address: 'x@example.org', language: 'nl' },
    })
    expect([sent.status, sent.body.faults?.[0].code]).toEqual([422, 'change-requests.no-asker'])
  })
})

test.each([['nl', 400], ['fr', 1280], ['en', 1280]] as const)('a form can be read in %s at %i px', async (language, width) => {
  const page = await console_.visit(manager, '/requests/new?form=branches.weekday', { language, width })
  await page.getByRole('radio').first().waitFor()
  await expectAccessible(page)
  expect(await sideways(page)).toBe(0)
  await page.context().close()
})
