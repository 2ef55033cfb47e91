import Webhook from '@mui/icons-material/WebhookOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions } from '#plugins/webhooks/contract.ts'

export const screens = defineScreens({
  plugin: 'webhooks',
  screens: [
    {
      path: '/webhooks',
      load: () => import('./WebhooksPage.tsx'),
      allow: permissions.set,
      menu: { label: 'webhooks.menu', icon: Webhook, group: 'settings', place: 7 },
    },
  ],
})
