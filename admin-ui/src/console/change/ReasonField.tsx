import { TextField } from '@mui/material'
import { useTranslate } from 'ra-core'

interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (reason: string) => void
  /** Asked of somebody in particular, and not kept from others. */
  readonly label?: string
}

/** Why something is done, for whoever reads the history. */
export const ReasonField = ({ value, onChange, label }: ReasonFieldProps) => {
  const translate = useTranslate()
  return (
    <TextField
      label={label ?? translate('console.change.reason')}
      helperText={label ? undefined : translate('console.change.reasonHint')}
      value={value}
      onChange={event => onChange(event.target.value)}
      multiline
      maxRows={4}
      fullWidth
      slotProps={{ htmlInput: { maxLength: 2000 } }}
    />
  )
}
