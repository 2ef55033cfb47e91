import { TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { FaultAt } from '#console/change/ActDialogFault.tsx'

interface CodeFieldProps {
  readonly value: string
  /** It has been in use: a code never changes. */
  readonly fixed: boolean
  readonly onChange: (code: string) => void
}

/** The code by which files and calendars name an entry of a list. */
export const CodeField = ({ value, fixed, onChange }: CodeFieldProps) => {
  const translate = useTranslate()
  return (
    <FaultAt place="/code">
      {fault => (
        <TextField
          label={translate('branches.lists.code')}
          value={value}
          required
          error={fault !== undefined}
          helperText={fault ?? translate('branches.lists.codeHint')}
          onChange={event => onChange(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 41, readOnly: fixed } }}
        />
      )}
    </FaultAt>
  )
}
