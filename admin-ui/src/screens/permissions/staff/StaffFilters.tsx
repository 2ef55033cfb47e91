import { MenuItem, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useReading } from '#console/reading.ts'
import { SearchField } from '#console/SearchField.tsx'
import { Views } from '#console/Views.tsx'
import type { Roles } from '../answers.ts'
import { capital } from '../roles/capital.ts'

const states = ['all', 'open', 'invited', 'ending', 'closed'] as const
type State = (typeof states)[number]

/** The state an address asks for; everybody when it asks for none we know. */
export const stateOf = (asked: string): Exclude<State, 'all'> | undefined =>
  states.find((state): state is Exclude<State, 'all'> => state === asked && state !== 'all')

interface StaffFiltersProps {
  readonly asked: (name: string) => string
  readonly ask: (words: Readonly<Record<string, string | null>>, asking?: { readonly replace?: boolean }) => void
}

/** Who is looked for: by name or address, by how their access stands, by role. */
export const StaffFilters = ({ asked, ask }: StaffFiltersProps) => {
  const translate = useTranslate()
  const { data: roles } = useReading<Roles>('/roles')
  const known = roles?.data ?? []
  const role = known.some(({ code }) => code === asked('role')) ? asked('role') : ''
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <SearchField
        label={translate('permissions.staff.search')}
        value={asked('q')}
        onChange={q => ask({ q, page: null }, { replace: true })}
      />
      <TextField
        select
        label={translate('permissions.filter.role')}
        value={role}
        sx={{ flex: '1 1 200px', maxWidth: 320 }}
        onChange={event => ask({ role: event.target.value, page: null })}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{translate('permissions.filter.everyRole')}</MenuItem>
        {known.map(({ code, name }) => (
          <MenuItem key={code} value={code}>
            {capital(name)}
          </MenuItem>
        ))}
      </TextField>
      <Views
        views={states}
        value={stateOf(asked('state')) ?? 'all'}
        label={translate('permissions.filter.states')}
        onChange={next => ask({ state: next === 'all' ? null : next, page: null })}
        words={name => translate(`permissions.filter.state.${name}`)}
      />
    </Stack>
  )
}
