import { Autocomplete, Box, Chip, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { Definition, Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import { useFinder } from './useFinder.ts'

interface SettingsFieldProps {
  readonly label: string
  readonly hint?: string
  readonly definitions: Definitions
  readonly names: readonly string[]
  readonly onChange: (names: readonly string[]) => void
  /** At most so many. */
  readonly most: number
}

const shownMost = 40

/** Finds settings as the list of settings does, and keeps those that were chosen. */
export const SettingsField = ({ label, hint, definitions, names, onChange, most }: SettingsFieldProps) => {
  const translate = useTranslate()
  const [typed, setTyped] = useState('')
  const find = useFinder(definitions, typed.trim() !== '')
  const byName = useMemo(() => new Map(definitions.data.map(one => [one.name, one])), [definitions])
  const chapters = new Map(definitions.areas.map(({ name, title }) => [name, title]))
  const key = names.join(',')
  // The same array as long as the same are chosen: with another one the field forgets what was typed.
  const chosen = useMemo(() => key.split(',').flatMap(name => byName.get(name) ?? []), [key, byName])
  const found = () => {
    const rows = typed.trim() === '' || !find ? definitions.data : find(typed, []).flatMap(name => byName.get(name) ?? [])
    return rows.filter(({ name }) => !names.includes(name)).slice(0, shownMost)
  }
  return (
    <Autocomplete<Definition, true>
      multiple
      fullWidth
      filterSelectedOptions
      options={[...definitions.data]}
      value={chosen}
      inputValue={typed}
      onInputChange={(_, next) => setTyped(next)}
      onChange={(_, next) => onChange(next.slice(0, most).map(({ name }) => name))}
      filterOptions={found}
      getOptionKey={({ name }) => name}
      getOptionLabel={({ title }) => title}
      getOptionDisabled={() => chosen.length >= most}
      isOptionEqualToValue={(one, other) => one.name === other.name}
      noOptionsText={translate('parameters.none')}
      renderValue={(shown, itemProps) =>
        shown.map((one, index) => {
          const { key, ...props } = itemProps({ index })
          return <Chip key={key} {...props} label={one.title} />
        })}
      renderInput={params => (
        <TextField {...params} label={label} helperText={chosen.length >= most ? translate('parameters.atMost', { most }) : hint} />
      )}
      renderOption={({ key, ...props }, { title, area, help }) => (
        <Box component="li" key={key} {...props}>
          <Box>
            <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
            <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
              {chapters.get(area)} · {help}
            </Typography>
          </Box>
        </Box>
      )}
    />
  )
}
