import MenuIcon from '@mui/icons-material/Menu'
import { Box, IconButton } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { Pieces } from '../Pieces.tsx'
import { UnitPicker } from '../unit-picker/UnitPicker.tsx'
import { useUnitLink } from '../unit.ts'
import { Brand } from './Brand.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { UserMenu } from './UserMenu.tsx'

/** Where one is (the unit), who one is, and in which language. */
export const TopBar = ({ onMenu }: { readonly onMenu: (() => void) | null }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1200,
        minHeight: 64,
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 0.5, sm: 2 },
        px: { xs: 1, sm: 3 },
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {onMenu && (
        <IconButton onClick={onMenu} aria-label={translate('ra.action.open_menu')}>
          <MenuIcon />
        </IconButton>
      )}
      <Box
        component={Link}
        to={link('/')}
        aria-label={translate('console.home')}
        sx={{
          color: 'text.primary',
          textDecoration: 'none',
          borderRadius: 1,
          display: { xs: 'none', sm: 'flex' },
        }}
      >
        <Brand />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, ml: { md: 6 } }}>
        <UnitPicker />
      </Box>
      <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
        <LanguageSwitch />
      </Box>
      <Pieces place="topBar" props={{}} />
      <UserMenu />
    </Box>
  )
}
