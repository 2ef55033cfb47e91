import Check from '@mui/icons-material/Check'
import { Autocomplete, Box, Button, Chip, MenuItem, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef } from 'react'
import { useTyped } from '#console/typed.ts'
import type { UnitRow } from '#console/unit.ts'
import { groupLevels, type Comparison } from '#plugins/parameters/contract/answer/compare.ts'
import { useCodes } from '#console/value/useCodes.ts'
import type { Compared, FilterName } from './useCompared.ts'

interface LibraryFiltersProps {
  readonly unit: UnitRow
  readonly compared: Compared
  readonly comparison: Comparison | undefined
}

/** Among which libraries, and for which line of the rules. */
export const LibraryFilters = ({ unit, compared, comparison }: LibraryFiltersProps) => {
  const translate = useTranslate()
  const { filter, narrow, clear } = compared
  const choices = (name: FilterName, options: readonly (readonly [string, string])[], label: string) => (
    <TextField
      select
      label={label}
      value={options.some(([value]) => value === filter[name]) ? filter[name] : ''}
      onChange={event => narrow({ [name]: event.target.value })}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{translate('parameters.compare.all')}</MenuItem>
      {options.map(([value, words]) => <MenuItem key={value} value={value}>{words}</MenuItem>)}
    </TextField>
  )
  const alike = filter.like !== ''
  const beside = useRef<HTMLDivElement>(null)
  const clearAll = () => {
    // The button goes away with what it clears.
    beside.current?.querySelector('button')?.focus()
    clear()
  }
  const narrowed = Object.values(filter).some(value => value !== '')
  return (
    <Stack spacing={2} role="group" aria-label={translate('parameters.compare.among')}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(190px, 1fr))' } }}>
        {choices('group', (comparison?.groups ?? []).map(({ id, name }) => [id, name] as const), translate('parameters.compare.group'))}
        {choices('level', groupLevels.map(level => [level, translate(`parameters.compare.levels.${level}`)] as const),
          translate('parameters.compare.level'))}
        {choices('province', (comparison?.provinces ?? []).map(name => [name, name] as const), translate('parameters.compare.province'))}
        <CountField name="min" compared={compared} />
        <CountField name="max" compared={compared} />
        <LineFields unit={unit} compared={compared} />
      </Box>
      <Stack ref={beside} direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Chip
          component="button"
          clickable
          color={alike ? 'primary' : 'default'}
          variant={alike ? 'filled' : 'outlined'}
          icon={alike ? <Check aria-hidden /> : undefined}
          label={translate('parameters.compare.alike')}
          aria-pressed={alike}
          onClick={() => narrow({ like: alike ? '' : 'us' })}
          sx={{ height: 34, fontSize: '0.95rem' }}
        />
        {narrowed && <Button onClick={clearAll}>{translate('parameters.reset')}</Button>}
      </Stack>
    </Stack>
  )
}

/** So many inhabitants; no figure is lost on its way to the address. */
const CountField = ({ name, compared: { filter, narrow } }: { readonly name: 'min' | 'max'; readonly compared: Compared }) => {
  const translate = useTranslate()
  const [typed, type] = useTyped(filter[name], next => narrow({ [name]: next }))
  return (
    <TextField
      label={translate(`parameters.compare.${name}`)}
      value={typed}
      onChange={event => type(event.target.value.replace(/[^\d]/g, '').slice(0, 8))}
      slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' }, inputLabel: { shrink: true } }}
    />
  )
}

/** One line of the rules, where a chosen setting differs by codes. */
const LineFields = ({ unit, compared: { chosen, filter, narrow } }: Pick<LibraryFiltersProps, 'unit' | 'compared'>) => {
  const translate = useTranslate()
  const codes = useCodes(unit.id)
  const differing = new Map(chosen.flatMap(({ dimensions }) => dimensions).map(({ name, title }) => [name, title]))
  return (['membership', 'material'] as const).flatMap(name => {
    const title = differing.get(name)
    if (title === undefined) return []
    const options = codes.get(name) ?? []
    const code = filter[name]
    return [
      <Autocomplete
        key={name}
        options={options}
        value={options.find(one => one.code === code) ?? (code === '' ? null : { code, name: '' })}
        isOptionEqualToValue={(one, other) => one.code === other.code}
        getOptionLabel={one => `${one.code} ${one.name}`.trim()}
        onChange={(_, next) => narrow({ [name]: next?.code ?? '' })}
        noOptionsText={translate('console.value.noCodes')}
        renderInput={params => (
          <TextField
            {...params}
            label={title.charAt(0).toUpperCase() + title.slice(1)}
            placeholder={translate('parameters.compare.any')}
            slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
          />
        )}
      />,
    ]
  })
}
