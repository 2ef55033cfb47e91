import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let library: string
let branch: string
let manager: Staff
let helpdesk: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  library = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Bib Munkzwalm', library)
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => console_.close())

const numberOf = async (page: Page) => /nr\. (\d+)/.exec(await page.getByRole('heading', { level: 1, name: /is verstuurd/ }).innerText())?.[1]

describe('a branch manager who asks for the first time', () => {
  test('finds the question by a word with a slip in it, and sends it in four fields and clicks', async () => {
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
    const number = Number(await numberOf(page))
    await page.getByRole('link', { name: 'Bekijk de aanvraag' }).click()
    await page.getByText('Waarom kreeg de bib geen overzicht?').waitFor()
    const { body } = await helpdesk.get('/api/requests?box=inbox')
    expect(body.data.map((line: { number: number }) => line.number)).toContain(number)
    await page.context().close()
  })
})
