import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { applyDue } from '#core/waiting.ts'
import { loanRule } from '#plugins/rules/contract/method.ts'
import { expectAccessible, openConsole, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let group: UnitId
let zele: UnitId
let temse: UnitId
let boss: Staff
let ofZele: Staff
let ofTemse: Staff

beforeAll(async () => {
  console_ = await openConsole()
  const { here } = console_
  group = await here.unit('group', 'Waasland', SYSTEM, { level: '2', code: 'G2' })
  zele = await here.unit('library', 'Zele', group)
  temse = await here.unit('library', 'Temse', group)
  boss = await here.staff('group-admin', group)
  ofZele = await here.staff('library-admin', zele)
  ofTemse = await here.staff('library-admin', temse)
})
afterAll(() => console_.close())

test('a library agrees to what its group shares, with the keyboard alone; another refuses and says why', async () => {
  const { here } = console_
  const value = { loanDays: 21, renewalDays: 21, feeCents: 0, minimumAge: 0 }
  const asked = await boss.change([{
    kind: 'parameters.set', payload: { unit: group, parameter: loanRule.name, from: '2026-11-23', to: null, value },
  }], { asRequest: true })
  expect(asked.status).toBe(201)

  const page = await console_.visit(ofZele, `/history?unit=${zele}`)
  await tabTo(page, 'Instemmen namens Zele')
  await page.keyboard.press('Enter')
  await page.getByText('stemt in', { exact: true }).waitFor()
  await expectAccessible(page)
  await page.context().close()

  const other = await console_.visit(ofTemse, `/history?unit=${temse}`)
  await other.getByRole('button', { name: 'Niet instemmen namens Temse' }).click()
  await other.getByRole('textbox', { name: 'Waarom niet?' }).fill('te kort voor onze lezers')
  await other.getByRole('button', { name: 'Versturen' }).click()
  await other.getByText('stemt niet in', { exact: true }).waitFor()
  await applyDue(here.installation, '2026-11-23')
  await other.getByRole('button', { name: 'Instemmen namens Temse' }).click()
  await other.getByText('gepland', { exact: true }).waitFor()
  await other.context().close()

  expect(await applyDue(here.installation, '2026-11-23')).toBe(1)
  expect((await ofZele.get(`/api/changes/${asked.body.id}`)).body.state).toBe('applied')
})

test('a move into the group names who must agree and the values that will bind it; the library answers for itself', async () => {
  const { here } = console_
  const lokeren = await here.unit('library', 'Lokeren', SYSTEM)
  const [admin, own] = [await here.staff('system-admin'), await here.staff('library-admin', lokeren)]
  const page = await console_.visit(admin, `/units?unit=${lokeren}`)
    await page.getByRole('button', { name: 'Meer' }).click()
  await page.getByRole('menuitem', { name: 'Verplaatsen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').first().fill('Waasland')
  await page.getByRole('option', { name: /Waasland/ }).click()
  await dialog.getByText('Waasland bindt dan Lokeren. Wat de groep deelt:').waitFor()
  await dialog.getByText(/21\/21\/0/).waitFor()
  await dialog.getByText(/Dit bindt deze bibliotheken; ze stemmen eerst in: Lokeren/).waitFor()
  await dialog.getByRole('button', { name: 'Voorleggen aan de bibliotheken' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()

  const theirs = await console_.visit(own, `/history?unit=${lokeren}`)
  await theirs.getByRole('button', { name: 'Instemmen namens Lokeren', exact: true }).click()
  await theirs.getByText('stemt in', { exact: true }).waitFor()
  await expectAccessible(theirs)
  await theirs.context().close()
})
