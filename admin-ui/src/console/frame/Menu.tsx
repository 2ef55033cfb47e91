import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, Collapse, List, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { NavLink, useLocation } from 'react-router-dom'
import { installed } from '../installed.ts'
import type { MenuEntry, Screen } from '../screens.ts'
import { holds, useMe } from '../session.ts'
import { useUnitLink } from '../unit.ts'

const groups: readonly MenuEntry['group'][] = ['today', 'plan', 'region', 'people', 'settings']

type Listed = Screen & { readonly menu: MenuEntry }
const entries = installed
  .flatMap(({ screens }) => screens)
  .filter((screen): screen is Listed => screen.menu !== undefined)

/** What the person works with, in the order of a working day; what they may only look at stands under “More”, closed. */
export const Menu = ({ onPick }: { readonly onPick?: () => void }) => {
  const translate = useTranslate()
  const me = useMe()
  const { pathname } = useLocation()
  const seen = entries.filter(({ allow }) => holds(me, allow))
  const asks = installed.some(({ asks: right }) => right !== undefined && holds(me, right))
  const own = seen.filter(({ menu: { work = null } }) => asks || holds(me, work))
  const rest = seen.filter(screen => !own.includes(screen))
  const isWithin = rest.some(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
  return (
    <Box component="nav" aria-label={translate('console.menu.name')} onClick={onPick} sx={{ py: 2, px: 1.5 }}>
      <Groups screens={own} />
      {rest.length > 0 && <More key={String(isWithin)} screens={rest} isWithin={isWithin} />}
    </Box>
  )
}

const Groups = ({ screens }: { readonly screens: readonly Listed[] }) => groups.map(group => {
  const listed = screens.filter(({ menu }) => menu.group === group).toSorted((a, b) => a.menu.place - b.menu.place)
  return listed.length > 0 && <Group key={group} name={group} screens={listed} />
})

/** Closed until it is asked for, or until one is somewhere within it. */
const More = ({ screens, isWithin }: { readonly screens: readonly Listed[]; readonly isWithin: boolean }) => {
  const translate = useTranslate()
  const listed = useId()
  const [open, setOpen] = useState(isWithin)
  return (
    <>
      <ListItemButton
        component="button"
        aria-expanded={open}
        aria-controls={listed}
        onClick={event => {
          event.stopPropagation()
          setOpen(!open)
        }}
        sx={{ width: '100%', borderRadius: 1, minHeight: 42, px: 1.5, mb: 1, color: 'text.secondary' }}
      >
        <ListItemIcon sx={{ minWidth: 36 }}>
          <ExpandMore sx={{ transition: 'transform 150ms', transform: open ? 'rotate(180deg)' : 'none' }} />
        </ListItemIcon>
        <ListItemText primary={translate('console.menu.more')} slotProps={{ primary: { sx: { fontWeight: 550, fontSize: '0.97rem' } } }} />
      </ListItemButton>
      <Collapse in={open} id={listed} unmountOnExit><Groups screens={screens} /></Collapse>
    </>
  )
}

const Group = ({ name, screens }: { readonly name: string; readonly screens: readonly Listed[] }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const heading = useId()
  return (
    <Box sx={{ mb: 2 }}>
      <Typography
        id={heading}
        variant="overline"
        color="textSecondary"
        component="h2"
        sx={{ px: 1.5, display: 'block' }}
      >
        {translate(`console.menu.${name}`)}
      </Typography>
      <List dense disablePadding aria-labelledby={heading}>
        {screens.map(({ path, menu: { label, icon: Icon } }) => (
          <li key={path}>
            <ListItemButton
              component={NavLink}
              to={link(path)}
              end={path === '/'}
              sx={{
                borderRadius: 1,
                minHeight: 42,
                px: 1.5,
                '&.active': {
                  bgcolor: 'primary.main',
                  color: 'primary.contrastText',
                  '& .MuiListItemIcon-root': { color: 'inherit' },
                  '&:hover': { bgcolor: 'primary.dark' },
                },
              }}
            >
              <ListItemIcon sx={{ minWidth: 36 }}>
                <Icon />
              </ListItemIcon>
              <ListItemText
                primary={translate(label)}
                slotProps={{ primary: { sx: { fontWeight: 550, fontSize: '0.97rem' } } }}
              />
            </ListItemButton>
          </li>
        ))}
      </List>
    </Box>
  )
}
