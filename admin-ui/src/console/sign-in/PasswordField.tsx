import Visibility from '@mui/icons-material/VisibilityOutlined'
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined'
import { IconButton, InputAdornment, TextField, type TextFieldProps } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'

type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'slotProps' | 'value' | 'onChange'> & {
  readonly value: string
  readonly onChange: (password: string) => void
  /** `current-password` where one is asked for, `new-password` where one is chosen. */
  readonly autoComplete: 'current-password' | 'new-password'
}

/** A password that may be pasted and looked at. */
export const PasswordField = ({ value, onChange, ...field }: PasswordFieldProps) => {
  const translate = useTranslate()
  const [shown, setShown] = useState(false)
  return (
    <TextField
      size="medium"
      {...field}
      type={shown ? 'text' : 'password'}
      value={value}
      onChange={event => onChange(event.target.value)}
      slotProps={{
        htmlInput: { maxLength: 200, spellCheck: false, autoCapitalize: 'none' },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                edge="end"
                aria-label={translate('console.signIn.show')}
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
              >
                {shown ? <VisibilityOff /> : <Visibility />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
