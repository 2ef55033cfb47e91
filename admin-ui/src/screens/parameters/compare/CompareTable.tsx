import { Box, Button, Chip, MenuItem, Stack, TableCell, TableRow, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Pages } from '#console/Pages.tsx'
import { formatCount } from '#console/time/hour.ts'
import type { UnitId } from '#core/contract.ts'
import type { ComparedLibrary, ComparedParameter, Comparison } from '#plugins/parameters/contract/answer/compare.ts'
import { StandsOut } from './Spread.tsx'
import type { Compared } from './useCompared.ts'

interface CompareTableProps {
  readonly comparison: Comparison
  readonly compared: Compared
  readonly own: UnitId | undefined
  /** Takes over what a library has; absent for whoever may set nothing. */
  readonly onTake?: ((library: ComparedLibrary) => void) | undefined
}

const perPage = 40

/** The libraries with what each has of every setting, one's own first. */
export const CompareTable = ({ comparison, compared, own, onTake }: CompareTableProps) => {
  const translate = useTranslate()
  const { libraries, parameters } = comparison
  const { sort, page, ask } = compared
  const rows = inOrder(comparison, own, sort)
  const pages = Math.ceil(rows.length / perPage)
  const at = Math.min(page, pages)
  const reset = <Button onClick={compared.clear}>{translate('parameters.reset')}</Button>
  if (libraries.length === 0) return <Nothing action={reset}>{translate('parameters.compare.nobody')}</Nothing>
  return (
    <Stack spacing={2}>
      <TextField
        select
        label={translate('parameters.compare.order')}
        value={sort === 'outliers' || parameters.some(({ name }) => name === sort) ? sort : ''}
        onChange={event => ask({ sort: event.target.value, page: null })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ maxWidth: 360 }}
      >
        <MenuItem value="">{translate('parameters.compare.byName')}</MenuItem>
        <MenuItem value="outliers">{translate('parameters.compare.byOutliers')}</MenuItem>
        {parameters.map(({ name, title }) => <MenuItem key={name} value={name}>{translate('parameters.compare.by', { title })}</MenuItem>)}
      </TextField>
      <ListTable
        name={translate('parameters.compare.tableName')}
        dense
        held
        columns={[translate('parameters.compare.library'), ...parameters.map(({ title }) => title)]}
        {...(onTake ? { acts: translate('parameters.compare.acts') } : {})}
      >
        {rows.slice((at - 1) * perPage, at * perPage).map(n => {
          const library = libraries[n]
          if (!library) return null
          const mine = library.id === own
          return (
            <TableRow key={library.id} hover sx={mine ? { boxShadow: theme => `inset 4px 0 0 ${theme.palette.secondary.main}` } : undefined}>
              <LibraryCell library={library} mine={mine} />
              {parameters.map(parameter => <ValueCell key={parameter.name} parameter={parameter} n={n} />)}
              {onTake && (
                <TableCell align="right">
                  {!mine && (
                    <Button
                      size="small"
                      variant="outlined"
                      onClick={() => onTake(library)}
                      aria-label={translate('parameters.compare.takeFrom', { library: library.name })}
                      sx={{ whiteSpace: 'nowrap' }}
                    >
                      {translate('parameters.compare.take')}
                    </Button>
                  )}
                </TableCell>
              )}
            </TableRow>
          )
        })}
      </ListTable>
      <Pages count={pages} page={at} onPage={next => ask({ page: next === 1 ? null : String(next) })} />
    </Stack>
  )
}

const LibraryCell = ({ library: { name, group, inhabitants }, mine }: { readonly library: ComparedLibrary; readonly mine: boolean }) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <TableCell component="th" scope="row" sx={{ minWidth: { sm: 200 }, verticalAlign: 'top' }}>
      <Typography component="span" sx={{ fontWeight: 650, display: 'block' }}>
        {name} {mine && <Chip size="small" color="secondary" label={translate('parameters.compare.we')} sx={{ ml: 0.5 }} />}
      </Typography>
      <Typography component="span" variant="caption" color="textSecondary">
        {[group?.name, inhabitants === null ? null : translate('parameters.compare.inhabitants', { count: formatCount(language, inhabitants) })]
          .filter(Boolean).join(' · ')}
      </Typography>
    </TableCell>
  )
}

const ValueCell = ({ parameter: { cells, values }, n }: { readonly parameter: ComparedParameter; readonly n: number }) => {
  const translate = useTranslate()
  const cell = cells[n]
  const value = cell && values[cell.is]
  if (!cell || !value) return <TableCell />
  const apart = (value.parts ?? []).filter(({ outlier }) => outlier)
  return (
    <TableCell sx={{ minWidth: { sm: 130 }, verticalAlign: 'top' }}>
      <Typography component="span" sx={{ display: 'block', fontWeight: value.outlier ? 700 : 500, overflowWrap: 'anywhere' }}>
        {value.text}
      </Typography>
      {value.outlier && <StandsOut />}
      {apart.length > 0 && (
        <Typography component="span" variant="caption" sx={{ display: 'block' }}>
          {apart.map(({ text }) => text).join(', ')}
        </Typography>
      )}
      <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {translate(`parameters.compare.from.${cell.from ?? 'default'}`)}
        {cell.otherwise !== undefined && cell.otherwise > 0 && (
          <Box component="span"> · {translate('parameters.compare.otherwise', { smart_count: cell.otherwise })}</Box>
        )}
      </Typography>
    </TableCell>
  )
}

/** Which libraries in which order: one's own first, then by name, by what stands out, or by one setting. */
const inOrder = ({ libraries, parameters }: Comparison, own: UnitId | undefined, sort: string): readonly number[] => {
  const sorted = parameters.find(({ name }) => name === sort)
  const outliers = (n: number) => parameters.filter(({ cells, values }) => values[cells[n]?.is ?? -1]?.outlier).length
  const rank = (n: number) => {
    if (libraries[n]?.id === own) return -Infinity
    if (sort === 'outliers') return -outliers(n)
    return 0
  }
  const byValue = (a: number, b: number) => {
    if (!sorted) return 0
    const [one, other] = [a, b].map(n => sorted.values[sorted.cells[n]?.is ?? -1])
    if (typeof one?.value === 'number' && typeof other?.value === 'number') return one.value - other.value
    return (one?.text ?? '').localeCompare(other?.text ?? '', 'nl', { numeric: true })
  }
  const byRank = (a: number, b: number) => {
    const [one, other] = [rank(a), rank(b)]
    return one === other ? 0 : one - other
  }
  return libraries.map((_, n) => n).toSorted((a, b) =>
    byRank(a, b) || byValue(a, b) || (libraries[a]?.name ?? '').localeCompare(libraries[b]?.name ?? '', 'nl'))
}
