import { Autocomplete, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useReading } from '#console/reading.ts'
import { plain } from '#console/plain.ts'
import type { Permissions } from '../answers.ts'
import { capital } from '../roles/capital.ts'

interface PermissionFieldProps {
  readonly value: string
  readonly onChange: (name: string) => void
}

/** What somebody would do, found by its words. */
export const PermissionField = ({ value, onChange }: PermissionFieldProps) => {
  const translate = useTranslate()
  const { data } = useReading<Permissions>('/permissions')
  const rights = data?.data ?? []
  return (
    <Autocomplete
      options={rights}
      value={rights.find(({ name }) => name === value) ?? null}
      onChange={(_, right) => onChange(right?.name ?? '')}
      fullWidth
      groupBy={({ pluginName }) => pluginName}
      getOptionLabel={({ allows }) => capital(allows)}
      getOptionKey={({ name }) => name}
      isOptionEqualToValue={(one, other) => one.name === other.name}
      filterOptions={(rows, { inputValue, getOptionLabel }) =>
        rows.filter(row => value !== '' || plain(`${getOptionLabel(row)} ${row.pluginName}`).includes(plain(inputValue)))}
      noOptionsText={translate('permissions.roles.noneFound')}
      openText={translate('permissions.rights.pick')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
      renderInput={params => <TextField {...params} label={translate('permissions.rights.act')} required />}
    />
  )
}
