import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { exceptionFact } from '#plugins/branches/contract/calendar.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let branches: UnitId[]
let helpdesk: Staff

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  const { here } = console_
  const library = await here.unit('library', 'Bib Zwalm')
  branches = [await here.unit('branch', 'Bib Munkzwalm', library), await here.unit('branch', 'Bib Nederzwalm', library)]
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => console_.close())

/** A branch manager of one branch, and one who also runs another and so says for which. */
async function managerOf(count: number): Promise<Staff> {
  const manager = await console_.here.staff('branch-manager', branches[0])
  for (const unit of branches.slice(1, count)) await console_.here.apply({
    kind: 'permissions.grant', payload: { staff: manager.id, role: 'branch-manager', unit, from: '2026-01-01', to: null },
  })
  return manager
}

test.each([[1, 7], [2, 9]] as const)(
  'whoever runs %i branches asks to close one for works in %i fields and clicks, from the landing page; two clicks approve it',
  async (count, steps) => {
    const page = await console_.visit(await managerOf(count), '/')
    let acts = 0
    const click = async (target: Locator) => { acts += 1; await target.click() }
    const fill = async (label: string, value: string) => {
      acts += 1
      const field = page.getByRole('textbox', { name: label })
      await field.fill(value)
      await field.press('Tab')
    }
    await click(page.getByRole('navigation').getByRole('link', { name: 'Mijn aanvragen' }))
    await click(page.getByRole('link', { name: 'Nieuwe aanvraag' }))
    await click(page.getByRole('link', { name: /Een vestiging tijdelijk sluiten/ }))
    if (count > 1) {
      await click(page.getByRole('combobox', { name: 'Bibliotheek of vestiging' }))
      await click(page.getByRole('option', { name: /Bib Nederzwalm/ }))
    }
    await fill('Eerste dag dicht', '1/3/2027')
    await fill('Laatste dag dicht', '30/4/2027')
    await fill('Waarom, voor de bezoeker?', 'Gesloten voor werken')
    await page.getByText('Deze vestiging is zolang geen afhaallocatie').first().waitFor()
    await page.locator('section[aria-busy=false]').filter({ hasText: 'Wat er verandert' }).waitFor()
    await expectAccessible(page)
    await click(page.getByRole('button', { name: 'Versturen' }))
    await page.getByRole('heading', { level: 1, name: /is verstuurd/ }).waitFor()
    expect(acts).toBeLessThanOrEqual(12)
    expect(acts).toBe(steps)

    const inbox = await console_.visit(helpdesk, '/inbox')
    acts = 0
    await click(inbox.getByRole('link', { name: /Een vestiging tijdelijk sluiten/ }))
    await click(inbox.getByRole('button', { name: 'Goedkeuren' }))
    await inbox.getByText('Klaar: dit is uitgevoerd.').waitFor()
    expect(acts).toBeLessThanOrEqual(3)
    expect(acts).toBe(2)
    const closed = console_.here.installation.snapshot.current.at(exceptionFact, branches[count - 1] ?? '', 'day', '2027-03-15')
    expect(closed?.body).toMatchObject({ text: 'Gesloten voor werken', provisionalEnd: true })
    await page.context().close()
    await inbox.context().close()
  },
)
