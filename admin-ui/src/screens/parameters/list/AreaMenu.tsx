import { Box, Link, List, ListItem, MenuItem, TextField, useMediaQuery, type Theme } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'

export interface AreaCount {
  readonly name: string
  readonly title: string
  readonly count: number
  /** How many of them have a value of their own here. */
  readonly own: number
}

interface AreaMenuProps {
  readonly areas: readonly AreaCount[]
  readonly chosen: string | undefined
  /** The address of the same screen at another chapter. */
  readonly to: (area: string) => string
  readonly onChoose: (area: string) => void
}

/** The chapters of the settings: beside the list, or above it on a narrow screen. */
export const AreaMenu = ({ areas, chosen, to, onChoose }: AreaMenuProps) => {
  const translate = useTranslate()
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'))
  if (narrow)
    return (
      <TextField
        select
        fullWidth
        label={translate('parameters.area')}
        value={chosen ?? ''}
        onChange={event => onChoose(event.target.value)}
      >
        {areas.map(({ name, title, count }) => (
          <MenuItem key={name} value={name}>
            {title} ({count})
          </MenuItem>
        ))}
      </TextField>
    )
  return (
    <Box component="nav" aria-label={translate('parameters.areas')} sx={{ position: 'sticky', top: 80 }}>
      <List dense disablePadding>
        {areas.map(area => (
          <ListItem key={area.name} disablePadding>
            <AreaLink area={area} to={to(area.name)} on={area.name === chosen} />
          </ListItem>
        ))}
      </List>
    </Box>
  )
}

interface AreaLinkProps {
  readonly area: AreaCount
  readonly to: string
  readonly on: boolean
}

const AreaLink = ({ area: { title, count, own }, to, on }: AreaLinkProps) => {
  const translate = useTranslate()
  return (
    <Link
      component={RouterLink}
      to={to}
      underline="none"
      color="textPrimary"
      aria-current={on ? 'true' : undefined}
      sx={{
        display: 'flex', gap: 1, alignItems: 'baseline', width: '100%', px: 1.5, py: 0.9, borderRadius: 1,
        borderLeft: 4, borderColor: on ? 'primary.main' : 'transparent',
        bgcolor: on ? 'background.paper' : undefined, fontWeight: on ? 650 : 450,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Box component="span" sx={{ flex: 1 }}>{title}</Box>
      {own > 0 && (
        <Box component="span" sx={{ color: 'secondary.main', fontWeight: 650, fontSize: '0.85rem' }}>
          {translate('parameters.ownCount', { smart_count: own })}
        </Box>
      )}
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>{count}</Box>
    </Link>
  )
}
