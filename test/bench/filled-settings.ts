import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import type { Configuration } from '#core/configuration.ts'
import { defineParameter, type Parameter, type UnitId } from '#core/contract.ts'
import type { Database } from '#core/database.ts'
import { parameterFact, parameterKey } from '#core/parameter.ts'
import { definePlugin, type Plugin } from '#core/plugin.ts'
import { assemble, type Registry } from '#core/registry.ts'
import { libraryOf, treeOn } from '#core/unit.ts'
import { plugins } from '#plugins/index.ts'
import { materialTypeFact, membershipTypeFact, ruleLine } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/list.ts'
import { Chance } from '#plugins/circulation/demo/chance.ts'
import { SYSTEM } from '#core/unit.ts'

const DEFINITIONS = 300
const ROWS = 200_000
const LINES_PER_LIBRARY = 104

const texts = { nl: 'Meting', en: 'Measure', fr: 'Mesure' }
const words = { nl: ['meting'], en: ['measure'], fr: ['mesure'] }

/** The product with as many settings as a region will have: the catalogue, and some to fill up. */
export function withSettings(): Registry {
  const known = assemble(plugins).parameters.size
  const more = Array.from({ length: Math.max(0, DEFINITIONS - known) }, (_, n) => defineParameter({
    name: `bench.setting-${n}`, area: 'console', schema: Type.Integer({ minimum: 0, maximum: 1000 }), default: n, unit: 'days',
    levels: ['system', 'group', 'library', 'branch'], title: texts, help: texts, consequence: texts, example: texts, synonyms: words,
    ...(n % 40 === 0 ? { dimensions: ruleLine } : {}),
  }))
  const bench: Plugin = definePlugin({ name: 'bench', parameters: more })
  return assemble([...plugins, bench])
}

interface Row { readonly id: string; readonly unit: UnitId; readonly key: string; readonly value: unknown; readonly library: UnitId | null }

/** Own values of libraries and branches, and rule lines by membership and material, up to 200,000. */
export function drawRows({ parameters }: Registry, configuration: Configuration, day: string): Row[] {
  const chance = new Chance(7)
  const all = [...parameters.values()].filter(({ guards }) => !guards)
  const lined = all.filter(({ dimensions }) => dimensions?.length === 2)
  const single = all.filter(({ name, dimensions }) => !dimensions && name.startsWith('bench.'))
  const codes = [membershipTypeFact, materialTypeFact].map(list => [...listed(configuration, list, SYSTEM, day).keys()])
  const tree = treeOn(configuration, day)
  const ofType = (type: string) => tree.order.filter(id => tree.units.get(id)?.type === type)
  const rows: Row[] = []
  const say = (unit: UnitId, key: string, value: unknown) =>
    rows.push({ id: randomUUID(), unit, key, value, library: libraryOf(configuration, unit, day) ?? null })
  for (const unit of ofType('library')) {
    for (const parameter of lined.slice(0, 5)) {
      for (const where of drawnCodes(chance, codes)) say(unit, parameterKey(parameter, where), valueOf(chance, parameter))
    }
  }
  const places = [...ofType('library'), ...ofType('branch')]
  for (let n = 0; rows.length < ROWS; n++) {
    const parameter = single[Math.floor(n / places.length)]
    if (!parameter) throw new Error(`There are only ${rows.length} rows`)
    say(places[n % places.length] ?? SYSTEM, parameterKey(parameter), valueOf(chance, parameter))
  }
  return rows
}

function drawnCodes(chance: Chance, [memberships = [], materials = []]: readonly (readonly string[])[]) {
  const lines = new Map<string, { membership: string; material: string }>()
  while (lines.size < LINES_PER_LIBRARY) {
    const [membership, material] = [chance.one(['*', ...memberships]), chance.one(['*', ...materials])]
    lines.set(`${membership}|${material}`, { membership, material })
  }
  return [...lines.values()]
}

const valueOf = (chance: Chance, { unit, default: given }: Parameter) => unit === 'fields' ? given : chance.below(60)

/** As an import would have left them: one set, its rows beside the journal of the audit, which is not measured here. */
export async function storeRows({ owner }: Database, rows: readonly Row[]): Promise<void> {
  const set = randomUUID()
  await owner.transaction(async db => {
    await db.raw('alter table segment disable trigger user')
    const [{ version }] = (await db.raw('update configuration set version = version + 1 returning version')).rows
    await db.raw(`insert into change_set (id, state, author_name, at, applied_at, version, library_ids)
                  values (?, 'applied', 'bench', now(), now(), ?, '{}')`, [set, version])
    for (let start = 0; start < rows.length; start += 5000) await db.raw(`
      insert into segment (id, fact, unit_id, key, valid, body, walled, library_id, said_in, made_in)
      select id, ?, unit, key, daterange('2020-01-01', null), jsonb_build_object('value', value), false, library, ?::uuid, ?::bigint
      from jsonb_to_recordset(?) as r (id uuid, unit uuid, key text, value jsonb, library uuid)`,
    [parameterFact.name, set, version, JSON.stringify(rows.slice(start, start + 5000))])
    await db.raw('alter table segment enable trigger user')
  })
  await owner.raw('analyze segment')
}
