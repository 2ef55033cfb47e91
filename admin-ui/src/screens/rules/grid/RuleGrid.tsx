import { Box, Stack } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { ANY, type Language, type Parameter, type UnitId } from '#core/contract.ts'
import type { LineCell } from '#plugins/rules/contract/answer.ts'
import { readCell, shortName } from '../method.ts'
import { readBlock, writeBlock } from './block.ts'
import { Cell } from './Cell.tsx'
import { CellField } from './CellField.tsx'
import { CellTold } from './CellTold.tsx'
import { entered, givenBack, pasted, textAt, usualOf } from './entering.ts'
import { gridLook } from './look.ts'
import { blockOf, isIn, spotsOf, type Selection, type Spot } from './selection.ts'
import { seasonsOf, type LineCode, type Table } from './table.ts'
import { useGridKeys } from './useGridKeys.ts'
import { waitingKey, type useWaiting } from './waiting.ts'

interface RuleGridProps {
  readonly table: Table
  readonly method: Parameter
  readonly unit: UnitId
  /** The configuration that is shown. */
  readonly version: number
  readonly waiting: ReturnType<typeof useWaiting>
  /** Nobody who looks only opens a cell. */
  readonly mayChange: boolean
  readonly onTry: (cell: LineCell) => void
  /** The cell one was sent to, which takes the focus. */
  readonly start?: Spot | undefined
}

/** One method of the rules: membership by material, read and changed as in a spreadsheet. */
export const RuleGrid = ({ table, method, unit, version, waiting, mayChange, onTry, start }: RuleGridProps) => {
  const translate = useTranslate()
  const [said, setSaid] = useState('')
  const last = { row: table.rows.length - 1, column: table.columns.length - 1 }
  const cellAt = ({ row, column }: Spot) => table.at(row, column)
  const put = (cells: readonly Spot[], wish: (cell: LineCell) => ReturnType<typeof entered>) => {
    if (mayChange) waiting.put(cells.flatMap(spot => cellAt(spot) ?? []).map(wish), version)
  }
  const paste = (selection: Selection, text: string): Selection => {
    if (!mayChange) return selection
    const { wishes, block, outside } = pasted(method, table, blockOf(selection), readBlock(text))
    waiting.put(wishes, version)
    const changed = wishes.filter(wish => wish.waiting !== null).length
    setSaid([
      translate('rules.pasted', { smart_count: changed }), ...(outside > 0 ? [translate('rules.outside', { smart_count: outside })] : []),
    ].join(' '))
    return { at: { row: block.bottom, column: block.right }, from: { row: block.top, column: block.left } }
  }
  const sheet = useRef<HTMLTableElement>(null)
  const grid = useGridKeys(sheet, {
    last, start,
    mayType: spot => {
      const cell = cellAt(spot)
      if (cell?.locked) setSaid(translate('rules.lockedBy', { unit: cell.lockedBy }))
      return mayChange && cell !== undefined && !cell.locked
    },
    onGiveBack: selection => put(spotsOf(blockOf(selection)), cell => givenBack(method, table, cell)),
    onUndo: () => setSaid(translate(waiting.undo() ? 'rules.undone' : 'rules.nothingToUndo')),
    onPaste: paste,
    onCopy: selection => {
      const { top, bottom, left, right } = blockOf(selection)
      const rows = Array.from({ length: bottom - top + 1 }, (_, row) => Array.from({ length: right - left + 1 }, (__, column) => {
        const cell = table.at(top + row, left + column)
        return cell ? (textAt(method, cell, waiting.all) ?? '') : ''
      }))
      setSaid(translate('rules.copied', { smart_count: rows.flat().length }))
      return writeBlock(rows)
    },
  })
  const { selection: { at }, typing } = grid
  const current = cellAt(at)
  return (
    <Stack spacing={1.5}>
      {current && (
        <CellTold
          cell={current} when={table.whenOf(current)} method={method} unit={unit} mayChange={mayChange} onTry={() => onTry(current)}
          row={table.rows[at.row]} column={table.columns[at.column]}
          waiting={waiting.all[waitingKey({ method: method.name, ...current })]}
          onGiveBack={() => put([at], cell => givenBack(method, table, cell))}
          onDrop={() => waiting.put([{ cell: { ...current, method: method.name }, waiting: null }], version)}
        />
      )}
      <Box sx={{ position: 'relative', overflow: 'auto', maxHeight: 'min(70vh, 760px)', border: 1, borderColor: 'divider', borderRadius: 1 }}>
        <Box
          component="table"
          role="grid"
          ref={sheet}
          aria-label={translate(`rules.method.${shortName(method)}.title`)}
          aria-multiselectable
          aria-readonly={!mayChange}
          sx={gridLook}
          {...grid.events}
        >
          <Head columns={table.columns} />
          <Body table={table} method={method} unit={unit} waiting={waiting} grid={grid} mayChange={mayChange} />
        </Box>
        {typing && <Typing typing={typing} grid={grid} table={table} method={method} put={put} waiting={waiting} />}
      </Box>
      <Box role="status" sx={{ minHeight: 24, typography: 'body2', color: 'text.secondary' }}>{said}</Box>
    </Stack>
  )
}

const Head = ({ columns }: { readonly columns: readonly LineCode[] }) => {
  const translate = useTranslate()
  return (
    <thead>
      <tr>
        <th scope="col"><small>{translate('rules.corner')}</small></th>
        {columns.map(({ code, name, unused }) => (
          <th key={code} scope="col" className={code === ANY ? 'any' : ''}>
            <b>{code === ANY ? translate('rules.anyMaterial') : code}</b>
            <small>{code === ANY ? '*' : name}{unused && ` (${translate('rules.unused')})`}</small>
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface BodyProps extends Pick<RuleGridProps, 'table' | 'method' | 'unit' | 'waiting' | 'mayChange'> {
  readonly grid: ReturnType<typeof useGridKeys>
}

const Body = ({ table, method, unit, waiting, grid, mayChange }: BodyProps) => {
  const translate = useTranslate()
  const { block, selection: { at } } = grid
  const words = useCellWords(table, method, unit)
  return (
    <tbody>
      {table.rows.map(({ code, name, unused }, row) => (
        <tr key={code}>
          <th scope="row" className={code === ANY ? 'any' : ''}>
            <b>{code === ANY ? translate('rules.anyMembership') : code}</b>{' '}
            <small>{code === ANY ? '*' : name}{unused && ` (${translate('rules.unused')})`}</small>
          </th>
          {table.columns.map((one, column) => {
            const cell = table.at(row, column)
            if (!cell) return <td key={one.code} role="gridcell" />
            const change = waiting.all[waitingKey({ method: method.name, ...cell })]
            const told = words(cell, change?.text, change?.lockedBy)
            return (
              <Cell
                key={one.code}
                row={row}
                column={column}
                text={change?.text === null ? translate('rules.givenBack') : (change?.text ?? cell.text)}
                words={told.words}
                whose={cell.own ? 'own' : cell.from?.unit === unit ? 'here' : 'above'}
                locked={cell.locked}
                differs={cell.differs}
                planned={cell.planned > 0}
                seasonal={seasonsOf(table.whenOf(cell)).length > 0}
                waiting={change !== undefined}
                wrong={told.wrong}
                selected={isIn(block, row, column)}
                current={row === at.row && column === at.column}
                fixed={!mayChange}
              />
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

/** What the signs and colours of a cell say, in words; of a cell that nobody touched they are reckoned once. */
const useCellWords = (table: Table, method: Parameter, unit: UnitId) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const [stored] = useState(() => new WeakMap<LineCell, { readonly language: Language; readonly words: string }>())
  const wordsOf = (cell: LineCell) => {
    const known = stored.get(cell)
    if (known?.language === language) return known.words
    const whose = cell.own ? 'rules.own' : cell.from?.unit === unit ? 'rules.here' : cell.from ? 'rules.inherited' : 'rules.default'
    const words = [
      translate(whose, { unit: cell.from?.unitName }),
      ...(cell.differs ? [translate('rules.differs')] : []),
      ...(cell.planned > 0 ? [translate('rules.planned', { smart_count: cell.planned })] : []),
      ...seasonsOf(table.whenOf(cell)).map(({ text, seasonText }) => translate('rules.when.season', { text, days: seasonText })),
      ...(cell.locked ? [translate('rules.lockedBy', { unit: cell.lockedBy })] : []),
    ].join(', ')
    stored.set(cell, { language, words })
    return words
  }
  return (cell: LineCell, text: string | null | undefined, lockedBy: string | undefined) => {
    if (text === undefined) return { wrong: false, words: ` ${wordsOf(cell)}` }
    const fault = lockedBy !== undefined ? translate('rules.lockedBy', { unit: lockedBy })
      : text === null ? undefined : readCell(method, text, language, translate).fault
    return { wrong: fault !== undefined, words: ` ${[translate('rules.notSaved'), ...(fault ? [fault] : []), wordsOf(cell)].join(', ')}` }
  }
}

interface TypingProps extends Pick<RuleGridProps, 'table' | 'method' | 'waiting'> {
  readonly typing: NonNullable<ReturnType<typeof useGridKeys>['typing']>
  readonly grid: ReturnType<typeof useGridKeys>
  readonly put: (cells: readonly Spot[], wish: (cell: LineCell) => ReturnType<typeof entered>) => void
}

const Typing = ({ typing: { at, letter, cell: anchor }, grid, table, method, put, waiting }: TypingProps) => {
  const translate = useTranslate()
  const cell = table.at(at.row, at.column)
  if (!cell) return null
  const [row, column] = [table.rows[at.row], table.columns[at.column]]
  const named = (code: LineCode | undefined, any: string) => (code?.code === ANY ? translate(any) : `${code?.code} ${code?.name}`)
  return (
    <CellField
      key={`${at.row} ${at.column}`}
      method={method}
      anchor={anchor}
      label={`${named(row, 'rules.anyMembership')}, ${named(column, 'rules.anyMaterial')}`}
      first={letter ?? waiting.all[waitingKey({ method: method.name, ...cell })]?.text ?? usualOf(cell).text}
      onCancel={() => grid.done('Escape', false)}
      onDone={(text, key, back) => {
        if (text.trim() !== '') put([at], one => entered(method, table, one, text))
        grid.done(key, back)
      }}
    />
  )
}
