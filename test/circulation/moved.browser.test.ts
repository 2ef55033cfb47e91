import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverEvents } from '#core/outbox.ts'
import { advanceRuns } from '#core/run.ts'
import { expectAccessible, openConsole, sideways, type Console } from '../console.ts'
import { lendingAt, type Lending } from './lending.ts'

/** Who closes a branch looks up in history whose due day that moved, and takes their addresses to a mailing. */
let shown: Console
let zwalm: Lending

beforeAll(async () => {
  // Events wait by the clock of the database, so that of the test begins with it.
  shown = await openConsole({ now: new Date().toISOString() })
  zwalm = await lendingAt(shown.here, 'Zwalm')
})
afterAll(() => shown.close())

test('a closing leads from history to the loans that it moved, and to a file for a mailing', async () => {
  const { here } = shown
  const boss = await here.staff('library-admin', zwalm.library)
  const lent = await zwalm.lend((await zwalm.patron({ familyName: 'Verhaeghe', email: 'an@voorbeeld.be' })).card, (await zwalm.item({ title: 'Sprakeloos' })).barcode)
  expect(lent.status, JSON.stringify(lent.body)).toBe(201)
  const day = lent.body.loan.dueOn as string
  const set = randomUUID()
  const closed = await boss.post('/api/changes', { id: set, items: [{
    kind: 'branches.close', payload: { units: [zwalm.branch], from: day, to: day, kind: 'G', text: 'werken', also: [], leave: [] },
  }] })
  expect(closed.status).toBe(201)
  here.clock.now = Temporal.Instant.from(new Date().toISOString()).add({ seconds: 2 })
  await deliverEvents(here.installation)
  await advanceRuns(here.installation)

  const page = await shown.visit(boss, `/history?unit=${zwalm.library}`)
  await page.getByRole('link', { name: '1 uitlening kreeg een andere inleverdatum of boete: bekijk wie' }).first().click()
  const row = page.getByRole('row', { name: /An Verhaeghe/ })
  await row.getByText('an@voorbeeld.be').waitFor()
  await row.getByText(/→/).waitFor()
  await page.getByText(/sluit op .*werken/).waitFor()
  await expectAccessible(page)
  expect(await sideways(page)).toBe(0)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Bestand voor een mailing' }).click()
  expect(await text(await (await coming).createReadStream())).toContain('An Verhaeghe,')
})
