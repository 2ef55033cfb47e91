import { TextField } from '@mui/material'
import { useTranslate } from 'ra-core'

interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (reason: string) => void
}

/** Why something is done, for whoever reads the history. */
export const ReasonField = ({ value, onChange }: ReasonFieldProps) => {
  const translate = useTranslate()
  return (
    <TextField
      label={translate('console.change.reason')}
      helperText={translate('console.change.reasonHint')}
      value={value}
      onChange={event => onChange(event.target.value)}
      multiline
      maxRows={4}
      fullWidth
      slotProps={{ htmlInput: { maxLength: 2000 } }}
    />
  )
}
