import { Box, Chip, Link, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { todayHere } from '#console/time/day.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import { useUnitLink } from '#console/unit.ts'
import { ANY, type Parameter, type UnitId } from '#core/contract.ts'
import type { LineCell } from '#plugins/rules/contract/answer.ts'
import { usualOf } from './entering.ts'
import type { Held } from './table.ts'

interface WhenListProps {
  readonly when: readonly Held[]
  readonly cell: LineCell
  readonly method: Parameter
  readonly unit: UnitId
  readonly mayChange: boolean
}

/** What holds when in a cell: the usual value, the seasons and what is planned, each with whose word it is. */
export const WhenList = ({ when, cell, method, unit, mayChange }: WhenListProps) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const title = useId()
  return (
    <Box sx={{ mt: 1, pt: 1, borderTop: 1, borderColor: 'divider' }}>
      <Typography id={title} variant="body2" component="h3" sx={{ fontWeight: 650 }}>{translate('rules.when.title')}</Typography>
      <Box component="ul" aria-labelledby={title} sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.25 }}>
        {when.map(held => <Word key={`${held.unit?.unit} ${held.membership} ${held.material} ${held.seasonText} ${held.from}`} held={held} cell={cell} unit={unit} />)}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
        {mayChange && !cell.locked && `${translate('rules.when.typed', { text: usualOf(cell).text })} `}
        <Link component={RouterLink} to={link(`/settings?p=${method.name}`, unit)}>{translate('rules.when.settings')}</Link>
      </Typography>
    </Box>
  )
}

const Word = ({ held, cell, unit }: Pick<WhenListProps, 'cell' | 'unit'> & { readonly held: Held }) => {
  const translate = useTranslate()
  const { text, holds, overruled } = held
  return (
    <Stack component="li" direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline', py: 0.25 }}>
      <Typography sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums', minWidth: '5.5rem', textDecoration: overruled ? 'line-through' : 'none' }}>
        {text}
      </Typography>
      <Typography variant="body2" sx={{ flex: '1 1 12rem' }}>{useWhenWords()(held, cell, unit)}</Typography>
      {holds && <Chip size="small" variant="outlined" label={translate('rules.when.now')} />}
    </Stack>
  )
}

/** "elk jaar van 1 juli tot en met 31 augustus · vanaf vr 1 jan. 2027 · overgeërfd van Regio (regel 60 × *)". */
const useWhenWords = () => {
  const translate = useTranslate()
  const period = usePeriod()
  return ({ unit: of, membership, material, seasonText, from, to, begins, state, usual, overruled }: Held, cell: LineCell, unit: UnitId) => {
    const today = todayHere()
    // What takes over when something else ends holds from that day, however long it has been said.
    const days = seasonText === undefined && !usual ? { from: begins, to } : { from: state === 'planned' ? from : null, to }
    const exact = membership === cell.membership && material === cell.material
    const whose = of === null ? translate('rules.default')
      : of.unit !== unit ? translate('rules.inherited', { unit: of.unitName }) : translate(exact ? 'rules.when.own' : 'rules.here')
    const codes = [membership, material].map(code => (code === ANY ? '*' : code)).join(' × ')
    return [
      ...(usual ? [translate('rules.when.usual')] : []),
      ...(seasonText === undefined ? [] : [seasonText]),
      ...(days.from === null && days.to === null ? [] : [period(days, today)]),
      exact || of === null ? whose : `${whose} (${translate('rules.byRow', { codes })})`,
      ...(overruled ? [translate('rules.when.overruled')] : []),
    ].join(' · ')
  }
}
