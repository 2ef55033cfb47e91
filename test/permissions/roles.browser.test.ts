import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let shown: Console
let zwalm: UnitId
let boss: Staff
let desk: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  zwalm = await shown.here.unit('library', 'Bib Zwalm', SYSTEM, { code: 'I901' })
  await shown.here.unit('branch', 'Zwalm Markt', zwalm, { code: '0901' })
  boss = await shown.here.staff('library-admin', zwalm)
  desk = await shown.here.staff('desk', zwalm)
})
afterAll(() => shown.close())

const rightsOf = async (role: string): Promise<number> =>
  (await boss.get('/api/roles')).body.data.find(({ code }: { code: string }) => code === role).permissions.length

test('a role is copied, named, given one right more, and stands in the list with what it allows', async () => {
  const page = await shown.visit(boss, `/roles?unit=${zwalm}`)
  await page.getByRole('button', { name: 'Kopiëren: baliemedewerker' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Naam in het Nederlands' }).fill('weekendploeg')
  await dialog.getByRole('combobox', { name: /Waar is de rol te gebruiken/ }).fill('Zwalm')
  await page.getByRole('option', { name: /^Bib Zwalm/ }).click()
  await dialog.getByRole('searchbox', { name: 'Zoek een recht' }).fill('sluit')
  await dialog.getByRole('checkbox', { name: /^Sluitingsdagen, toch-open-dagen/ }).check()
  await dialog.getByText(`met ${(await rightsOf('desk')) + 1} rechten`).first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await page.getByRole('heading', { name: 'Weekendploeg' }).waitFor()
  const { body } = await boss.get('/api/roles')
  const made = body.data.find(({ name }: { name: string }) => name === 'weekendploeg')
  expect([made.unit, made.own, made.permissions.length]).toEqual([zwalm, true, (await rightsOf('desk')) + 1])
  await page.context().close()
})

test('a role nobody holds is taken away again', async () => {
  const page = await shown.visit(boss, `/roles?unit=${zwalm}`)
  await page.getByRole('button', { name: 'Verwijderen: weekendploeg' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click()
  await page.getByRole('heading', { name: 'Weekendploeg' }).waitFor({ state: 'detached' })
  await page.context().close()
})

test('the table of all roles and the comparison of two are read on a wide and a narrow screen', async () => {
  for (const [width, path] of [[1280, 'view=matrix'], [320, 'view=matrix'], [1280, 'view=compare&a=desk&b=branch-manager']] as const) {
    const page = await shown.visit(desk, `/roles?${path}`, { width })
    await page.getByText(/console gebruiken/i).first().waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    expect(await page.getByRole('button', { name: 'Rol maken' }).count()).toBe(0)
    await page.context().close()
  }
})
