import { mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDatabase, migrate, openDatabase, type Database } from '#core/database.ts'
import { begin } from '#core/first-start.ts'
import { Installation } from '#core/installation.ts'
import { startPostgres } from '#core/postgres.ts'
import { previewOf } from '#core/preview.ts'
import { assemble } from '#core/registry.ts'
import { addStaff, openSession } from '#core/session.ts'
import { unitFact } from '#core/unit.ts'
import { applyAsSystem } from '#core/door.ts'
import { inWork, SYSTEM_ACTOR, type Caller } from '#core/work.ts'
import type { RequestsAsked } from '#plugins/change-requests/contract/answer.ts'
import { requestStates } from '#plugins/change-requests/contract/state.ts'
import { listRequests } from '#plugins/change-requests/list.ts'
import { readRequest } from '#plugins/change-requests/one.ts'
import { plugins } from '#plugins/index.ts'
import { makeRegion } from '../region/region.ts'
import { medianOf, type Figure } from './figure.ts'
import { adminOf } from './server.ts'

const REQUESTS = 100_000
const SIZE = { libraries: 350, branches: 1300, seed: 1 }
const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** The helpdesk's inbox after ten years: any filter and any page, with the walls; and a preview of the whole region. */
export async function requests(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-bench-'))
  const postgres = await startPostgres(join(folder, 'pg'), { durable: false })
  try {
    await makeDatabase(postgres.host, 'filiaal')
    const database = await openDatabase({ host: postgres.host, database: 'filiaal' })
    await migrate(database.owner)
    const installation = new Installation({ knex: database.app, job: database.job, registry: assemble(plugins) })
    await begin(installation, 'Meetstreek')
    await makeRegion(installation, SIZE)
    const helpdesk = await adminOf(installation)
    const units = [...installation.snapshot.current.all(unitFact)].flatMap(([said]) => said ?? [])
    const of = (type: string) => units.filter(({ body }) => body.type === type).map(({ unit }) => unit)
    const [libraries, branches] = [of('library'), of('branch')]
    const library = libraries[7] ?? ''
    const follower = await staffAt(installation, library)
    await fill(database, libraries, helpdesk.actor.id ?? '')
    const figures = await measured(installation, database, { helpdesk, follower, branches, library })
    await database.close()
    return figures
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const staffAt = (installation: Installation, library: string): Promise<Caller> => inWork(installation, asSystem, async ctx => {
  const person = await addStaff(ctx, { name: 'Volger', email: 'volger@proef.be', language: 'nl', libraryId: library })
  const since = { staff: person.id, unit: library, from: ctx.today(), to: null }
  await applyAsSystem(ctx, randomUUID(), [
    { kind: 'permissions.open-account', payload: since }, { kind: 'permissions.grant', payload: { ...since, role: 'library-admin' } },
  ], 'bench')
  return openSession(ctx, person)
})

/** One in fifty still stands open, as in a helpdesk that keeps up. */
async function fill({ owner }: Database, libraries: readonly string[], handler: string) {
  await owner.raw('alter table request disable trigger user')
  await owner.raw(`
    insert into request (id, form, state, unit_id, library_ids, subject, reason, author_name, assignee_id, assignee_name, priority,
      due_on, at, submitted_at, moved_at, ended_at)
    select gen_random_uuid(), 'change-requests.' || (array['change', 'question', 'closure', 'holds'])[1 + n % 4],
      case when n % 50 = 0 then (array['submitted', 'in-review', 'question', 'approved'])[1 + n / 50 % 4]
        else (array['applied', 'refused', 'withdrawn', 'put-back', 'planned'])[1 + n % 5] end,
      l.id, array[l.id], jsonb_build_object('nl', 'Vestiging sluiten nummer ' || n, 'en', 'Close branch number ' || n, 'fr', 'Fermer ' || n),
      'Werken aan het dak', 'Medewerker ' || n % 900, case when n % 3 = 0 then ?::uuid end, case when n % 3 = 0 then 'Bench' end,
      1 + n % 3, current_date - n % 30, now() - n * interval '50 minutes', now() - n * interval '50 minutes',
      now() - n * interval '49 minutes', case when n % 50 <> 0 then now() - n * interval '40 minutes' end
    from generate_series(1, ?) n join unnest(?::uuid[]) with ordinality l (id, k) on l.k = 1 + n % ?`,
  [handler, REQUESTS, [...libraries], libraries.length])
  await owner.raw('alter table request enable trigger user')
  // As PostgreSQL does by itself where nobody keeps it from doing so.
  await owner.raw('vacuum analyze request')
}

interface Around { readonly helpdesk: Caller; readonly follower: Caller; readonly branches: readonly string[]; readonly library: string }

async function measured(installation: Installation, { owner }: Database, { helpdesk, follower, branches, library }: Around): Promise<Figure[]> {
  const inbox: Omit<RequestsAsked, 'box'>[] = [
    {}, { state: 'open' }, { state: 'ended' }, ...requestStates.map(state => ({ state })), { state: 'open', assignee: 'me' },
    { state: 'open', assignee: 'nobody' }, { due: 'late' }, { form: 'change-requests.closure' }, { unit: library }, { priority: 1 },
    { q: 'nummer 4711' }, { q: 'sluiten' }, { q: 'zzz' }, { state: 'ended', sort: 'new', offset: 97_000 }, { offset: 99_000, sort: 'priority' },
  ]
  const ask = (caller: Caller, question: RequestsAsked) => () => inWork(installation, caller, ctx => listRequests(ctx, question))
  const each = async (caller: Caller, box: RequestsAsked['box'], questions: readonly Omit<RequestsAsked, 'box'>[]) => {
    const times: [string, number][] = []
    for (const question of questions) times.push([JSON.stringify(question), await medianOf(5, ask(caller, { box, ...question }))])
    return times.sort(([, a], [, b]) => b - a)
  }
  const [slowest] = await each(helpdesk, 'inbox', inbox)
  const [slowestMine] = await each(follower, 'mine', inbox)
  const usual = await medianOf(15, ask(helpdesk, { box: 'inbox', state: 'open' }))
  const bare = await medianOf(15, () => owner.raw(`select * from request where state in ('submitted', 'in-review', 'question', 'approved')
    order by due_on, number limit 25`))
  const { id } = await owner('request').where({ state: 'in-review' }).first('id')
  const one = await medianOf(9, () => inWork(installation, helpdesk, ctx => readRequest(ctx, id)))
  const items = branches.map(unit => ({ kind: 'parameters.set', payload: { unit, parameter: 'branches.feed-days', from: '2027-01-01', to: null, value: 120 } }))
  const preview = await medianOf(3, () => inWork(installation, helpdesk, ctx => previewOf(ctx, items)))
  const target = '≤ 100'
  return [
    { name: `inbox of ${REQUESTS.toLocaleString('en')} requests, what stands open`, value: usual, unit: 'ms', target, floor: { name: 'the same rows in bare SQL', value: bare } },
    { name: `the slowest of ${inbox.length} filters and pages, ${slowest?.[0]}`, value: slowest?.[1] ?? NaN, unit: 'ms', target },
    { name: `likewise for a library behind its walls, ${slowestMine?.[0]}`, value: slowestMine?.[1] ?? NaN, unit: 'ms', target },
    { name: 'one request with all about it', value: one, unit: 'ms' },
    { name: `preview of a set touching ${branches.length} branches`, value: preview, unit: 'ms', target: '≤ 2,000' },
  ]
}
