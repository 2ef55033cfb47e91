import {
  Checkbox, FormControl, FormControlLabel, FormGroup, FormHelperText, FormLabel, InputAdornment, MenuItem, Radio, RadioGroup,
  TextField,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import { useFaultAt } from '../change/ActDialogFault.tsx'
import { HelpLinksField } from './HelpLinksField.tsx'
import { toldBy, type Shape } from './shape.ts'
import { readTyped, type Links, type Typed } from './typed.ts'

export interface ValueFieldProps {
  readonly shape: Shape
  readonly title: string
  readonly value: Typed
  readonly onChange: (value: Typed) => void
  /** Where the server points at it: `/value`, `/value/loanDays`. */
  readonly place?: string
  /** What one should know to fill it in. */
  readonly hint?: string | undefined
  /** That nothing has been filled in yet is not said before somebody wants to send it. */
  readonly quiet?: boolean
}

/** The field that fits what a setting can be: yes or no, a number with its unit, euros, a choice, codes, a text. */
export const ValueField = (props: ValueFieldProps) => {
  const { shape, title, value, onChange, place = '/value', hint, quiet = false } = props
  const { form, mayLack } = toldBy(shape)
  const told = useFaultAt()(place)
  const wrong = useWrong(props)
  const fault = told ?? (quiet && isUnfilled(value) ? undefined : wrong)
  switch (form) {
    case 'yes-no': return <YesNoField title={title} value={value} onChange={onChange} fault={fault} hint={hint} />
    case 'choice': return <ChoiceField {...props} fault={fault} mayLack={mayLack} />
    case 'several': return shape.choices ? <SeveralField {...props} fault={fault} /> : <TextValueField {...props} fault={fault} />
    case 'links': return <HelpLinksField links={(value ?? {}) as Links} onChange={onChange} />
    default: return <TextValueField {...props} fault={fault} />
  }
}

/** Nothing stands in its field. */
const isUnfilled = (value: Typed) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What is wrong with what was typed, in words; undefined while all is well. */
export const useWrong = ({ shape, value }: Pick<ValueFieldProps, 'shape' | 'value'>): string | undefined => {
  const translate = useTranslate()
  const read = readTyped(shape, value)
  return read.wrong === undefined ? undefined : translate(`console.value.wrong.${read.wrong}`, read.args)
}

interface Faulty { readonly fault: string | undefined }

const YesNoField = ({ title, value, onChange, fault, hint }: Pick<ValueFieldProps, 'title' | 'value' | 'onChange' | 'hint'> & Faulty) => {
  const translate = useTranslate()
  const label = useId()
  return (
    <FormControl error={fault !== undefined}>
      <FormLabel id={label}>{title}</FormLabel>
      <RadioGroup row aria-labelledby={label} value={String(value)} onChange={(_, chosen) => onChange(chosen === 'true')}>
        {['true', 'false'].map(answer => (
          <FormControlLabel key={answer} value={answer} control={<Radio />} label={translate(`ra.boolean.${answer}`)} />
        ))}
      </RadioGroup>
      {(fault ?? hint) && <FormHelperText>{fault ?? hint}</FormHelperText>}
    </FormControl>
  )
}

const ChoiceField = ({ shape, title, value, onChange, hint, fault, mayLack }: ValueFieldProps & Faulty & { readonly mayLack: boolean }) => {
  const translate = useTranslate()
  const { schema } = toldBy(shape)
  return (
    <TextField
      select
      label={title}
      value={value ?? ''}
      onChange={event => onChange(event.target.value)}
      error={fault !== undefined}
      helperText={fault ?? hint}
      sx={{ maxWidth: 520 }}
    >
      {mayLack && <MenuItem value="">{shape.choices?.['null'] ?? translate('console.value.lacks')}</MenuItem>}
      {(schema.enum ?? []).map(one => (
        <MenuItem key={one} value={one} sx={{ whiteSpace: 'normal' }}>
          {shape.choices?.[one] ?? String(one)}
        </MenuItem>
      ))}
    </TextField>
  )
}

const SeveralField = ({ shape, title, value, onChange, hint, fault }: ValueFieldProps & Faulty) => {
  const label = useId()
  const chosen = Array.isArray(value) ? value.map(String) : []
  const toggle = (one: string) =>
    onChange(chosen.includes(one) ? chosen.filter(other => other !== one) : [...chosen, one])
  return (
    <FormControl error={fault !== undefined} component="fieldset" variant="standard">
      <FormLabel id={label} component="legend">{title}</FormLabel>
      <FormGroup aria-labelledby={label}>
        {Object.entries(shape.choices ?? {}).map(([one, words]) => (
          <FormControlLabel
            key={one}
            control={<Checkbox checked={chosen.includes(one)} onChange={() => toggle(one)} />}
            label={words}
          />
        ))}
      </FormGroup>
      {(fault ?? hint) && <FormHelperText>{fault ?? hint}</FormHelperText>}
    </FormControl>
  )
}

const TextValueField = ({ shape, title, value, onChange, hint: told, fault }: ValueFieldProps & Faulty) => {
  const translate = useTranslate()
  const { form, schema, mayLack } = toldBy(shape)
  const counted = form === 'number' || form === 'cents'
  const long = form === 'text' && (schema.maxLength ?? 1000) > 80
  const none = shape.choices?.['null'] ?? translate('console.value.lacks')
  const hint = told ?? (form === 'several' ? translate('console.value.severalHint')
    : mayLack ? translate('console.value.lackHint', { none }) : undefined)
  const unit = form === 'cents' ? '€' : counted ? translate(`console.value.unit.${shape.unit}`, { _: '', smart_count: value === '1' ? 1 : 2 }) : ''
  return (
    <TextField
      label={title}
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      onChange={event => onChange(event.target.value)}
      error={fault !== undefined}
      helperText={fault ?? hint}
      fullWidth={!counted}
      multiline={long}
      maxRows={6}
      sx={counted ? { maxWidth: 260 } : undefined}
      slotProps={{
        htmlInput: { autoComplete: 'off', ...(counted ? { inputMode: 'decimal' } : {}), ...(schema.maxLength ? { maxLength: schema.maxLength } : {}) },
        input: unit === '' ? {} : { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  )
}
