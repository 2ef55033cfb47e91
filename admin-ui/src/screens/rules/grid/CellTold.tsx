import { Box, Button, Paper, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { ANY, type Language, type Parameter, type UnitId } from '#core/contract.ts'
import { formatCents } from '#console/time/hour.ts'
import type { LineCell } from '#plugins/rules/contract/answer.ts'
import { readCell } from '../method.ts'
import { usualOf } from './entering.ts'
import type { Held, LineCode } from './table.ts'
import type { Waiting } from './waiting.ts'
import { WhenList } from './WhenList.tsx'

interface CellToldProps {
  readonly cell: LineCell
  readonly when: readonly Held[]
  readonly method: Parameter
  readonly unit: UnitId
  readonly row: LineCode | undefined
  readonly column: LineCode | undefined
  readonly waiting: Waiting | undefined
  readonly mayChange: boolean
  readonly onTry: () => void
  readonly onGiveBack: () => void
  readonly onDrop: () => void
}

/** The cell under the cursor in full: its parts by name, whose word it is, and what can be done with it. */
export const CellTold = ({ cell, when, method, unit, row, column, waiting, mayChange, onTry, onGiveBack, onDrop }: CellToldProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const text = waiting ? waiting.text : cell.text
  const read = text === null ? undefined : readCell(method, text, language, translate)
  const fault = waiting?.lockedBy === undefined ? read?.fault : translate('rules.lockedBy', { unit: waiting.lockedBy })
  const named = (code: LineCode | undefined, any: string) => (code?.code === ANY ? translate(any) : `${code?.code} ${code?.name}`)
  return (
    <Paper variant="outlined" component="section" aria-label={translate('rules.told')} sx={{ px: 2, py: 1.25, minHeight: 116 }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 2, rowGap: 1, alignItems: 'center' }}>
        <Typography variant="h3" component="h2" sx={{ flex: '1 1 14rem' }}>
          {named(row, 'rules.anyMembership')} · {named(column, 'rules.anyMaterial')}
        </Typography>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          <Button variant="outlined" size="small" onClick={onTry}>{translate('rules.tryThis')}</Button>
          {mayChange && waiting && <Button size="small" onClick={onDrop}>{translate('rules.drop')}</Button>}
          {mayChange && usualOf(cell).own && !cell.locked && text !== null && (
            <Button size="small" onClick={onGiveBack}>{translate('rules.giveBack')}</Button>
          )}
        </Stack>
      </Stack>
      {fault
        ? <Typography variant="body2" color="error" sx={{ mt: 0.75, fontWeight: 600 }}>{fault}</Typography>
        : <Parts method={method} value={text === null ? undefined : (read?.value ?? cell.value)} />}
      <Whose cell={cell} unit={unit} waiting={waiting} />
      {when.length > 0 && <WhenList when={when} cell={cell} method={method} unit={unit} mayChange={mayChange} />}
    </Paper>
  )
}

type Part = string | number | boolean | null

const Parts = ({ method: { fields = {} }, value }: { readonly method: Parameter; readonly value: unknown }) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  if (typeof value !== 'object' || value === null) return null
  const parts = value as Readonly<Record<string, Part>>
  const shown = (name: string, part: Part | undefined) => {
    const field = fields[name]
    if (part === null || part === undefined) return translate('rules.noMaximum')
    if (typeof part === 'boolean') return translate(`ra.boolean.${part}`)
    if (field?.unit === 'cents') return formatCents(language, Number(part))
    return field?.choices?.[String(part)]?.[language] ?? String(part)
  }
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.25, m: 0, mt: 0.75 }}>
      {Object.entries(fields).map(([name, { title }]) => (
        <Box key={name} sx={{ display: 'flex', gap: 0.75, alignItems: 'baseline' }}>
          <Typography component="dt" variant="body2" color="textSecondary">{title[language]}</Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 650 }}>{shown(name, parts[name])}</Typography>
        </Box>
      ))}
    </Box>
  )
}

const Whose = ({ cell, unit, waiting }: Pick<CellToldProps, 'cell' | 'unit' | 'waiting'>) => {
  const translate = useTranslate()
  const { own, from, by, locked, lockedBy, differs, planned } = cell
  const origin = own ? translate('rules.ownLong')
    : from === null ? translate('rules.default')
      : translate(from.unit === unit ? 'rules.here' : 'rules.inherited', { unit: from.unitName })
  const codes = by && [by.membership, by.material].map(code => (code === ANY ? '*' : code)).join(' × ')
  const lines = [
    ...(waiting ? [translate('rules.before', { text: waiting.before })] : []),
    codes && !own ? `${origin} (${translate('rules.byRow', { codes })})` : origin,
    ...(differs ? [translate('rules.differsLong')] : []),
    ...(planned > 0 ? [translate('rules.planned', { smart_count: planned })] : []),
    ...(locked ? [translate('rules.lockedBy', { unit: lockedBy })] : []),
  ]
  return <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>{lines.join(' · ')}</Typography>
}
