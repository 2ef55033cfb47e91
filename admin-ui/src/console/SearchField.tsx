import Search from '@mui/icons-material/Search'
import { InputAdornment, TextField } from '@mui/material'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (words: string) => void
}

/** Words to find by. */
export const SearchField = ({ label, value, onChange }: SearchFieldProps) => (
  <TextField
    type="search"
    label={label}
    value={value}
    onChange={event => onChange(event.target.value)}
    sx={{ flex: '1 1 240px', maxWidth: 560 }}
    slotProps={{
      input: {
        startAdornment: (
          <InputAdornment position="start">
            <Search fontSize="small" aria-hidden />
          </InputAdornment>
        ),
      },
    }}
  />
)
