import { Link as Anchor, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import type { NowRow } from '../answers.ts'

/** A branch by its name and code, with the way to its calendar. */
export const BranchName = ({ row: { id, name, code } }: { readonly row: NowRow }) => (
  <>
    <Anchor component={Link} to={`/calendar?unit=${id}`} color="textPrimary" underline="hover" sx={{ fontWeight: 600 }}>
      {name}
    </Anchor>
    <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>{code}</Typography>
  </>
)
