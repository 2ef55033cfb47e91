import { Autocomplete, Box, Button, Checkbox, FormControl, FormControlLabel, FormGroup, FormHelperText, FormLabel, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import type { UnitRow } from '#console/unit.ts'
import type { QuestionFieldProps } from './answer.ts'
import { useBranchesHere } from './useBranchesHere.ts'

/** More branches than these are found by their name. */
const IN_SIGHT = 12

/** Several branches: ticked where there are few, found by name where there are many. */
export const BranchesField = ({ question: { help }, unit, value, onChange, place, title }: QuestionFieldProps & { readonly title: string }) => {
  const translate = useTranslate()
  const branches = useBranchesHere(unit)
  const fault = useFaultAt()(place)
  const chosen = Array.isArray(value) ? value.map(String) : []
  if (branches.length > IN_SIGHT) return (
    <Autocomplete<UnitRow, true>
      multiple
      disableCloseOnSelect
      options={[...branches]}
      value={branches.filter(({ id }) => chosen.includes(id))}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      onChange={(_, next) => onChange(next.map(({ id }) => id))}
      noOptionsText={translate('console.unit.found', { smart_count: 0 })}
      renderInput={params => <TextField {...params} label={title} error={fault !== undefined} helperText={fault ?? help} />}
    />
  )
  const all = branches.every(({ id }) => chosen.includes(id))
  return (
    <FormControl component="fieldset" variant="standard" error={fault !== undefined}>
      <FormLabel component="legend">{title}</FormLabel>
      {(fault ?? help) && <FormHelperText sx={{ mx: 0 }}>{fault ?? help}</FormHelperText>}
      <FormGroup sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {branches.map(({ id, name }) => (
          <FormControlLabel
            key={id}
            label={name}
            control={
              <Checkbox
                checked={chosen.includes(id)}
                onChange={(_, ticked) => onChange(ticked ? [...chosen, id] : chosen.filter(one => one !== id))}
              />
            }
          />
        ))}
      </FormGroup>
      {branches.length > 3 && (
        <Box>
          <Button size="small" onClick={() => onChange(all ? [] : branches.map(({ id }) => id))}>
            {translate(all ? 'requests.ask.none' : 'requests.ask.all')}
          </Button>
        </Box>
      )}
    </FormControl>
  )
}
