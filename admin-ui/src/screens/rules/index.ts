import Category from '@mui/icons-material/CategoryOutlined'
import TableChart from '@mui/icons-material/TableChartOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions, setTariffs } from '#plugins/parameters/contract/permission.ts'

const whoSets = [permissions.set, setTariffs]

export const screens = defineScreens({
  plugin: 'rules',
  screens: [
    {
      path: '/rules',
      load: () => import('./RulesPage.tsx'),
      allow: null,
      menu: { label: 'rules.menu', icon: TableChart, group: 'settings', place: 2, work: whoSets },
    },
    {
      path: '/lists/types',
      load: () => import('./lists/TypesPage.tsx'),
      allow: null,
      menu: { label: 'rules.types.menu', icon: Category, group: 'settings', place: 4, work: [...whoSets, permissions['edit-lists']] },
    },
  ],
  notations: () => import('./notations.ts').then(({ notations }) => notations),
})
