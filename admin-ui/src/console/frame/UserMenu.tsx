import DarkMode from '@mui/icons-material/DarkModeOutlined'
import Logout from '@mui/icons-material/Logout'
import { Box, IconButton, ListItemIcon, Menu, MenuItem, Typography } from '@mui/material'
import { useTheme, useTranslate } from 'react-admin'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Initials } from '../Initials.tsx'
import { installed } from '../installed.ts'
import { signOut, useMe } from '../session.ts'
import { useUnitLink } from '../unit.ts'

const own = installed
  .flatMap(({ screens }) => screens)
  .flatMap(({ path, menu }) => (menu?.group === 'own' ? [{ path, menu }] : []))

/** Who sits here, how they sign in, and the way out. */
export const UserMenu = () => {
  const translate = useTranslate()
  const { staff } = useMe()
  const link = useUnitLink()
  const [theme, setTheme] = useTheme()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  const dark = theme === 'dark'
  return (
    <>
      <IconButton
        onClick={event => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={translate('console.user.menu', { name: staff.name, initials: staff.initials ?? '' })}
      >
        <Initials person={staff} />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        slotProps={{ paper: { variant: 'outlined', sx: { minWidth: 240 } } }}
      >
        <Box component="li" sx={{ px: 2, py: 1 }} role="none">
          <Typography sx={{ fontWeight: 600 }}>{staff.name}</Typography>
          <Typography variant="body2" color="textSecondary">
            {staff.email}
          </Typography>
        </Box>
        {own.map(({ path, menu: { label, icon: Icon } }) => (
          <MenuItem key={path} component={Link} to={link(path)} onClick={close}>
            <ListItemIcon>
              <Icon />
            </ListItemIcon>
            {translate(label)}
          </MenuItem>
        ))}
        <MenuItem
          onClick={() => {
            setTheme(dark ? 'light' : 'dark')
            close()
          }}
        >
          <ListItemIcon>
            <DarkMode fontSize="small" />
          </ListItemIcon>
          {translate(dark ? 'console.user.light' : 'console.user.dark')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close()
            void signOut()
          }}
        >
          <ListItemIcon>
            <Logout fontSize="small" />
          </ListItemIcon>
          {translate('ra.auth.logout')}
        </MenuItem>
      </Menu>
    </>
  )
}
