import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Configuration } from '#core/configuration.ts'
import type { UnitId, Where } from '#core/contract.ts'
import { resolve, saidAt } from '#core/parameter.ts'
import { SYSTEM, unitFact } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { loadDemo } from '#plugins/demo.ts'
import { loanRule } from '#plugins/rules/contract/method.ts'
import { demoTariffs, type DemoTable } from '#plugins/rules/demo/tariffs.ts'
import { openInstallation, type Opened } from '../installation.ts'

const { tables, sources } = demoTariffs()
const TODAY = '2026-11-23'
let here: Opened
let configuration: Configuration
let cookie: string
const codes = new Map<string, UnitId>([['0000', SYSTEM]])
const unitOf = (code: string) => codes.get(code) ?? code

beforeAll(async () => {
  here = await openInstallation({ kind: 'demo' })
  await loadDemo(here.installation)
  configuration = await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => ctx.configuration)
  for (const [unit] of configuration.all(unitFact)) if (unit) codes.set(unit.body.code, unit.unit)
  cookie = await signIn('systeem@demo.filiaal')
})
afterAll(() => here.close())

async function signIn(email: string): Promise<string> {
  const entered = await here.app.inject({ method: 'POST', url: '/api/session', payload: { email, password: 'welkom-in-de-demo' } })
  return String([entered.headers['set-cookie']].flat()[0]).split(';')[0] ?? ''
}
const get = async (url: string, as = cookie) => (await here.app.inject({ url, headers: { cookie: as } })).json()
const mayNot = async (unit: UnitId, parameter: string, value: unknown, more: object = {}) => {
  const items = [{ kind: 'parameters.set', payload: { unit, parameter, from: TODAY, to: null, value, ...more } }]
  const { faults } = (await here.app.inject({
    method: 'POST', url: '/api/changes/preview', headers: { cookie }, payload: { items },
  })).json() as { faults: { code: string }[] }
  return faults.map(({ code }) => code)
}

const whereOf = ({ membership, material }: DemoTable['said'][number]): Where =>
  ({ ...(membership ? { membership } : {}), ...(material ? { material } : {}) })

describe('the tariffs of the demo', () => {
  test.each(tables.map(table => [table.unit, table.regulation, table] as const))('%s, %s: each value holds as it is written', (_code, _regulation, table) => {
    for (const said of table.said) {
      const parameter = here.installation.registry.parameters.get(said.parameter)
      if (!parameter) throw new Error(`There is no ${said.parameter}`)
      const day = said.season ? `${table.from.slice(0, 4)}-${said.season.from}` : table.from
      const row = saidAt(configuration, parameter, unitOf(table.unit), day, whereOf(said))?.row
      const { value, basis } = row?.body ?? {}
      expect([said, parameter.notation ? parameter.notation.print(value) : value]).toEqual([said, said.value])
      // What people of the demo changed since, they changed where everything is invented.
      if (!table.invented) expect([row?.from, row?.to]).toEqual([table.from, table.to ?? null])
      expect([basis?.number, basis?.date]).toEqual([table.regulation, table.from])
      expect(basis?.text).toContain(table.source ? `${sources[table.source] ?? ''} [${table.source}]` : 'Verzonnen voor de demo.')
      if (table.undated) expect(basis?.text).toContain('Datum niet vermeld in de bron.')
    }
  })

  test('name the pages they were taken from, and no other', () => {
    expect(new Set(tables.flatMap(({ source }) => source ?? []))).toEqual(new Set(Object.keys(sources)))
  })

  test('of a group bind its libraries', async () => {
    const fine = { amountCents: 20, periodDays: 1, graceDays: 0, maximumCents: null }
    const basis = { number: '2026/1', date: TODAY }
    expect(await mayNot(unitOf('I203'), 'rules.fine', fine, { basis })).toEqual(['parameters.locked'])
    expect(await mayNot(unitOf('I256'), 'rules.fine', fine, { basis })).toEqual([])
  })

  test('of Laakdal give six weeks in summer', () => {
    const lent = (day: string, material: string) =>
      loanRule.notation?.print(resolve(configuration, loanRule, unitOf('I247'), day, { membership: '60', material }).value)
    expect([lent('2026-06-30', 'BOEK'), lent('2026-07-01', 'BOEK'), lent('2027-08-31', 'DVD'), lent('2027-09-01', 'DVD')])
      .toEqual(['28/28/0', '42/28/0', '42/28/1,00/0', '28/28/1,00/0'])
  })
})

describe('what lives in the demo', () => {
  const ofDrieheide = (path: string, day: string) => `/api/parameters/rules.fine${path}?unit=${unitOf('I300')}&day=${day}`

  test('a fine that changes next year', async () => {
    expect((await get(ofDrieheide('', '2026-12-31'))).valueText).toBe('0,10/1/7,50')
    expect((await get(ofDrieheide('', '2027-01-01'))).valueText).toBe('0,20/1/10,00')
  })

  test('a week that was put right afterwards, with what was known then', async () => {
    expect(await get(ofDrieheide('/then', '2026-10-22'))).toMatchObject({
      differ: true, knownThen: { valueText: '0,10/1/7,50' }, now: { valueText: '0/0/0' },
    })
  })

  test('a value that the region has locked', async () => {
    expect(await mayNot(unitOf('I300'), 'circulation.borrowed-before', true)).toEqual(['parameters.locked'])
  })

  test('a change of a shared table that waits for two of its three libraries', async () => {
    const { data } = await get('/api/changes?limit=50') as { data: { id: string; state: string; reason: string }[] }
    const asked = data.find(({ reason }) => reason.startsWith('Lezers vragen'))
    const { state, agreement } = await get(`/api/changes/${asked?.id ?? ''}`)
    expect(state).toBe('requested')
    expect(agreement.map(({ unit, agrees, by }: { unit: UnitId; agrees: boolean | null; by: string | null }) =>
      [unit, agrees, by]).toSorted()).toEqual(
      [[unitOf('I290'), true, 'Griet De Vos'], [unitOf('I291'), null, null], [unitOf('I292'), null, null]].toSorted())
  })
})

describe('the worked example of BibliNK23, tried out at Oud-Turnhout', () => {
  const loan = '2025-03-04'
  const tried = (more: string, unit = '2011') => get(`/api/rules/try?unit=${unitOf(unit)}&material=BOEK&day=${loan}&${more}`)

  test('is due and reminded to the day, with the fine of that day to the cent', async () => {
    expect(await tried('membership=60&returned=2025-05-07')).toMatchObject({
      lendable: true, due: { raw: '2025-04-01', day: '2025-04-01', shifts: [] },
      reminders: [
        { what: 'pre-notice', day: '2025-03-29', fineCents: 0 }, { what: 'reminder-1', day: '2025-04-08', fineCents: 50 },
        { what: 'reminder-2', day: '2025-04-22', fineCents: 150 }, { what: 'bill', day: '2025-05-06', fineCents: 240 },
      ],
      fineAt: { days: 25, cents: 250 }, maximumOn: '2025-05-14',
    })
  })

  test('says that the group said so, and which page', async () => {
    const { why } = await tried('membership=60') as { why: { parameter: string; unitName: string }[] }
    const by = (parameter: string) => why.find(one => one.parameter === parameter)?.unitName
    expect([by('rules.loan'), by('rules.fine'), by('rules.dunning')]).toEqual(['BibliNK23', 'BibliNK23', 'BibliNK23'])
  })

  test('costs a child nothing', async () => {
    expect(await tried('membership=1&returned=2025-05-07')).toMatchObject({ fine: [], fineAt: { cents: 0 }, maximumOn: null })
  })
})
