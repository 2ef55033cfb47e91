import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { Configuration, type Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Fact, Parameter, UnitId } from '#core/contract.ts'
import { parameterFact, parameterKey, resolve } from '#core/parameter.ts'
import { assemble } from '#core/registry.ts'
import { parentFact, SYSTEM, unitFact } from '#core/unit.ts'
import { plugins } from '#plugins/index.ts'
import { comparisonOf } from '#plugins/parameters/compare/comparison.ts'
import { materialTypeFact, membershipTypeFact } from '#plugins/parameters/contract/list.ts'
import { differenceOf } from '#plugins/parameters/sheet/difference.ts'
import { writeCsv, writeXlsx } from '#plugins/parameters/sheet/spreadsheet.ts'
import { sheetOf } from '#plugins/parameters/sheet/written-row.ts'
import { medianOf, type Figure } from './figure.ts'

const DAY = '2026-11-23'
const LIBRARIES = 350
const BRANCHES = 1300
const COMPARED = 20
const memberships = ['1', '20', '40', '60', '61', '62', '80', '100', '101', '120']
const materials = ['BOEK', 'STRIP', 'DVD', 'CD', 'SPEL', 'TIJD', 'KAMI', 'AVM', 'TAAL', 'MUZ', 'KRANT']
const registry = assemble(plugins)
const texts = { nl: 'x', en: 'x', fr: 'x' }

/** 350 libraries with a rule for every line, some 200,000 words in all, as a process keeps them. */
function region(): { ctx: Context; libraries: UnitId[]; count: number } {
  const laid: Segment[] = []
  const say = (fact: Fact, unit: UnitId, key: string, body: unknown) => laid.push(
    { id: randomUUID(), fact: fact.name, unit, key, from: null, to: null, body, saidIn: SYSTEM, madeIn: 1 })
  let codes = 0
  const open = (type: string, parent: UnitId) => {
    const unit = randomUUID()
    say(unitFact, unit, 'unit', { type, code: `U${++codes}`, name: `Bib ${codes}`, province: 'Limburg', inhabitants: 1000 * codes })
    say(parentFact, unit, 'parent', { parent })
    return unit
  }
  say(unitFact, SYSTEM, 'unit', { type: 'system', code: '0', name: 'Streek' })
  for (const code of memberships) say(membershipTypeFact, SYSTEM, code, { name: texts, kind: 'person' })
  for (const code of materials) say(materialTypeFact, SYSTEM, code, { name: texts })
  const libraries = Array.from({ length: LIBRARIES }, () => open('library', SYSTEM))
  for (let n = 0; n < BRANCHES; n++) open('branch', libraries[n % LIBRARIES] ?? SYSTEM)
  const rules = ['rules.loan', 'rules.fine', 'rules.dunning', 'rules.renewal', 'rules.hold'].flatMap(name => registry.parameters.get(name) ?? [])
  for (const [n, library] of libraries.entries()) for (const rule of rules) for (const membership of memberships) {
    for (const material of materials) {
      const value = rule.name === 'rules.loan' ? { ...rule.default as object, loanDays: 14 + n % 3 * 7 } : rule.default
      say(parameterFact, library, parameterKey(rule, { membership, material }), { value })
    }
  }
  const configuration = new Configuration().with({ version: 1, ended: [], laid })
  const ctx = { configuration, installation: { registry }, language: 'nl', today: () => DAY } as unknown as Context
  return { ctx, libraries, count: laid.length }
}

/** Comparing and exchanging settings in a region of full size. */
export async function comparing(): Promise<Figure[]> {
  const { ctx, libraries, count } = region()
  const compared = [...registry.parameters.values()].filter(({ levels }) => levels.includes('library')).slice(-COMPARED)
  const names = compared.map(({ name }) => name)
  const where = { membership: '60', material: 'DVD' }
  const bare = (parameter: Parameter) => libraries.map(id => resolve(ctx.configuration, parameter, id, DAY, where).value)
  const query = { units: libraries.slice(0, 2), names: ['rules.loan', 'rules.fine', 'rules.dunning', 'rules.renewal', 'rules.hold'] }
  const page = sheetOf(ctx, query)
  const sheet = { ...page, rows: page.rows.slice(0, 1001) }
  const text = writeCsv(sheet, ',').replaceAll('/28/0;', '/21/0;')
  const file = (await writeXlsx([sheet])).toString('base64')
  const { items, faultCount } = await differenceOf(ctx, { text, from: DAY })
  if (faultCount || !items.length) throw new Error(`The sheet has ${faultCount} faults and ${items.length} items`)
  return [
    {
      name: `${COMPARED} settings of ${LIBRARIES} libraries side by side, as they are sent (${count} words)`,
      value: await medianOf(7, () => JSON.stringify(comparisonOf(ctx, { names, ...where, day: DAY }))), unit: 'ms',
      floor: { name: 'resolved and no more', value: await medianOf(7, () => compared.map(bare)) },
    },
    {
      name: `a CSV sheet of ${sheet.rows.length - 1} rows against what holds, ${items.length} changes`,
      value: await medianOf(5, () => differenceOf(ctx, { text, from: DAY })), unit: 'ms',
      floor: { name: 'parsed and no more', value: await medianOf(5, () => { parse(text, { delimiter: ';' }) }) }, target: '≤ 2,000',
    },
    {
      name: 'the same as XLSX, nothing changed',
      value: await medianOf(3, () => differenceOf(ctx, { file, from: DAY })), unit: 'ms', target: '≤ 2,000',
    },
  ]
}
