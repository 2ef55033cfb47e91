import { Autocomplete, Box, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useState } from 'react'
import { useSteadyReading } from '#console/reading.ts'
import type { Reviewed } from '#plugins/permissions/contract/answer.ts'

/** Somebody by id and name; all a field needs to know. */
export type Person = Pick<Reviewed['data'][number], 'id' | 'name'>

interface StaffFieldProps {
  readonly label: string
  readonly value: Person | null
  readonly onChange: (person: Person | null) => void
  /** Somebody who cannot be chosen here. */
  readonly besides?: string | undefined
  readonly required?: boolean
}

/** A field that finds one colleague by name or address, within reach. */
export const StaffField = ({ label, value, onChange, besides, required = false }: StaffFieldProps) => {
  const translate = useTranslate()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed === value?.name ? '' : typed)
  const { data, isFetching } = useSteadyReading<Reviewed>('/rights/people', { q })
  const found = (data?.data ?? []).filter(({ id }) => id !== besides)
  return (
    <Autocomplete<Person & Partial<Reviewed['data'][number]>>
      options={found}
      value={value}
      onChange={(_, person) => onChange(person && { id: person.id, name: person.name })}
      onInputChange={(_, text) => setTyped(text)}
      loading={isFetching}
      fullWidth
      filterOptions={rows => rows}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={translate('permissions.staff.notFound')}
      loadingText={translate('permissions.rights.searching')}
      openText={translate('permissions.rights.pick')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
      renderInput={params => <TextField {...params} label={label} required={required} />}
      renderOption={({ key, ...props }, person) => (
        <Box component="li" key={key} {...props}>
          <Box>
            <Typography sx={{ fontWeight: 600 }}>{person.name}</Typography>
            <Typography variant="caption" color="textSecondary">
              {person.unitName}
            </Typography>
          </Box>
        </Box>
      )}
    />
  )
}
