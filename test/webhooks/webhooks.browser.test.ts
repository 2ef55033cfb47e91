import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'
import { openReceiver, signaturesThatFit, type Receiver } from './receiver.ts'
import { telling } from './told.ts'

let shown: Console
let receiver: Receiver
let zwalm: UnitId
let boss: Staff

beforeAll(async () => {
  shown = await openConsole({ now: new Date().toISOString(), webhookNetwork: 'private' })
  receiver = await openReceiver()
  zwalm = await shown.here.unit('library', 'Bib Zwalm')
  await shown.here.unit('branch', 'Munkzwalm', zwalm)
  shown.here.clock.now = shown.here.clock.now.add({ seconds: 30 })
  boss = await shown.here.staff('library-admin', zwalm)
})
afterAll(async () => {
  await shown.close()
  await receiver.close()
})

test('a system is added, gets its secret, is tried out, and its messages are looked at and sent again, without a mouse', async () => {
  const tell = telling(shown.here, receiver)
  const page = await shown.visit(boss, `/webhooks?unit=${zwalm}`)
  await tell.write()
  await page.getByText('Hier hoort nog geen ander systeem iets.').waitFor()
  await expectAccessible(page)
  await tabTo(page, 'Webhook toevoegen')
  await page.keyboard.press('Enter')
  const adding = page.getByRole('dialog', { name: 'Webhook toevoegen' })
  await adding.getByLabel('Naam').fill('Ticketsysteem')
  await adding.getByLabel('Adres').fill(`${receiver.address}/tickets`)
  await adding.getByText(/Bib Zwalm laat “Ticketsysteem” \(localhost:\d+\) horen wat er gebeurt/).first().waitFor()
  await expectAccessible(page)
  await adding.getByRole('button', { name: 'Opslaan' }).press('Enter')
  await adding.waitFor({ state: 'detached' })

  const secret = page.getByRole('dialog', { name: 'Geheim van Ticketsysteem' })
  await secret.getByRole('button', { name: 'Geheim maken' }).press('Enter')
  const field = secret.getByLabel('Geheim', { exact: true })
  await field.waitFor()
  const key = await field.inputValue()
  expect(key).toMatch(/^whsec_/)
  await expectAccessible(page)
  await secret.getByRole('button', { name: 'Ik heb het bewaard' }).press('Enter')
  await secret.waitFor({ state: 'detached' })

  receiver.moods.set('/tickets', 500)
  await page.getByRole('button', { name: 'Proefbericht: Ticketsysteem' }).press('Enter')
  await page.getByText('Het proefbericht is onderweg.').waitFor()
  await tell.deliver()
  await page.getByRole('alert').filter({ hasText: 'Het proefbericht kwam niet aan. Het andere systeem weigerde het bericht.' }).waitFor()
  await expectAccessible(page)

  receiver.moods.clear()
  await page.getByRole('button', { name: 'Berichten: Ticketsysteem' }).press('Enter')
  const log = page.getByRole('dialog', { name: 'Berichten aan Ticketsysteem' })
  await log.getByRole('row', { name: /Proefbericht/ }).getByText('mislukt').waitFor()
  await log.getByText('“dank je”').waitFor()
  await log.getByRole('button', { name: /^Bekijken/ }).first().press('Enter')
  await log.getByRole('region', { name: 'Inhoud van het bericht' }).getByText('webhook-id').waitFor()
  await expectAccessible(page)
  await log.getByRole('button', { name: /^Opnieuw versturen/ }).first().press('Enter')
  await log.getByRole('row', { name: /Proefbericht/ }).getByText('wacht', { exact: true }).waitFor()
  await tell.deliver()
  await log.getByRole('row', { name: /Proefbericht/ }).getByText('aangekomen').waitFor()
  const pings = receiver.at('/tickets').filter(({ body }) => body.type === 'webhooks.ping')
  expect([pings.length, new Set(pings.map(({ id }) => id)).size]).toEqual([2, 1])
  expect(pings[1] && await signaturesThatFit(pings[1], key)).toBe(1)
  await log.getByRole('button', { name: 'mislukt' }).click()
  await log.getByText('Geen berichten gevonden.').waitFor()
  await page.keyboard.press('Escape')
  await log.waitFor({ state: 'detached' })
  await page.context().close()
})

test('says so when it cannot be read, and tries again', async () => {
  const page = await shown.visit(boss, '/hours')
  await page.route('**/api/webhooks?*', route => route.fulfill({
    status: 500, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Dat lukte niet', status: 500 }),
  }))
  await page.evaluate(`location.hash = '/webhooks'`)
  await page.getByRole('alert').filter({ hasText: 'Dat lukte niet' }).waitFor()
  await expectAccessible(page)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await page.getByRole('heading', { level: 2, name: 'Ticketsysteem' }).waitFor()
  await page.context().close()
})

test.each([['en', 'Webhooks of Bib Zwalm', 'Messages: Ticketsysteem'], ['fr', 'Webhooks de Bib Zwalm', 'Messages : Ticketsysteem']] as const)(
  'speaks %s and fits a telephone', async (language, title, log) => {
    const page = await shown.visit(boss, `/webhooks?unit=${zwalm}`, { language, width: 320 })
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'Ticketsysteem' }).waitFor()
    expect(await sideways(page)).toBe(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: log.replace(' :', ':') }).click()
    await page.getByRole('dialog').getByRole('row').nth(1).waitFor()
    await expectAccessible(page)
    await page.context().close()
  })
