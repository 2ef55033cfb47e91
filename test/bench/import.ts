import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Configuration } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { makeDatabase, migrate, openDatabase, type Database } from '#core/database.ts'
import { begin } from '#core/first-start.ts'
import { Installation } from '#core/installation.ts'
import { startPostgres } from '#core/postgres.ts'
import { assemble } from '#core/registry.ts'
import { advanceRuns } from '#core/run.ts'
import { homeLibrary, unitFact } from '#core/unit.ts'
import { inWork, type Caller } from '#core/work.ts'
import { Chance } from '#plugins/circulation/demo/chance.ts'
import { drawMembers, placesOf, type DrawnMember } from '#plugins/circulation/demo/drawn-member.ts'
import { plugins } from '#plugins/index.ts'
import type { ImportProgress, PatronsImport } from '#plugins/patrons/contract/import.ts'
import { bringFile } from '#plugins/patrons/import/file.ts'
import { importTold, readFile } from '#plugins/patrons/import/report.ts'
import { takeFile } from '#plugins/patrons/import/run.ts'
import { makeRegion } from '../region/region.ts'
import type { Figure } from './figure.ts'
import { adminOf } from './server.ts'

/** BENCH_ROWS takes fewer, to look at one thing. */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 100_000)
const SIZE = { libraries: 20, branches: 60, seed: 1 }
const ROWS_AT_ONCE = 1000

/**
 * A library comes with all its patrons in one file, errors in it, into tables that are empty and of which the planner knows
 * nothing yet. The floor is the same rows as bare inserts of a thousand, into tables without trigger, index or wall.
 */
export async function importing(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-bench-'))
  const postgres = await startPostgres(join(folder, 'pg'))
  try {
    await makeDatabase(postgres.host, 'filiaal')
    const database = await openDatabase({ host: postgres.host, database: 'filiaal' })
    await migrate(database.owner)
    const installation = new Installation({ knex: database.app, job: database.job, registry: assemble(plugins), secret: randomUUID() })
    await begin(installation, 'Meetstreek')
    await makeRegion(installation, SIZE)
    const figures = await measured(database, installation, await adminOf(installation))
    await database.close()
    return figures
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(database: Database, installation: Installation, admin: Caller): Promise<Figure[]> {
  const as = <T>(act: Parameters<typeof inWork<T>>[2]) => inWork(installation, admin, act)
  const { library, members } = await as(async ctx => drawn(ctx.configuration, ctx.today()))
  const content = fileOf(members)
  const id = randomUUID()
  const bare = await bareInserts(database, members)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const looked = await secondsOf(async () => {
    await as(ctx => bringFile(ctx, { id, library, name: 'leden.csv', content }))
    delay.enable()
    await advanceRuns(installation)
  })
  const taken = await secondsOf(async () => {
    await as(async ctx => takeFile(ctx, await readFile(ctx, id), 'skip'))
    await advanceRuns(installation)
  })
  delay.disable()
  const told = await as(ctx => importTold(ctx, id))
  await nothingLost(database, told)
  const rows = ROWS.toLocaleString('en')
  return [
    { name: `${rows} rows of patrons looked through, their faults told`, value: looked, unit: 's' },
    { name: `the same taken in: ${toldOf(told.taken)}`, value: taken, unit: 's', target: '≤ 120',
      floor: { name: 'bare inserts of person, membership, period and card with pg alone', value: bare } },
    { name: 'the longest that the process answered nobody else meanwhile', value: delay.max / 1e6, unit: 'ms' },
  ]
}

const secondsOf = async (act: () => Promise<unknown>) => {
  const start = performance.now()
  await act()
  return (performance.now() - start) / 1000
}

const toldOf = (taken: ImportProgress | null) =>
  taken ? `${taken.entered} new, ${taken.doubles} double, ${taken.faulty} wrong, ${taken.state}` : 'nothing'

/** Every row is somebody or a line of the report; nobody is there without membership, period and word of it, or twice. */
async function nothingLost({ owner }: Database, { taken }: PatronsImport) {
  const { rows: [counts] } = await owner.raw(`
    select (select count(*) from person)::int as person, (select count(*) from membership)::int as membership,
      (select count(*) from membership_period)::int as period,
      (select count(distinct detail ->> 'membership') from event where name = 'patrons.enrolled')::int as told`)
  const wanted = taken?.entered ?? 0
  if (taken?.state !== 'done' || taken.done !== ROWS || Object.values(counts).some(count => count !== wanted)
    || wanted + taken.skipped + taken.same + taken.doubles + taken.faulty !== ROWS)
    throw new Error(`Lost or twice: ${JSON.stringify({ taken, counts })}`)
}

/** As many members as the file has rows, of the library with most branches. */
function drawn(reading: Configuration, today: Day): { library: UnitId; members: DrawnMember[] } {
  const branches = [...reading.all(unitFact)].flatMap(([said]) => (said?.body.type === 'branch' ? [said.unit] : []))
  const byLibrary = Map.groupBy(branches, branch => homeLibrary(reading, branch, today) ?? '')
  const [library, own] = [...byLibrary].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? ['', []]
  return { library, members: drawMembers(new Chance(11), placesOf(reading, own, today), today).take(ROWS).toArray() }
}

const HEADINGS = ['extern nummer', 'kaartnummer', 'familienaam', 'voornaam', 'geboortedatum', 'geslacht', 'taal', 'e-mail', 'gsm', 'straat',
  'huisnummer', 'bus', 'postcode', 'gemeente', 'lidsoort', 'vestiging', 'lid vanaf', 'lid tot'] as const
type Heading = (typeof HEADINGS)[number]
type Line = Record<Heading, string>

/** What goes wrong in such files: one row in thirty, a few of each. */
const slips: readonly ((line: Line, before: Line | undefined) => Partial<Line>)[] = [
  () => ({ 'e-mail': 'geen mail' }), () => ({ familienaam: '' }), () => ({ geboortedatum: '31/02/1980' }), () => ({ lidsoort: '999' }),
  () => ({ postcode: '' }), () => ({ vestiging: '0', 'e-mail': 'an@' }), (_line, before) => ({ kaartnummer: before?.kaartnummer ?? 'x' }),
  () => ({ geboortedatum: '' }), (_line, before) => ({ ...before }),
]

function fileOf(members: readonly DrawnMember[]): string {
  const chance = new Chance(12)
  let before: Line | undefined
  const lines = members.map((member, n) => {
    // Of many an old system the day is unknown: 1 January.
    const line = lineOf(member, n, chance.hits(0.03))
    const said = chance.hits(1 / 30) ? { ...line, ...chance.one(slips)(line, before) } : line
    before = line
    return HEADINGS.map(heading => said[heading]).join(';')
  })
  return [HEADINGS.join(';'), ...lines].join('\r\n')
}

function lineOf({ place, person, membership, card }: DrawnMember, n: number, dayUnknown: boolean): Line {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const [address] = person['addresses'] as [Record<string, string>]
  const [phone] = person['phones'] as string[]
  const bornOn = text(person['born_on'])
  return {
    'extern nummer': `V${n}`, kaartnummer: text(card['number']), familienaam: text(person['family_name']), voornaam: text(person['first_name']),
    geboortedatum: dayUnknown ? `${bornOn.slice(0, 4)}-01-01` : bornOn, geslacht: text(person['sex']), taal: 'nl', 'e-mail': text(person['email']),
    gsm: phone ?? '', straat: address['street'] ?? '', huisnummer: address['number'] ?? '', bus: address['box'] ?? '',
    postcode: address['postalCode'] ?? '', gemeente: address['city'] ?? '', lidsoort: text(membership['type']), vestiging: place.code,
    'lid vanaf': text(membership['from_on']), 'lid tot': text(membership['until_on']),
  }
}

/** The rows as they are, a thousand in each statement and each transaction, into tables of which nothing asks anything. */
async function bareInserts({ owner }: Database, members: readonly DrawnMember[]): Promise<number> {
  const tables = ['person', 'membership', 'membership_period', 'card'] as const
  for (const table of tables) await owner.raw('create table ?? as select * from ?? limit 0', [`bare_${table}`, table])
  const seconds = await secondsOf(async () => {
    for (let start = 0; start < members.length; start += ROWS_AT_ONCE) await owner.transaction(async db => {
      const some = members.slice(start, start + ROWS_AT_ONCE)
      const rows = { person: some.map(one => one.person), membership: some.map(one => one.membership),
        membership_period: some.map(one => one.period), card: some.map(one => one.card) }
      for (const table of tables) await db.raw('insert into ?? select * from jsonb_populate_recordset(null::??, ?::jsonb)',
        [`bare_${table}`, `bare_${table}`, JSON.stringify(rows[table])])
    })
  })
  for (const table of tables) await owner.raw('drop table ??', [`bare_${table}`])
  return seconds
}
