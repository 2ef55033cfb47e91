import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import { home, peopleOf, somebody, type Library } from './people.ts'

/** The desk looks somebody up, enrols, and ends a membership, by keyboard and scanner. */
let shown: Console
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let gavere: Library

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  people = peopleOf(shown.here)
  ;[zwalm, gavere] = [await people.library('Zwalm'), await people.library('Gavere')]
  await people.say('patrons.fee', 500, zwalm.id, { membership: '60' })
})
afterAll(() => shown.close())

describe('looking somebody up', () => {
  test('goes by a scanned card and Enter, and shows what stands in the way', async () => {
    const { card, person } = await people.enrolled(zwalm, { person: somebody({ familyName: 'Scan', firstName: 'Bo' }), card: 'generated' })
    const page = await shown.visit(zwalm.desk, '/patrons')
    await page.keyboard.type(card)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Bo Scan' }).waitFor()
    await page.getByText('Lidgeld van € 5,00 nog niet betaald.').waitFor()
    expect(page.url()).toContain(person)
    await expectAccessible(page)
    await page.setViewportSize({ width: 400, height: 900 })
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  })

  test('by name lists who answers to it, without a name in the address', async () => {
    for (const firstName of ['Els', 'Wim']) await people.enrolled(zwalm, { person: somebody({ familyName: 'Lijst', firstName }), different: true })
    const page = await shown.visit(zwalm.desk, '/patrons')
    await page.getByRole('searchbox').fill('lijst')
    await page.getByRole('status').filter({ hasText: '2 leners gevonden' }).waitFor()
    await expectAccessible(page)
    expect(page.url()).not.toContain('lijst')
    await tabTo(page, 'Wim Lijst')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Wim Lijst' }).waitFor()
    await page.context().close()
  })
})

describe('enrolling', () => {
  test('takes three screens, and ends at the page of the new patron', async () => {
    const page = await shown.visit(zwalm.desk, '/patrons/new')
    await page.getByLabel('Voornaam').fill('Tijl')
    await page.getByLabel('Familienaam').fill('Nieuwkomer')
    await page.getByLabel('Geboortedatum *').fill('9/3/1984')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByLabel('Straat').fill(home.street)
    await page.getByLabel('Postcode').fill(home.postalCode)
    await page.getByLabel('Gemeente').fill(home.city)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByLabel('Lidsoort').click()
    await page.getByRole('option', { name: '60 Volwassene', exact: true }).click()
    await page.getByText(/tot en met 22 november 2027, lidgeld € 5,00|tot en met .*2027, lidgeld/).waitFor()
    await page.getByText('werkt met geen andere bibliotheek samen').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Inschrijven' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tijl Nieuwkomer' }).waitFor()
    await page.context().close()
  })

  test('of somebody who is known shows where, and gives the one person a second membership', async () => {
    await people.enrolled(gavere, { person: somebody({ familyName: 'Bekend', firstName: 'Jo', bornOn: '1990-05-12' }) })
    const page = await shown.visit(zwalm.desk, '/patrons/new')
    await page.getByLabel('Voornaam').fill('Jo')
    await page.getByLabel('Familienaam').fill('Bekend')
    await page.getByLabel('Geboortedatum *').fill('12/5/1990')
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByText('lid bij Gavere').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Jo Bekend: dezelfde persoon' }).click()
    await page.getByText('Jo Bekend is al bekend en krijgt hier een lidmaatschap.').waitFor()
    await page.getByLabel('Lidsoort').click()
    await page.getByRole('option', { name: '60 Volwassene', exact: true }).click()
    await page.getByRole('button', { name: 'Inschrijven' }).click()
    await page.getByRole('heading', { level: 1, name: 'Jo Bekend' }).waitFor()
    await page.context().close()
  })
})

test('what the library asks besides is filled in on the screen where it belongs, and nothing typed is lost', async () => {
  const page = await shown.visit(zwalm.desk, '/patrons/new')
  await page.getByLabel('Voornaam').fill('Tine')
  await page.getByLabel('Familienaam').fill('Zonderadres')
  await page.getByLabel('Geboortedatum *').fill('9/3/1984')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByLabel('Lidsoort').click()
  await page.getByRole('option', { name: '60 Volwassene', exact: true }).click()
  await page.getByRole('button', { name: 'Inschrijven' }).click()
  await page.getByText('Vul het adres in: deze bibliotheek vraagt dat.').first().waitFor()
  await page.getByLabel('Straat').fill(home.street)
  await page.getByLabel('Postcode').fill(home.postalCode)
  await page.getByLabel('Gemeente').fill(home.city)
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('button', { name: 'Inschrijven' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tine Zonderadres' }).waitFor()
  await page.context().close()
})

describe('ending a membership', () => {
  test('tells what follows first, and the page says so afterwards', async () => {
    const { person } = await people.enrolled(zwalm, { person: somebody({ familyName: 'Weg', firstName: 'An', email: 'an@example.be' }) })
    const page = await shown.visit(zwalm.desk, `/patrons/${person}`)
    await page.getByRole('button', { name: 'Opzeggen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Lidmaatschap van An Weg opzeggen' })
    await dialog.getByLabel('Reden').click()
    await page.getByRole('option', { name: 'verhuisd' }).click()
    await dialog.getByText('Er staat een e-mailadres').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Opzeggen' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('region', { name: 'Zwalm' }).getByText('uitgeschreven op 23 november 2026').waitFor()
    await page.getByRole('button', { name: 'Opnieuw inschrijven' }).waitFor()
    await expectAccessible(page)
    await page.context().close()
  })
})
