import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { SYSTEM } from '#core/unit.ts'
import { median, type Figure } from './figure.ts'
import type { Clerks, FilledDesk } from './filled-desk.ts'
import { usageOf } from './load.ts'
import { timed, type Ask } from './server.ts'

const MOVED = 50_000
const PATIENCE_MS = 120_000
/** Desks of the region scan a card twenty times a second between them. */
const SCAN_EVERY_MS = 50

/** Every branch closes for as many days as it takes to touch 50,000 loans: looked at before, then done while a desk goes on. */
export async function closing({ database: { owner } }: FilledDesk, child: ChildProcess, admin: Ask, clerks: Clerks): Promise<Figure[]> {
  const { rows: days } = await owner.raw(`select due_on as day, count(*)::int as loans from loan
    where ended_at is null and due_on > current_date + 1 group by 1 order by 1`)
  let due = 0
  const last = days.find(({ loans }: { loans: number }) => (due += loans) >= MOVED)
  const from = days[0]?.day
  const fullest = days.toSorted((a: { loans: number }, b: { loans: number }) => b.loans - a.loans)[0]
  const closingOf = async (first: string, until: string) => {
    const closed = (leave: readonly string[]) => [{ kind: 'branches.close', payload: {
      units: [SYSTEM], from: first, to: until, kind: 'G', text: 'Meting', also: [], leave, extendLoans: true,
    } }]
    const { questions } = await admin('POST', '/api/changes/preview', { items: closed([]) }) as { questions: { units: { id: string }[] }[] }
    return closed(questions.flatMap(({ units }) => units.map(({ id }) => id)))
  }
  const [oneDay, items] = [await closingOf(fullest.day, fullest.day), await closingOf(from, last?.day)]
  const looking = (what: typeof items) => timed(5, () => admin('POST', '/api/changes/preview', { items: what }))
  const [previewOfDay, preview] = [await looking(oneDay), await looking(items)]
  const [[{ library, branch }, ask]] = clerks
  const { rows: [{ number }] } = await owner.raw('select number from card where library_id = ? limit 1', [library])
  const desk = () => ask('GET', `/api/desk/patron?branch=${branch}&card=${number}`)
  const quiet = await timed(20, desk)
  await usageOf(child)
  const { ms, waits, moved } = await run(owner, set => admin('POST', '/api/changes', { id: set, items, reason: 'bench' }), desk)
  const { longestWaitMs } = await usageOf(child)
  return [
    { name: `preview of one day on which every branch closes, ${fullest.loans.toLocaleString('en')} due then`, value: previewOfDay, unit: 'ms', target: '≤ 500' },
    { name: `preview of a closing of every branch on which ${due.toLocaleString('en')} are due`, value: preview, unit: 'ms', target: '≤ 500' },
    { name: `moving ${moved.toLocaleString('en')} due days`, value: ms, unit: 'ms', target: '≤ 10,000' },
    { name: 'a card scanned at a desk meanwhile, twenty times a second', value: median(waits), unit: 'ms', floor: { name: 'before', value: quiet } },
    { name: 'the slowest of them', value: Math.max(...waits), unit: 'ms' },
    { name: 'longest that the process kept others waiting', value: longestWaitMs, unit: 'ms' },
  ]
}

/** From the act to the last moved day; a desk asks all the while. */
async function run(owner: FilledDesk['database']['owner'], act: (set: string) => Promise<unknown>, desk: () => Promise<unknown>) {
  const waits: number[] = []
  const start = performance.now()
  const set = randomUUID()
  await act(set)
  const finished = async () => {
    const { rows: [run] } = await owner.raw(`select state, done from run where detail ->> 'set' = ?`, [set])
    if (run?.state === 'failed') throw new Error(`Moving due days failed: ${set}`)
    return run?.state === 'done' ? Number(run.done) : undefined
  }
  for (;;) {
    const asked = performance.now()
    await desk()
    waits.push(performance.now() - asked)
    const moved = await finished()
    if (moved !== undefined) return { ms: performance.now() - start, waits, moved }
    await pause(SCAN_EVERY_MS)
    if (performance.now() - start > PATIENCE_MS) throw new Error('Moving due days did not end in time')
  }
}
