import { Avatar } from '@mui/material'

interface InitialsProps {
  readonly person: { readonly initials: string | null; readonly name: string }
}

/** A person as a round sign; their name stands beside it or is said by what it stands in. */
export const Initials = ({ person: { initials, name } }: InitialsProps) => (
  <Avatar
    aria-hidden
    sx={{
      width: 34,
      height: 34,
      fontSize: '0.85rem',
      fontWeight: 700,
      bgcolor: 'secondary.main',
      color: 'secondary.contrastText',
    }}
  >
    {initials ?? name.slice(0, 1)}
  </Avatar>
)
