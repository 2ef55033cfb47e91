import Outbox from '@mui/icons-material/OutboxOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions } from '#plugins/mail/contract.ts'

export const screens = defineScreens({
  plugin: 'mail',
  screens: [
    {
      path: '/outbox',
      load: () => import('./OutboxPage.tsx'),
      allow: permissions.read,
      menu: { label: 'mail.menu', icon: Outbox, group: 'settings', place: 6 },
    },
  ],
})
