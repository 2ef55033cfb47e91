import Tune from '@mui/icons-material/TuneOutlined'
import { defineScreens } from '#console/screens.ts'

export const screens = defineScreens({
  plugin: 'parameters',
  screens: [
    {
      path: '/settings', load: () => import('./ParametersPage.tsx'), allow: null,
      menu: { label: 'parameters.menu', icon: Tune, group: 'settings', place: 1 },
    },
  ],
})
