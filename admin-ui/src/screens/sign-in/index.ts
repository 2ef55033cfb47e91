import Computer from '@mui/icons-material/ComputerOutlined'
import ManageAccounts from '@mui/icons-material/ManageAccountsOutlined'
import SmartToy from '@mui/icons-material/SmartToyOutlined'
import VpnKey from '@mui/icons-material/VpnKeyOutlined'
import { defineScreens } from '#console/screens.ts'
import { signInPermissions } from '#plugins/sign-in/contract/permission.ts'

export const screens = defineScreens({
  plugin: 'sign-in',
  screens: [
    {
      path: '/me',
      load: () => import('./me/MePage.tsx'),
      allow: null,
      menu: { label: 'signIn.me.menu', icon: ManageAccounts, group: 'own', place: 1 },
    },
    {
      path: '/desks',
      load: () => import('./desk/DesksPage.tsx'),
      allow: signInPermissions.desks,
      menu: { label: 'signIn.desks.menu', icon: Computer, group: 'people', place: 5 },
    },
    {
      path: '/tokens',
      load: () => import('./token/TokensPage.tsx'),
      allow: signInPermissions.tokens,
      menu: { label: 'signIn.token.menu', icon: SmartToy, group: 'people', place: 6 },
    },
    {
      path: '/providers',
      load: () => import('./provider/ProvidersPage.tsx'),
      allow: signInPermissions.providers,
      menu: { label: 'signIn.provider.menu', icon: VpnKey, group: 'people', place: 7 },
    },
  ],
  publicScreens: [
    { path: '/login', load: () => import('./door/LoginPage.tsx') },
    { path: '/forgotten', load: () => import('./door/ForgottenPage.tsx') },
    { path: '/reset', load: () => import('./door/ResetPage.tsx') },
  ],
  pieces: {
    doorstep: () => import('./desk/DeskDoor.tsx'),
    door: () => import('./door/Door.tsx'),
    topBar: () => import('./desk/DeskSwitch.tsx'),
    person: () => import('./person/PersonSignIn.tsx'),
  },
})
