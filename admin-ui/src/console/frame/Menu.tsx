import { Box, List, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import { NavLink } from 'react-router-dom'
import { installed } from '../installed.ts'
import type { MenuEntry, Screen } from '../screens.ts'
import { holds, useMe } from '../session.ts'
import { useUnitLink } from '../unit.ts'

const groups: readonly MenuEntry['group'][] = ['today', 'plan', 'region', 'people', 'settings']

type Listed = Screen & { readonly menu: MenuEntry }
const entries = installed
  .flatMap(({ screens }) => screens)
  .filter((screen): screen is Listed => screen.menu !== undefined)

/** Only what the person may see, in the order of a working day. */
export const Menu = ({ onPick }: { readonly onPick?: () => void }) => {
  const translate = useTranslate()
  const me = useMe()
  const seen = entries.filter(({ allow }) => holds(me, allow))
  return (
    <Box component="nav" aria-label={translate('console.menu.name')} onClick={onPick} sx={{ py: 2, px: 1.5 }}>
      {groups.map(group => {
        const listed = seen
          .filter(({ menu }) => menu.group === group)
          .toSorted((a, b) => a.menu.place - b.menu.place)
        return listed.length > 0 && <Group key={group} name={group} screens={listed} />
      })}
    </Box>
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
