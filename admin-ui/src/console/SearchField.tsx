import Search from '@mui/icons-material/Search'
import { InputAdornment, TextField } from '@mui/material'
import { useTyped } from './typed.ts'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (words: string) => void
  /** Where a screen begins with it. */
  readonly large?: boolean
  /** What one may look for. */
  readonly hint?: string
}

/** Words to find by; often they stand in the address, and no letter is lost on the way there. */
export const SearchField = ({ label, value, onChange, large = false, hint }: SearchFieldProps) => {
  const [typed, type] = useTyped(value, onChange)
  return (
    <TextField
      type="search"
      label={label}
      value={typed}
      onChange={event => type(event.target.value)}
      helperText={hint}
      {...(large ? { size: 'medium', fullWidth: true } : {})}
      sx={large ? { maxWidth: 860 } : { flex: '1 1 240px', maxWidth: 560 }}
      slotProps={{
        htmlInput: { maxLength: 200, autoComplete: 'off', spellCheck: false },
        input: {
          ...(large ? { sx: { fontSize: '1.15rem' } } : {}),
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize={large ? 'medium' : 'small'} aria-hidden />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
