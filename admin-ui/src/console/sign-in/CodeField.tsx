import { TextField, type TextFieldProps } from '@mui/material'

type CodeFieldProps = Omit<TextFieldProps, 'slotProps' | 'value' | 'onChange'> & {
  readonly value: string
  readonly onChange: (code: string) => void
  /** Six digits of an app, else letters too. */
  readonly digits?: boolean
}

/** A code that is typed over, or filled in by the device. */
export const CodeField = ({ value, onChange, digits = true, ...field }: CodeFieldProps) => (
  <TextField
    size="medium"
    {...field}
    autoComplete={digits ? 'one-time-code' : 'off'}
    value={value}
    onChange={event => onChange(event.target.value)}
    slotProps={{
      htmlInput: {
        inputMode: digits ? 'numeric' : 'text',
        maxLength: digits ? 8 : 40,
        autoCapitalize: 'none',
        spellCheck: false,
        style: { fontSize: '1.35rem', letterSpacing: digits ? '0.3em' : '0.08em', fontVariantNumeric: 'tabular-nums' },
      },
    }}
  />
)

/** As the server wants it: without the spaces that people type and copy along. */
export const bare = (code: string) => code.replace(/\s/g, '')
