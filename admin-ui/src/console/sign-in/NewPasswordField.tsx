import CheckCircle from '@mui/icons-material/CheckCircle'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import { Box, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import { faultsAt, type Fault } from '../problem.ts'
import { PasswordField } from './PasswordField.tsx'

const lengthMin = 10

interface NewPasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (password: string) => void
  readonly faults?: readonly Fault[] | undefined
  readonly autoFocus?: boolean
}

/** A password that is being chosen, with what is asked of it said beforehand. */
export const NewPasswordField = ({ label, value, onChange, faults = [], autoFocus = false }: NewPasswordFieldProps) => {
  const translate = useTranslate()
  const rules = useId()
  const wrong = faultsAt(faults, '/password').map(({ message }) => message)
  const long = value.length >= lengthMin
  const Mark = long ? CheckCircle : RadioButtonUnchecked
  return (
    <Box>
      <PasswordField
        label={label}
        autoComplete="new-password"
        required
        fullWidth
        value={value}
        onChange={onChange}
        autoFocus={autoFocus}
        error={wrong.length > 0}
        helperText={wrong.join(' ')}
        aria-describedby={rules}
      />
      <Stack id={rules} spacing={0.5} sx={{ mt: 1 }}>
        <Typography variant="body2" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Mark aria-hidden fontSize="small" color={long ? 'success' : 'disabled'} />
          {translate('console.password.length')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('console.password.rules')}
        </Typography>
      </Stack>
    </Box>
  )
}
