import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let branch: UnitId
let library: UnitId
let desk: Staff

const open = [{ from: '10:00', to: '18:00' }]
const rule = (unit: UnitId, parameter: string, value: object, more: object = {}) =>
  ({ kind: 'parameters.set', payload: { unit, parameter, from: '2025-01-01', to: null, value, ...more } })

/** The worked example of the council of Oud-Turnhout: open from Tuesday to Saturday, ten cents a day. */
beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  library = await here.unit('library', 'Bib Oud-Turnhout')
  branch = await here.unit('branch', 'Bib Dorp', library)
  await here.apply(
    { kind: 'branches.set-hours', payload: {
      unit: branch, key: 'staffed/regular', from: '2025-01-01', to: null,
      plan: { kind: 'staffed', layer: 'regular', week: { tu: open, we: open, th: open, fr: open, sa: open } },
    } },
    rule(library, 'rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 300 },
      { basis: { number: '2023/41', date: '2023-12-14' } }),
    rule(library, 'rules.dunning', { reminder1Days: 7, reminder2Days: 14, billDays: 35, preNoticeDays: 3 }),
    rule(library, 'rules.loan', { loanDays: 28, renewalDays: 28, feeCents: 0, minimumAge: 99 }, { where: { material: 'BORDSPEL' } }),
  )
  desk = await here.staff('desk', branch)
})
afterAll(() => console_.close())

describe('a loan tried out', () => {
  test('says when it is due, what being late costs, which messages leave when, and which rule said so', async () => {
    const page = await console_.visit(desk, `/rules?unit=${branch}&try=1&membership=60&material=BOEK&loan=2025-03-04&returned=2025-04-12`)
    await page.getByText('Terug ten laatste op dinsdag 1 april 2025').waitFor()
    await page.getByText('Op za 12 apr. 2025 is het 11 dagen te laat, waarvan 9 meetellen: € 0,90.').waitFor()
    const moments = await page.getByRole('listitem').filter({ hasText: /Attendering|Aanmaning|Nota/ }).allTextContents()
    expect(moments.map(one => one.replaceAll('\u00A0', ' '))).toEqual([
      'za 29 mrt. 2025Attendering', 'di 8 apr. 2025Aanmaning 1 · boete € 0,50',
      'di 22 apr. 2025Aanmaning 2 · boete € 1,50', 'di 6 mei 2025Nota · boete € 2,50',
    ])
    const steps = page.getByRole('table', { name: 'Wat te laat kost' })
    expect(await steps.getByRole('row').nth(1).textContent()).toMatch(/^1 dag te laatwo 2 apr\. 2025€\s0,10$/)
    expect(await page.getByRole('img', { name: /^De boete loopt op tot €\s3,00 na/ }).count()).toBe(1)
    await page.getByText(/Boetemethode: 0,10\/0\/3,00/).waitFor()
    await page.getByText(/regel van Bib Oud-Turnhout/).first().waitFor()
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  })

  test('begins with an adult and a book, and at the next visit with what was tried there last', async () => {
    const colleague = await console_.here.staff('desk', branch)
    const page = await console_.visit(colleague, `/rules?unit=${branch}&try=1`)
    const [membership, material] = ['Lidsoort', 'Materiaalsoort'].map(name => page.getByRole('combobox', { name })) as [Locator, Locator]
    await page.getByText(/^Terug ten laatste op/).waitFor()
    expect(await Promise.all([membership, material].map(one => one.inputValue()))).toEqual(['60 Volwassene', 'BOEK Boek'])
    expect(await page.getByRole('combobox', { name: 'Lid van' }).count()).toBe(0)
    const choose = async (field: Locator, words: string, name: string) => {
      await field.fill(words)
      await page.getByRole('option', { name }).click()
    }
    await choose(membership, 'jeugd', '1 Jeugd')
    await choose(material, 'dvd', 'DVD Dvd')
    await page.waitForURL(url => url.hash.includes('material=DVD'))
    const again = await page.context().newPage()
    await again.goto(`${console_.address}/#/rules?unit=${branch}&try=1`)
    await again.getByText(/^Terug ten laatste op/).waitFor()
    expect(await again.getByRole('combobox', { name: 'Lidsoort' }).inputValue()).toBe('1 Jeugd')
    expect(await again.getByRole('combobox', { name: 'Materiaalsoort' }).inputValue()).toBe('DVD Dvd')
    await again.getByRole('combobox', { name: 'Lidsoort' }).fill('instelling')
    await again.getByRole('option', { name: '180 Instelling' }).click()
    await again.waitForURL(url => url.hash.includes('membership=180'))
    await page.goto(`${console_.address}/#/rules?unit=${branch}&try=1`)
    await page.getByText(/^Terug ten laatste op/).waitFor()
    await expect.poll(() => membership.inputValue()).toBe('60 Volwassene')
    await page.context().close()
  })

  test('is asked with the keyboard alone, and says what is not lent', async () => {
    const page = await console_.visit(desk, `/rules?unit=${branch}&try=1`)
    await page.getByText(/^Terug ten laatste op/).waitFor()
    await tabTo(page, 'Materiaalsoort')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('bordspel')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Dit wordt niet uitgeleend.').waitFor()
    await expectAccessible(page)
    await page.context().close()
  })

  test('reckons with the cells that are not saved yet, says so, and goes without them when asked', async () => {
    const boss = await console_.here.staff('library-admin', library)
    const page = await console_.visit(boss, `/rules?unit=${library}`)
    await page.locator('#rule-0-0').click()
    await page.keyboard.type('7/7/0')
    await page.keyboard.press('Enter')
    await page.keyboard.type('geen regel')
    await page.keyboard.press('Enter')
    await page.getByText('2 wijzigingen nog niet opgeslagen', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Uitproberen', exact: true }).click()
    await page.getByText('Met het vakje dat je nog niet opgeslagen hebt', { exact: false }).waitFor()
    await page.getByText('1 vakje klopt niet en telt niet mee.', { exact: false }).waitFor()
    await page.getByText('7/7/0').waitFor()
    await page.getByText(/regel van Bib Oud-Turnhout .*nog niet opgeslagen/).waitFor()
    await expectAccessible(page)
    await page.getByRole('switch', { name: 'Reken ze mee' }).uncheck()
    await page.getByText('Zonder de 2 vakjes die je nog niet opgeslagen hebt.').waitFor()
    await page.getByText('7/7/0').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('of a member of another library goes by the type that is linked to theirs', async () => {
    const { here } = console_
    const group = await here.unit('group', 'Groep Dijle', undefined, { level: '3a' })
    const [home, lends] = [await here.unit('library', 'Bib Herent', group), await here.unit('library', 'Bib Bertem', group)]
    const place = await here.unit('branch', 'Bib Leefdaal', lends)
    await here.apply({ kind: 'parameters.set-membership-link', payload: {
      unit: group, code: 'VOLW', from: '2025-01-01', to: null, body: { types: { [home]: '60', [lends]: '61' } },
    } })
    const page = await console_.visit(await here.staff('desk', place), `/rules?unit=${place}&try=1&membership=60&material=BOEK`)
    await page.getByRole('combobox', { name: 'Lid van' }).fill('Herent')
    await page.getByRole('option', { name: /Bib Herent/ }).click()
    await page.getByText(/Wie bij Bib Herent 60 Volwassene is, leent hier als 61 .*: zo koppelt Groep Dijle/).first().waitFor()
    await expectAccessible(page)
    await page.context().close()
  })

  test('begins at the cell one stands on in the grid', async () => {
    const page = await console_.visit(desk, `/rules?unit=${branch}`)
    await page.locator('#rule-1-2').click()
    await page.getByRole('button', { name: 'Probeer deze regel uit' }).click()
    await page.getByRole('heading', { name: 'Probeer het reglement uit' }).waitFor()
    const title = await page.getByRole('combobox', { name: 'Lidsoort' }).inputValue()
    expect(title).toBe('1 Jeugd')
    await page.context().close()
  })
})

describe('the lists of types', () => {
  test('are the region’s: it adds a type with its names, and takes none away that has rules', async () => {
    const page = await console_.visit(await console_.here.staff('system-admin'), `/lists/types?unit=${SYSTEM}`)
    await page.getByRole('button', { name: 'Soort toevoegen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Code', exact: true }).fill('77')
    for (const language of ['Nederlands', 'English', 'Français']) {
      await dialog.getByRole('textbox', { name: `Naam, ${language}` }).fill('Leesclub')
    }
    await dialog.getByRole('button', { name: 'Opslaan' }).and(page.locator(':enabled')).click()
    await page.getByText(/^Opgeslagen/).first().waitFor()
    await page.getByRole('row', { name: /^77 Leesclub persoon/ }).waitFor()
    await page.getByRole('button', { name: 'Materiaalsoorten' }).click()
    await page.getByRole('button', { name: 'BORDSPEL Bordspel wijzigen' }).click()
    await dialog.getByRole('button', { name: 'Uit de lijst halen' }).click()
    await dialog.getByText(/Er steunen nog regels op BORDSPEL/).first().waitFor()
    await page.context().close()
  })

  test('a library says what differs there, and goes back to what the region says', async () => {
    const admin = await console_.here.staff('system-admin')
    const page = await console_.visit(admin, `/lists/types?unit=${library}`)
    await page.getByRole('button', { name: '60 Volwassene wijzigen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Iets anders dan de regio' }).check()
    await dialog.getByRole('checkbox', { name: /^Niet meer in gebruik/ }).check()
    await dialog.getByRole('button', { name: 'Opslaan' }).and(page.locator(':enabled')).click()
    await page.getByText(/^Opgeslagen/).first().waitFor()
    await page.getByRole('row', { name: /^60 Volwassene.*niet in gebruik.*hier anders/ }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: '60 Volwassene wijzigen' }).click()
    await dialog.getByRole('radio', { name: 'Wat de regio zegt' }).check()
    await dialog.getByRole('button', { name: 'Opslaan' }).and(page.locator(':enabled')).click()
    await page.getByRole('row', { name: /^60 Volwassene.*in gebruik/ }).filter({ hasNotText: 'niet in gebruik' }).waitFor()
    await page.context().close()
  })

  test('of a group of level 3 are linked, and the desk only looks', async () => {
    const { here } = console_
    const group = await here.unit('group', 'Groep Kempen', undefined, { level: '3a' })
    const [one, other] = [await here.unit('library', 'Bib Mol', group), await here.unit('library', 'Bib Balen', group)]
    const page = await console_.visit(await here.staff('system-admin'), `/lists/types?unit=${group}&list=links`)
    await page.getByRole('button', { name: 'Koppeling toevoegen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Code' }).fill('VOLW')
    for (const [library_, type] of [['Bib Mol', '60 Volwassene'], ['Bib Balen', '61 Volwassene buiten gemeente']] as const) {
      await dialog.getByRole('combobox', { name: library_ }).click()
      await page.getByRole('option', { name: type }).click()
    }
    await dialog.getByRole('button', { name: 'Opslaan' }).and(page.locator(':enabled')).click()
    await page.getByText('Bib Balen: 61 Volwassene buiten gemeente', { exact: false }).first().waitFor()
    const lists = await desk.get(`/api/lists?unit=${one}`)
    expect(lists.body.links[0].types.map((type: { unit: UnitId; code: string }) => [type.unit, type.code])).toEqual(
      expect.arrayContaining([[one, '60'], [other, '61']]))
    const looking = await console_.visit(desk, `/lists/types?unit=${library}`)
    await looking.getByRole('row', { name: /^60 Volwassene/ }).waitFor()
    expect(await looking.getByRole('button', { name: /wijzigen$/i }).count()).toBe(0)
    await looking.context().close()
    await page.context().close()
  })
})
