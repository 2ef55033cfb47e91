import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import { defineScreens } from '#console/screens.ts'

export const screens = defineScreens({
  plugin: 'units',
  screens: [
    {
      path: '/units',
      load: () => import('./UnitsPage.tsx'),
      allow: null,
      menu: { label: 'units.menu', icon: AccountTree, group: 'region', place: 1 },
    },
  ],
})
