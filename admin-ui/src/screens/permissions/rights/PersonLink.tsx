import { Link as Anchor, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { holds, useMe } from '#console/session.ts'
import { useUnitLink } from '#console/unit.ts'
import { permissions } from '#plugins/permissions/contract/permission.ts'
import type { Person } from './StaffField.tsx'

/** Somebody by name, and the way to their page for whoever may open it. */
export const PersonLink = ({ person }: { readonly person: Person }) => {
  const me = useMe()
  const link = useUnitLink()
  if (!holds(me, permissions.manage))
    return (
      <Typography component="span" sx={{ fontWeight: 600 }}>
        {person.name}
      </Typography>
    )
  return (
    <Anchor component={Link} to={link(`/staff/${person.id}`)} sx={{ fontWeight: 600 }}>
      {person.name}
    </Anchor>
  )
}
