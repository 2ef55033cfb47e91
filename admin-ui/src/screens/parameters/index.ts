import Compare from '@mui/icons-material/CompareArrowsOutlined'
import Euro from '@mui/icons-material/EuroOutlined'
import Sheet from '@mui/icons-material/TableChartOutlined'
import Tune from '@mui/icons-material/TuneOutlined'
import { defineScreens } from '#console/screens.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { permissions, setTariffs } from '#plugins/parameters/contract/permission.ts'

/** Some settings are set by whoever may set the tariffs, and by nobody else. */
const whoSets = [permissions.set, setTariffs]

export const screens = defineScreens({
  plugin: 'parameters',
  screens: [
    {
      path: '/settings',
      load: () => import('./SettingsPage.tsx'),
      allow: corePermissions.see,
      menu: { label: 'parameters.menu', icon: Tune, group: 'settings', place: 1, work: whoSets },
    },
    {
      path: '/tariffs',
      load: () => import('./tariff/TariffsPage.tsx'),
      allow: corePermissions.see,
      menu: { label: 'parameters.tariff.menu', icon: Euro, group: 'settings', place: 4, work: whoSets },
    },
    {
      path: '/compare',
      load: () => import('./compare/ComparePage.tsx'),
      allow: corePermissions.see,
      menu: { label: 'parameters.compare.menu', icon: Compare, group: 'settings', place: 5, work: whoSets },
    },
    {
      path: '/sheet',
      load: () => import('./sheet/SheetPage.tsx'),
      allow: whoSets,
      menu: { label: 'parameters.sheet.menu', icon: Sheet, group: 'settings', place: 6 },
    },
  ],
  publicScreens: [{ path: '/public-settings', load: () => import('./public/PublicSettingsPage.tsx') }],
  pieces: { start: () => import('./ForUsAtStart.tsx') },
})
