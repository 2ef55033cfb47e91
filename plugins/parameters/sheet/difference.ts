import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { holdsOn, overlaps } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parameterKey, resolve, rowsOf, type ParameterRow } from '#core/parameter.ts'
import type { Fault } from '#core/refusal.ts'
import type { Asked } from '../asked.ts'
import { codeFaults } from '../code-fault.ts'
import type { SheetDifference, SheetSent } from '../contract/answer/sheet.ts'
import { beginProposal, propose, proposedBy, type Proposal } from '../proposal.ts'
import { cellFaults, columnOf, doubleRow, lostNoughts } from './cell-fault.ts'
import { readHeadings } from './heading.ts'
import { rowReader, withNoughts, type CellFault, type ReadRow } from './read-row.ts'
import { FaultList } from './fault-list.ts'
import { readTable } from './spreadsheet.ts'
import { isMerged, type Cell } from './workbook.ts'

const ROWS_AT_A_STRETCH = 100

/**
 * What a sheet that came back would change, row by row as if each were sent to the door; with any fault nothing. A row
 * that is not there changes nothing, an empty value gives back what the unit says itself.
 */
export async function differenceOf(ctx: Context, sent: SheetSent): Promise<SheetDifference> {
  const proposal = beginProposal(ctx)
  const table = readTable(sent)
  if (typeof table === 'string') {
    const faults = new FaultList(ctx, new Map())
    faults.blame(0, [{ column: null, fault: unreadTable[table] }])
    return answer(ctx, proposal, { changeRows: [], rows: 0, faults })
  }
  const [head = [], ...rows] = table
  const { places, faults: headFaults } = readHeadings(head)
  const faults = new FaultList(ctx, places)
  for (const { at, fault } of headFaults) faults.blameHeading(at, fault)
  const filled = rows.map((cells, n) => ({ cells, row: n + 2 })).filter(({ cells }) => cells.some(saysSomething))
  if (!filled.length && !headFaults.length) faults.blame(0, [{ column: null, fault: cellFaults.empty }])
  const changeRows: number[] = []
  if (headFaults.length) return answer(ctx, proposal, { changeRows, rows: filled.length, faults })
  const read = rowReader(ctx, places, sent.from)
  const periods = new Periods()
  for (const [n, { cells, row }] of filled.entries()) {
    if (n % ROWS_AT_A_STRETCH === ROWS_AT_A_STRETCH - 1) await turnOfOthers()
    const { said, faults: unread } = read(cells)
    faults.blame(row, said ? lay(ctx, proposal, { said, sent, row, periods }) : unread)
    while (changeRows.length < proposal.changes.length) changeRows.push(row)
  }
  return answer(ctx, proposal, { changeRows, rows: filled.length, faults })
}

const saysSomething = (cell: Cell) => cell !== '' && !isMerged(cell)

const unreadTable = {
  'too-large': cellFaults.tooLarge, unreadable: cellFaults.unreadable, locked: cellFaults.fileLocked, 'two-sheets': cellFaults.twoSheets,
  'open-document': cellFaults.openDocument,
} as const

function answer(
  ctx: Context, proposal: Proposal, { changeRows, rows, faults }: { changeRows: number[]; rows: number; faults: FaultList },
): SheetDifference {
  const proposed = proposedBy(ctx, proposal)
  return {
    ...proposed, ...(faults.count ? { items: [], changes: [], unchanged: 0 } : {}),
    changeRows: faults.count ? [] : changeRows, rows, faults: faults.told, faultCount: faults.count,
  }
}

/** Which days of what a unit says have been spoken for, and by which row. */
class Periods {
  readonly #rows = new Map<string, { from: Day; to: Day | null; row: number }[]>()

  /** The row that already speaks of some of these days. */
  taken({ unit, from, to }: Asked, key: string, row: number): number | undefined {
    const known = this.#rows.get(`${unit} ${key}`) ?? []
    this.#rows.set(`${unit} ${key}`, known)
    const other = known.find(one => overlaps(one, { from, to }))
    known.push({ from, to, row })
    return other?.row
  }
}

interface Row { readonly said: ReadRow; readonly sent: SheetSent; readonly row: number; readonly periods: Periods }

/** Lays what a row says, and answers what is wrong with it. */
function lay(ctx: Context, proposal: Proposal, { said, sent, row, periods }: Row): readonly CellFault[] {
  const { unit, parameter, where, season } = said
  const start = said.from !== null && said.from > sent.from ? said.from : sent.from
  const key = parameterKey(parameter, where, season)
  const own = rowsOf(ctx.configuration, parameter, unit).filter(one => one.key === key)
  const standing = own.find(one => holdsOn(one, start))
  const to = said.until === undefined ? standing?.to ?? null : said.until
  if (to !== null && to < start) return goneBy(said, own, sent.from)
  const asked: Asked = {
    unit, parameter: parameter.name, ...(Object.keys(where).length ? { where } : {}), ...(season ? { season } : {}), from: start, to, value: null,
  }
  const codes = codeFaults(ctx.configuration, parameter, where)
  if (codes.length) return codes.map(fault => ({ column: columnOf(fault.pointer), fault: ofNoughts(ctx, said, fault) }))
  const other = periods.taken(asked, key, row)
  if (other !== undefined) return [{ column: 'unit', fault: doubleRow(other) }]
  const body = said.value === undefined ? null : bodyOf(said, standing, sent)
  if (said.value !== undefined && said.own === false) {
    const holds = [ctx.today(), start].some(day =>
      isDeepStrictEqual(resolve(ctx.configuration, parameter, unit, day, where).value, said.value))
    if (!holds) return [{ column: 'own', fault: cellFaults.notOwn }]
  }
  const given = body === null || said.own === false ? asked : { ...asked, ...body }
  const faults = [...propose(ctx, proposal, parameter, given)]
  // It stands longer than the sheet says: what lies beyond is taken away.
  if (!faults.length && to !== null && standing && given.value !== null && (standing.to === null || standing.to > to)) {
    faults.push(...propose(ctx, proposal, parameter, { ...asked, from: plusDays(to, 1), to: standing.to }))
  }
  return faults.map(fault => ({ column: columnOf(fault.pointer), fault: inWordsOf(said, fault, ctx) }))
}

/** What is wrong with a code, or the code it was before a spreadsheet dropped its noughts. */
function ofNoughts({ configuration }: Context, { parameter, where }: ReadRow, fault: Fault): Fault {
  const [, name = ''] = /^\/where\/(.+)$/.exec(fault.pointer) ?? []
  const whole = withNoughts(where[name] ?? '', code => codeFaults(configuration, parameter, { [name]: code }).length === 0)
  return whole === undefined ? fault : lostNoughts(whole)
}

/** A row of days gone by says nothing any more; one that ends what runs would rewrite what has been. */
function goneBy(said: ReadRow, own: readonly ParameterRow[], from: Day): readonly CellFault[] {
  if (said.from !== null && said.until && said.until < said.from) return [{ column: 'until', fault: cellFaults.backwards }]
  const runs = own.some(one => holdsOn(one, from) && (said.from === null || one.from === said.from))
  return runs ? [{ column: 'until', fault: cellFaults.endedBefore }] : []
}

function bodyOf(said: ReadRow, standing: ParameterRow | undefined, sent: SheetSent): Pick<Asked, 'value' | 'locked' | 'basis'> {
  const { value, parameter: { needsBasis = false } } = said
  const locked = said.locked ?? standing?.body.locked
  const needs = typeof needsBasis === 'function' ? needsBasis(value) : needsBasis
  const basis = (said.basis === undefined ? standing?.body.basis : said.basis) ?? (needs ? sent.basis : undefined)
  return { value, ...(locked ? { locked } : {}), ...(basis ? { basis } : {}) }
}

/** Of a value of several parts, which part it is about. */
function inWordsOf({ parameter: { fields = {} } }: ReadRow, fault: Fault, { language }: Context): Fault {
  const field = fields[/^\/value\/(\w+)$/.exec(fault.pointer)?.[1] ?? '']
  return field ? { ...fault, message: { ...fault.message, [language]: `${field.title[language]}: ${fault.message[language]}` } } : fault
}
