import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions } from '#plugins/units/contract.ts'

export const screens = defineScreens({
  plugin: 'units',
  screens: [
    {
      path: '/units',
      load: () => import('./UnitsPage.tsx'),
      allow: null,
      menu: { label: 'units.menu', icon: AccountTree, group: 'region', place: 1, work: [permissions.change, permissions.manage] },
    },
  ],
})
