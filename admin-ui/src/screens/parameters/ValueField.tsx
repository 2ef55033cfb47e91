import {
  FormControl,
  FormControlLabel,
  FormLabel,
  InputAdornment,
  MenuItem,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import type { ParameterRow } from '#plugins/parameters/contract/answer.ts'
import { HelpLinksField } from './HelpLinksField.tsx'
import { readValue, schemaOf, type Links } from './value.ts'

interface ValueFieldProps {
  readonly row: ParameterRow
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** The field that fits what a setting can be: yes or no, a number with its unit, a choice, a text, or addresses. */
export const ValueField = ({ row, value, onChange }: ValueFieldProps) => {
  const translate = useTranslate()
  const schema = schemaOf(row)
  const fault = useFaultAt()('/value')
  const wrong = fault !== undefined || readValue(schema, value) === undefined
  if (schema.type === 'boolean') {
    return (
      <FormControl>
        <FormLabel id="setting-value">{row.title}</FormLabel>
        <RadioGroup
          row
          aria-labelledby="setting-value"
          value={String(value)}
          onChange={(_, chosen) => onChange(chosen === 'true')}
        >
          {['true', 'false'].map(answer => (
            <FormControlLabel
              key={answer}
              value={answer}
              control={<Radio />}
              label={translate(`ra.boolean.${answer}`)}
            />
          ))}
        </RadioGroup>
      </FormControl>
    )
  }
  if (schema.type === 'object') return <HelpLinksField links={(value ?? {}) as Links} onChange={onChange} />
  if (schema.enum) {
    return (
      <TextField select label={row.title} value={value} onChange={event => onChange(event.target.value)}>
        {schema.enum.map(one => (
          <MenuItem key={one} value={one}>
            {row.choices?.[one] ?? String(one)}
          </MenuItem>
        ))}
      </TextField>
    )
  }
  const numeric = schema.type === 'integer' || schema.type === 'number'
  const between = numeric && schema.minimum !== undefined && schema.maximum !== undefined
  return (
    <TextField
      label={row.title}
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      onChange={event => onChange(event.target.value)}
      error={wrong}
      helperText={
        fault
        ?? (between ? translate('parameters.between', { from: schema.minimum, to: schema.maximum }) : undefined)
      }
      sx={numeric ? { maxWidth: 240 } : undefined}
      multiline={!numeric}
      maxRows={5}
      slotProps={{
        htmlInput: numeric ? { inputMode: 'numeric' } : { maxLength: schema.maxLength },
        input:
          numeric && row.unit !== 'choice'
            ? {
                endAdornment: (
                  <InputAdornment position="end">
                    {translate(`parameters.unit.${row.unit}`, { _: '' })}
                  </InputAdornment>
                ),
              }
            : {},
      }}
    />
  )
}
