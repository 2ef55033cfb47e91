import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day, UnitId } from '#core/contract.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { calendarOf, dueDate } from '#plugins/branches/index.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { makeDesk } from './desk.ts'
import { makeRegion } from './region.ts'

const SIZE = { persons: 300, items: 800, loans: 250, seed: 3 }
const opened: Opened[] = []
let here: Opened

async function filled(seed: number) {
  const one = await openInstallation({ kind: 'live' })
  opened.push(one)
  await makeRegion(one.installation, { libraries: 4, branches: 9, seed: 4 })
  await makeDesk(one.database.owner, one.installation, { ...SIZE, seed })
  return one
}
beforeAll(async () => { here = await filled(3) }, 120_000)
afterAll(() => Promise.all(opened.map(one => one.close())))

interface Lent { branch_id: UnitId; lent_on: Day; due_on: Day; raw_due_on: Day; item_id: string; ended_at: string | null; returned_on: Day | null }
const loans = (): Promise<Lent[]> => here.database.owner('loan').orderBy('id')

test('there are as many people, items and loans as were asked, each person with a membership, a period and a card', async () => {
  const count = async (table: string) => Number((await here.database.owner(table).count())[0]?.['count'])
  expect(await Promise.all(['person', 'membership', 'membership_period', 'card', 'item', 'loan', 'loan_step'].map(count)))
    .toEqual([300, 300, 300, 300, 800, 250, 250])
  const { rows } = await here.database.owner.raw(`select count(*)::int as astray from person p join membership m on m.person_id = p.id
    where p.library_ids <> array[m.library_id] or p.branch_ids <> array[m.branch_id]`)
  expect(rows).toEqual([{ astray: 0 }])
})

test('no loan is due on a closed day, before it was made or before its term is over, and no item is out twice', async () => {
  const configuration = await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => ctx.configuration)
  const drawn = await loans()
  for (const { branch_id: branch, lent_on: lent, due_on: due, raw_due_on: raw } of drawn) {
    expect(dueDate(calendarOf(configuration, branch), due)?.day).toBe(due)
    expect([lent < due, raw <= due]).toEqual([true, true])
  }
  const out = drawn.filter(({ ended_at: ended }) => ended === null).map(({ item_id: item }) => item)
  expect([out.length > 50, drawn.length > out.length, new Set(out).size]).toEqual([true, true, out.length])
})

test('the same seed draws the same desk', async () => {
  const [same, other] = [await filled(3), await filled(5)]
  const lines = async (one: Opened) => one.database.owner('loan').orderBy('id').select('id', 'item_id', 'person_id', 'lent_on', 'due_on', 'fine_cents')
  expect(await lines(same)).toEqual(await lines(here))
  expect(await lines(other)).not.toEqual(await lines(here))
})
