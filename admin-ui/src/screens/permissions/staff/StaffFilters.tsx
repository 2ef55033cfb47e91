import Search from '@mui/icons-material/Search'
import { InputAdornment, MenuItem, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useReading } from '#console/reading.ts'
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
      <TextField
        type="search"
        label={translate('permissions.staff.search')}
        value={asked('q')}
        sx={{ flex: '1 1 240px', maxWidth: 560 }}
        onChange={event => ask({ q: event.target.value, page: null }, { replace: true })}
        slotProps={{
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <Search fontSize="small" aria-hidden />
              </InputAdornment>
            ),
          },
        }}
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
      <ToggleButtonGroup
        exclusive
        value={stateOf(asked('state')) ?? 'all'}
        aria-label={translate('permissions.filter.states')}
        sx={{ flexWrap: 'wrap' }}
        onChange={(_, next: State | null) => ask({ state: next === 'all' ? null : next, page: null })}
      >
        {states.map(name => (
          <ToggleButton key={name} value={name} sx={{ px: 2, py: 0.75, bgcolor: 'background.paper' }}>
            {translate(`permissions.filter.state.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Stack>
  )
}
