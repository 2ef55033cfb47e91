import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let shown: Console
let zwalm: UnitId
let branch: UnitId
let boss: Staff
let els: Staff
let jan: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = shown
  zwalm = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Bib Munkzwalm', zwalm)
  const admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
  els = await here.staff('desk', branch)
  jan = await here.staff('branch-manager', zwalm)
  await admin.change([{
    kind: 'permissions.grant', payload: { staff: jan.id, role: 'finance-director', unit: zwalm, from: '2026-11-23', to: null },
  }], { reason: 'Op vraag van de stad' })
})
afterAll(() => shown.close())

test('may she close here? No, and what is closest; the role is given, and the answer is yes with the way it came', async () => {
  const page = await shown.visit(boss, `/rights?unit=${branch}`)
  await page.getByRole('combobox', { name: /^Wie\?/ }).fill('desk')
  await page.getByRole('option', { name: /desk/ }).first().click()
  await page.getByRole('combobox', { name: /^Wat\?/ }).fill('sluitingsdagen')
  await page.getByRole('option', { name: /^Sluitingsdagen/ }).click()
  const answer = page.getByRole('region', { name: 'Het antwoord' })
  await answer.getByText('Nee', { exact: true }).waitFor()
  await answer.getByText('Baliemedewerker van Bib Munkzwalm, maar die rol laat dit niet toe.').waitFor()
  expect(await answer.getByRole('list', { name: /De weg/ }).getByRole('listitem').allInnerTexts())
    .toEqual([expect.stringContaining('Proefstreek'), expect.stringContaining('Bib Zwalm'), expect.stringMatching(/Bib Munkzwalm[^]*hier gevraagd[^]*baliemedewerker/)])
  await answer.getByRole('link', { name: /om een rol te geven/ }).waitFor()
  await expectAccessible(page)

  const question = page.url()
  const payload = { staff: els.id, role: 'branch-manager', unit: zwalm, from: '2026-11-23', to: '2027-03-31' }
  await boss.change([{ kind: 'permissions.grant', payload }], { reason: 'Vervangt Jan' })
  await page.goto('about:blank')
  await page.goto(question)
  await answer.getByText('Ja', { exact: true }).waitFor()
  await answer.getByText('Vestigingsbeheerder van Bib Zwalm tot en met 31 maart 2027.').waitFor()
  await answer.getByText('Vervangt Jan').waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 900 })
  expect(await sideways(page)).toBe(0)
  await page.context().close()
})

test('who may do it here, what one may and another may not, duties apart, and what changed this month', async () => {
  const page = await shown.visit(boss, `/rights?unit=${branch}&view=who&permission=branches.close`)
  await page.getByText('bibliotheekbeheerder van Bib Zwalm').waitFor()
  expect(await page.getByRole('link', { name: /^branch-manager/ }).getAttribute('href')).toContain(`/staff/${jan.id}`)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Twee mensen vergelijken' }).click()
  for (const [field, name] of [[/^Eerste collega/, /^desk/], [/^Tweede collega/, /^branch-manager/]] as const) {
    await page.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name }).click()
  }
  await page.getByRole('heading', { name: /^branch-manager .* wel, desk .* niet/ }).waitFor()
  await page.getByText('Tarieven en boetes vastleggen').waitFor()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Tegenstrijdige taken' }).click()
  await page.getByRole('listitem').filter({ hasText: 'branch-manager' }).getByText('Legt tarieven vast én scheldt kwijt').waitFor()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Wat veranderde er' }).click()
  await page.evaluate(`location.hash = '/rights?unit=${zwalm}&view=changes'`)
  await page.getByText(/wordt financieel directeur van Bib Zwalm vanaf 23 november 2026/).waitFor()
  await page.getByText('Op vraag van de stad').waitFor()
  expect(await page.getByRole('link', { name: 'Bewaren als bestand' }).getAttribute('href')).toContain('format=csv')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Vorige maand' }).click()
  await page.getByText('In deze maand veranderde er niets aan de rechten.').waitFor()
  await page.getByRole('button', { name: 'Volgende maand' }).click()
  await page.getByRole('link', { name: /^door system-admin/ }).click()
  await page.getByRole('region', { name: 'Deze wijziging' }).getByText('Reden: Op vraag van de stad').waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('an auditor asks the same without seeing the list of staff', async () => {
  const auditor = await shown.here.staff('auditor', zwalm)
  const page = await shown.visit(auditor, `/rights?unit=${branch}&staff=${jan.id}&permission=branches.close`)
  await page.getByText('Ja', { exact: true }).waitFor()
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Medewerkers' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Wie mag dit?' }).click()
  await page.getByText('bibliotheekbeheerder van Bib Zwalm').waitFor()
  expect(await page.getByRole('link', { name: /^branch-manager/ }).count()).toBe(0)
  await page.context().close()
})

test('how far an act goes is part of the question', async () => {
  const kim = await shown.here.staff('desk', branch)
  const payload = {
    staff: kim.id, role: 'branch-manager', unit: branch, from: '2026-11-23', to: null, limits: { 'branches.days-closed': 5 },
  }
  await boss.change([{ kind: 'permissions.grant', payload }])
  const page = await shown.visit(boss, `/rights?unit=${branch}&staff=${kim.id}&permission=branches.close`)
  await page.getByText('Nee', { exact: true }).waitFor()
  const far = page.getByRole('group', { name: 'Hoe ver gaat het?' }).getByRole('textbox')
  await far.fill('5')
  await page.getByText('Ja', { exact: true }).waitFor()
  await expectAccessible(page)
  await far.fill('6')
  await page.getByText('Nee', { exact: true }).waitFor()
  await page.getByText(/gaat verder dan die grens/).waitFor()
  await far.fill('zes')
  await page.getByText('leeg: hoe ver ook').waitFor({ state: 'detached' })
  await page.context().close()
})

test('the answer is read on a narrow screen and in every language', async () => {
  for (const language of ['nl', 'en', 'fr'] as const) {
    const address = `/rights?unit=${branch}&staff=${jan.id}&permission=branches.close`
    const page = await shown.visit(boss, address, { language, width: 320 })
    await page.getByText(/^(Ja|Yes|Oui)$/).waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  }
})
