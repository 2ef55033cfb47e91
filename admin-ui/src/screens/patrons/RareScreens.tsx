import MoreHoriz from '@mui/icons-material/MoreHoriz'
import { Button, Menu, MenuItem } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { holds, useMe } from '#console/session.ts'
import { useUnitLink } from '#console/unit.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'

const screens = [
  { to: '/patrons/classes', label: 'patrons.class.title', allow: permissions.find },
  { to: '/patrons/doubles', label: 'patrons.merge.doubles', allow: permissions.merge },
  { to: '/patrons/import', label: 'patrons.import.title', allow: permissions.import },
  { to: '/patrons/forgetting', label: 'patrons.forgetting.title', allow: permissions.erase },
] as const

/** What is needed now and then, behind one button; a single one stands by itself. */
export const RareScreens = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const me = useMe()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const mine = screens.filter(({ allow }) => holds(me, allow))
  const [only] = mine
  if (mine.length === 1 && only) return <Button component={Link} to={link(only.to)}>{translate(only.label)}</Button>
  return mine.length === 0 ? null : (
    <>
      <Button startIcon={<MoreHoriz />} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={event => setAnchor(event.currentTarget)}>
        {translate('patrons.more')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ root: { role: 'dialog', 'aria-label': translate('patrons.more') } }}>
        {mine.map(({ to, label }) => (
          <MenuItem key={to} component={Link} to={link(to)}>{translate(label)}</MenuItem>
        ))}
      </Menu>
    </>
  )
}
