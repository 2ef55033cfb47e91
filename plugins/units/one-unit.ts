import type { Segment } from '#core/configuration.ts'
import { holdsOn } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { dayOf, parentFact, pathOf, successorFact, treeOn, unitAt, unitFact, unitsBelow } from '#core/unit.ts'
import type { UnitDetails } from './contract.ts'
import { nameOf } from './place.ts'

interface Author { by: string; at: string }

/** Everything there is to know about one unit on a day; who said it, as far as the reader reaches. */
export async function oneUnit(ctx: Context, id: UnitId, asked: Day): Promise<UnitDetails> {
  const { configuration } = ctx
  const day = dayOf(configuration, id, asked)
  const said = configuration.at(unitFact, id, 'unit', day)
  if (!said) throw notFound()
  const all = [unitFact, parentFact, successorFact].flatMap(
    fact => configuration.of<typeof fact.body>(fact, id)
  ) as Segment[]
  const authors = await authorsOf(ctx, all)
  const tell = (row: Segment) => ({
    fact: row.fact, from: row.from, to: row.to, body: row.body, text: textOf(ctx, row, day), ...authors.get(row.saidIn),
  })
  const tree = treeOn(configuration, asked)
  const below = unitsBelow(tree, id).slice(1).map(one => tree.units.get(one)?.type)
  const successor = configuration.at(successorFact, id, 'successor', asked)?.body.successor
  return {
    id, version: configuration.version, exists: day === asked, unit: said.body, from: said.from, to: said.to,
    path: pathOf(configuration, id, day).reverse().map(one => placed(ctx, one, day)),
    past: all.filter(({ to }) => to !== null && to < asked).sort(byStart).map(tell),
    planned: all.filter(({ from }) => from !== null && from > asked).sort(byStart).map(tell),
    successor: successor ? { id: successor, name: nameOf(configuration, successor, asked) } : null,
    predecessors: predecessorsOf(ctx, id, asked),
    below: {
      libraries: below.filter(type => type === 'library').length,
      branches: below.filter(type => type === 'branch' || type === 'bookmobile').length,
    },
  }
}

const byStart = (a: Segment, b: Segment) => (a.from ?? '').localeCompare(b.from ?? '')

function placed({ configuration }: Context, id: UnitId, day: Day) {
  const unit = unitAt(configuration, id, day)
  return { id, type: unit?.type ?? 'system' as const, code: unit?.code ?? '', name: unit?.name ?? '' }
}

function predecessorsOf(ctx: Context, id: UnitId, day: Day) {
  const { configuration } = ctx
  return [...configuration.all(successorFact)].flatMap(
    rows => rows.filter(row => row.body.successor === id && holdsOn(row, day))
  )
    .map(({ unit }) => {
      const { code, name } = placed(ctx, unit, dayOf(configuration, unit, day))
      return { id: unit, code, name }
    })
}

/** `Bib Zwalm (2131)`, `onder Biblio WAAS`, `opgegaan in Bib Lokeren`. */
function textOf({ configuration, language }: Context, { fact, body }: Segment, day: Day): string {
  const said = body as { name?: string; code?: string; parent?: UnitId; successor?: UnitId }
  if (fact === unitFact.name) return `${said.name} (${said.code})`
  const other = nameOf(configuration, said.parent ?? said.successor ?? '', day)
  if (fact === parentFact.name) return { nl: `onder ${other}`, en: `under ${other}`, fr: `sous ${other}` }[language]
  return { nl: `opgegaan in ${other}`, en: `became part of ${other}`, fr: `fait partie de ${other}` }[language]
}

async function authorsOf(ctx: Context, rows: readonly Segment[]): Promise<Map<string, Author>> {
  const sets: { id: string; author_name: string; at: string }[] =
    await ctx.db('change_set').whereIn(
      'id', [...new Set(rows.map(({ saidIn }) => saidIn))]
    ).select('id', 'author_name', 'at')
  return new Map(sets.map(({ id, author_name: by, at }) => [id, { by, at }]))
}
