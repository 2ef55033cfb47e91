import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'
import { peopleOf, somebody, type Library } from './people.ts'
import { onlineLibrary, onlineMember } from './website.ts'

/** The desk confirms who enrolled online, by keyboard and with the identity card in hand. */
let shown: Console
let zwalm: Library & { site: Staff }

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const people = peopleOf(shown.here)
  zwalm = await onlineLibrary(shown.here, 'Zwalm')
  await people.say('patrons.fee', 500, zwalm.id, { membership: '60' })
  const gavere = await people.library('Gavere')
  await people.enrolled(gavere, { person: somebody({ familyName: 'Bekend', firstName: 'Jo', bornOn: '1984-03-09', email: 'oud@example.be' }) })
  await onlineMember(zwalm, { familyName: 'Nieuw', firstName: 'Tijl', bornOn: '1990-05-12' })
  await onlineMember(zwalm, { familyName: 'Bekend', firstName: 'Jo', bornOn: '1984-03-09', email: 'jo@example.be' })
  await onlineMember(zwalm, { familyName: 'Spook', firstName: 'Mia', bornOn: '1970-01-01' })
})
afterAll(() => shown.close())

describe('online enrolments', () => {
  test('stand under the patrons, and one is confirmed by keyboard in one act, with a card scanned', async () => {
    const page = await shown.visit(zwalm.desk, '/patrons')
    await page.getByRole('link', { name: '3 online inschrijvingen' }).waitFor()
    await tabTo(page, '3 online inschrijvingen')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Online inschrijvingen' }).waitFor()
    await page.getByText('1 andere lener').waitFor()
    await expectAccessible(page)
    await tabTo(page, 'Tijl Nieuw bevestigen')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Tijl Nieuw bevestigen' })
    await dialog.getByText('Vergelijk met de identiteitskaart.').waitFor()
    await dialog.getByText('Er is nog € 5,00 lidgeld te betalen.').waitFor()
    await expectAccessible(page)
    await page.keyboard.type('22110000000035')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('status').filter({ hasText: 'Tijl Nieuw is bevestigd en kan lenen.' }).waitFor()
    await page.getByRole('button', { name: 'Tijl Nieuw bevestigen' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Lener openen' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Tijl Nieuw' }).waitFor()
    await page.getByText('Lidgeld van € 5,00 nog niet betaald.').waitFor()
    await page.getByText('22110000000035').first().waitFor()
    await page.context().close()
  })

  test('who looks like somebody who is known is compared, joined, and goes on as that person', async () => {
    const page = await shown.visit(zwalm.desk, '/patrons/online')
    await page.setViewportSize({ width: 400, height: 900 })
    await page.getByRole('button', { name: 'Jo Bekend bevestigen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Jo Bekend bevestigen' })
    const act = dialog.getByRole('button', { name: 'Identiteit nagekeken, bevestigen' })
    await dialog.getByRole('radio', { name: 'Jo Bekend, 9 maart 1984: dezelfde persoon (lid bij Gavere)' }).waitFor()
    expect(await act.isDisabled()).toBe(true)
    await page.keyboard.press('Space')
    await dialog.getByRole('checkbox', { name: /overnemen van de online inschrijving/ }).waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await act.click()
    await page.getByRole('link', { name: 'Lener openen' }).click()
    await page.getByRole('region', { name: 'Zwalm' }).waitFor()
    await page.getByText('jo@example.be').first().waitFor()
    await page.context().close()
  })

  test('one is refused with a reason, and then nobody waits', async () => {
    const page = await shown.visit(zwalm.desk, '/patrons/online')
    await page.getByRole('button', { name: 'Mia Spook weigeren' }).click()
    const dialog = page.getByRole('dialog', { name: 'Lidmaatschap van Mia Spook opzeggen' })
    await dialog.getByLabel('Reden').click()
    await page.getByRole('option', { name: 'misbruik' }).click()
    await dialog.getByText('Wat volgt').waitFor()
    await dialog.getByRole('button', { name: 'Opzeggen' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Er wacht niemand: alle online inschrijvingen zijn bevestigd.').waitFor()
    await expectAccessible(page)
    await page.context().close()
  })

  test('who comes to the lending desk first is led to their page, and confirmed there as well', async () => {
    const { card } = await onlineMember(zwalm, { familyName: 'Later', firstName: 'Piet', bornOn: '1980-02-03' })
    const page = await shown.visit(zwalm.desk, `/desk?unit=${zwalm.branch}`)
    await page.getByLabel('Lidkaart').waitFor()
    await page.keyboard.type(card)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Bevestigen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Piet Later' }).waitFor()
    await page.getByText('Vraag de identiteitskaart en bevestig.').waitFor()
    await page.getByRole('button', { name: 'Bevestigen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Piet Later bevestigen' })
    await dialog.getByText('Vergelijk met de identiteitskaart.').waitFor()
    await dialog.getByRole('button', { name: 'Identiteit nagekeken, bevestigen' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Vraag de identiteitskaart en bevestig.').waitFor({ state: 'detached' })
    await page.getByText('Lidgeld van € 5,00 nog niet betaald.').waitFor()
    await page.context().close()
  })
})
