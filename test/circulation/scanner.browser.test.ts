import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectAccessible, openConsole, tabTo, type Console } from '../console.ts'
import { lendingAt, type Lending } from './lending.ts'

/** A scanner that does not wait for answers, and what borrowers say of what they have. */
let shown: Console
let zwalm: Lending

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-24T09:00:00Z' })
  zwalm = await lendingAt(shown.here, 'Zwalm')
}, 120_000)
afterAll(() => shown.close())

const scan = async (page: Page, code: string) => {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}
const atDesk = async () => {
  const page = await shown.visit(zwalm.desk, `/desk?unit=${zwalm.branch}`)
  await page.getByLabel('Lidkaart').waitFor()
  return page
}
const open = (person: string) => shown.here.database.owner('loan').where({ person_id: person }).whereNull('ended_at')

test('a card and what belongs with it are scanned in one go, and each finds its place', async () => {
  const [an, one, two] = [await zwalm.patron(), await zwalm.item({ title: 'Sprakeloos' }), await zwalm.item({ title: 'Godenslaap' })]
  const page = await atDesk()
  for (const code of [an.card, one.barcode, two.barcode]) await scan(page, code)
  const log = page.getByRole('log')
  await log.getByText('Sprakeloos').waitFor()
  await log.getByText('Godenslaap').waitFor()
  expect(await open(an.person)).toHaveLength(2)

  await page.getByRole('button', { name: 'Alles verlengen' }).click()
  await page.getByText(/Verlengen geeft geen latere datum/).waitFor()
  const third = await zwalm.item({ title: 'Gelukkige slaven' })
  await scan(page, third.barcode)
  await log.getByText('Gelukkige slaven').waitFor()
  expect(await open(an.person)).toHaveLength(3)
})

test('what is scanned while something is asked answers nothing, and comes after it', async () => {
  const [an, reference, young, book] = [
    await zwalm.patron({ bornOn: '2012-05-01' }), await zwalm.item({ title: 'Naslagwerk', notForLoan: true }),
    await zwalm.item({ title: 'Nachtboek', adultsOnly: true }), await zwalm.item({ title: 'Sprakeloos' }),
  ]
  const page = await atDesk()
  await scan(page, an.card)
  await page.getByRole('heading', { name: /^An Peeters/ }).waitFor()
  await scan(page, reference.barcode)
  const asks = page.getByRole('dialog', { name: 'Toch doorgaan?' })
  const reason = asks.getByLabel('Reden')
  await asks.getByText(/alleen om ter plaatse/).waitFor()
  await scan(page, young.barcode)
  await scan(page, book.barcode)
  expect(await reason.inputValue()).toBe('')
  expect(await open(an.person)).toEqual([])
  await scan(page, 'Tentoonstelling')
  await asks.getByText(/Niet onder 18|Pas onder|onder 18 jaar/).waitFor()
  await page.keyboard.press('Escape')
  const log = page.getByRole('log')
  await log.getByText('Sprakeloos').waitFor()
  await asks.waitFor({ state: 'detached' })
  expect((await open(an.person)).map(({ item_id: id }) => id).toSorted()).toEqual([reference.id, book.id].toSorted())
})

test('“I brought it back” and “I lost it” are noted with what comes of it, by keyboard', async () => {
  const [an, one, two] = [await zwalm.patron(), await zwalm.item({ title: 'Sprakeloos' }), await zwalm.item({ title: 'Godenslaap' })]
  for (const item of [one, two]) await zwalm.desk.post('/api/loans', { id: randomUUID(), branch: zwalm.branch, card: an.card, item: item.barcode })
  const page = await atDesk()
  await scan(page, an.card)
  await page.getByRole('row', { name: /Sprakeloos/ }).waitFor()
  await tabTo(page, 'Kies Sprakeloos')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Zegt: teruggebracht' }).press('Enter')
  const claimed = page.getByRole('dialog', { name: 'Volgens de lener teruggebracht?' })
  await claimed.getByText(/Kijk eerst in het rek/).waitFor()
  await expectAccessible(page)
  await scan(page, 'Vorige week in de bus')
  await claimed.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /Sprakeloos.*volgens de lener terug/ }).waitFor()

  await page.getByLabel('Kies Godenslaap').press('Space')
  await page.getByRole('button', { name: 'Zegt: verloren' }).press('Enter')
  const lost = page.getByRole('dialog', { name: 'Verloren melden?' })
  await lost.getByText(/het exemplaar staat als vermist/).waitFor()
  await lost.getByRole('button', { name: 'Verloren melden' }).press('Enter')
  await page.getByRole('log').getByText(/Verloren gemeld/).waitFor()
  await page.getByRole('row', { name: /Godenslaap/ }).waitFor({ state: 'detached' })
  await expectAccessible(page)
  expect(await shown.here.database.owner('item').where({ id: two.id }).first('status', 'sub_status')).toEqual({ status: 'missing', sub_status: 'lost' })
})
