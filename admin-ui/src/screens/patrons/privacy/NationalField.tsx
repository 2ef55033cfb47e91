import { TextField } from '@mui/material'
import { useTranslate } from 'ra-core'

interface NationalFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly fault: string
  /** What else to know of it: that one is kept, and stays unless another is typed. */
  readonly hint?: string
}

/** A national number as it is typed off an identity card. */
export const NationalField = ({ value, onChange, fault, hint }: NationalFieldProps) => {
  const translate = useTranslate()
  return (
    <TextField label={translate('patrons.fact.national')} value={value} onChange={event => onChange(event.target.value)}
      error={fault !== ''} helperText={fault || hint || translate('patrons.national.hint')}
      slotProps={{ htmlInput: { maxLength: 20, autoComplete: 'off', inputMode: 'numeric' } }} />
  )
}
