import FactCheck from '@mui/icons-material/FactCheckOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions } from '#plugins/audit/contract.ts'

export const screens = defineScreens({
  plugin: 'audit',
  screens: [
    {
      path: '/audit',
      load: () => import('./AuditPage.tsx'),
      allow: permissions.read,
      menu: { label: 'audit.menu', icon: FactCheck, group: 'people', place: 4 },
    },
  ],
})
