import Tune from '@mui/icons-material/TuneOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions } from '#plugins/parameters/contract/permission.ts'

export const screens = defineScreens({
  plugin: 'parameters',
  screens: [
    {
      path: '/settings',
      load: () => import('./SettingsPage.tsx'),
      allow: permissions.set,
      menu: { label: 'parameters.menu', icon: Tune, group: 'settings', place: 1 },
    },
  ],
  pieces: { start: () => import('./ForUsAtStart.tsx') },
})
