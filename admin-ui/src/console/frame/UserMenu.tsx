import DarkMode from '@mui/icons-material/DarkModeOutlined'
import Logout from '@mui/icons-material/Logout'
import { Avatar, Box, IconButton, ListItemIcon, Menu, MenuItem, Typography } from '@mui/material'
import { useTheme, useTranslate } from 'react-admin'
import { useState } from 'react'
import { signOut, useMe } from '../session.ts'

/** Who sits here, and the way out. */
export const UserMenu = () => {
  const translate = useTranslate()
  const { staff } = useMe()
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
        <Avatar
          sx={{
            width: 34,
            height: 34,
            fontSize: '0.85rem',
            fontWeight: 700,
            bgcolor: 'secondary.main',
            color: 'secondary.contrastText',
          }}
        >
          <span aria-hidden>{staff.initials ?? staff.name.slice(0, 1)}</span>
        </Avatar>
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
