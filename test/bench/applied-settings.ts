import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { UnitId } from '#core/contract.ts'
import { median, type Figure } from './figure.ts'
import type { Ask } from './server.ts'

const RUNS = 25
/** A process that has been at work: the first changes of its life are compiled as they go. */
const WARMING = 50
/** One that no branch has a word of its own for, so that each value is one row, as beside it. */
const SETTING = 'bench.setting-30'

/** One value through the door, and 1,300; how soon another process knows; beside it the same rows with nothing but pg. */
export async function applying(host: string, ask: Ask, other: Ask, branches: readonly UnitId[]): Promise<Figure[]> {
  const item = (unit: UnitId, value: number, from: string, to: string | null = null) => ({
    kind: 'parameters.set', payload: { unit, parameter: SETTING, from, to, value },
  })
  const day = (n: number) => `2027-${String(1 + n % 12).padStart(2, '0')}-${String(1 + n % 28).padStart(2, '0')}`
  const one: number[] = []
  const seen: number[] = []
  for (let n = 0; n < WARMING + RUNS; n++) {
    const unit = branches[n * 3] ?? ''
    const start = performance.now()
    await ask('POST', '/api/changes', { id: randomUUID(), items: [item(unit, 100 + n, day(n))] })
    const applied = performance.now()
    const { value } = await other('GET', `/api/parameters/${SETTING}?unit=${unit}&day=${day(n)}`) as { value: number }
    if (value !== 100 + n) throw new Error(`Another process says ${value}`)
    if (n >= WARMING) {
      one.push(applied - start)
      seen.push(performance.now() - applied)
    }
  }
  const many: number[] = []
  for (let n = 0; n < 6; n++) {
    const items = branches.slice(0, 1300).map((unit, at) => item(unit, 200 + n * 7 + at % 5, `2026-12-${10 + n}`, `2026-12-${10 + n}`))
    const start = performance.now()
    await ask('POST', '/api/changes', { id: randomUUID(), items })
    if (n > 0) many.push(performance.now() - start)
  }
  const bare = await barely(host, branches)
  return [
    { name: 'one value through the door', value: median(one), unit: 'ms', floor: { name: 'bare pg', value: bare.one }, target: '≤ 5' },
    { name: 'another process answers with it', value: median(seen), unit: 'ms', target: '≤ 100' },
    { name: '1,300 values in one set', value: median(many), unit: 'ms', floor: { name: 'bare pg', value: bare.many }, target: '≤ 300' },
  ]
}

/** The same rows in one transaction, written in bulk, audit trigger and all, without asking anything. */
async function barely(host: string, branches: readonly UnitId[]) {
  const client = new pg.Client({ host, database: 'filiaal', user: 'filiaal_job' })
  await client.connect()
  const write = async (units: readonly UnitId[], year: number) => {
    const set = randomUUID()
    const start = performance.now()
    await client.query('begin')
    const { rows: [{ version }] } = await client.query('select version + 1 as version from configuration for update')
    await client.query(`insert into change_set (id, state, author_name, at, applied_at, version, library_ids)
                        values ($1, 'applied', 'bench', now(), now(), $2, '{}')`, [set, version])
    await client.query(`insert into change_item (set_id, n, kind, payload, sentence, library_ids)
      select $1, n, 'parameters.set', '{}', '{}', '{}' from generate_series(1, $2::int) n`, [set, units.length])
    await client.query('insert into change_touch (unit_id, set_id) select unnest($2::uuid[]), $1', [set, units])
    await client.query(`insert into segment (id, fact, unit_id, key, valid, body, walled, said_in, made_in)
      select gen_random_uuid(), 'core.parameter', u, 'bench.bare', daterange($3::date, $3::date, '[]'), '{"value": 1}', false, $1, $4
      from unnest($2::uuid[]) u`, [set, units, `${year}-01-01`, version])
    await client.query('insert into event (name, detail) values ($1, $2)', ['core.changed', JSON.stringify({ set, version })])
    await client.query('update configuration set version = $1', [version])
    await client.query('commit')
    return performance.now() - start
  }
  const [one, many]: number[][] = [[], []]
  for (let n = 0; n < WARMING + RUNS; n++) one?.push(await write(branches.slice(n, n + 1), 1800 + n))
  one?.splice(0, WARMING)
  for (let n = 0; n < 5; n++) many?.push(await write(branches.slice(0, 1300), 1950 + n))
  await client.end()
  return { one: median(one ?? []), many: median(many ?? []) }
}
