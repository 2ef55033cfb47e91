import Barcode from '@mui/icons-material/QrCodeScannerOutlined'
import MenuBook from '@mui/icons-material/MenuBookOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions } from '#plugins/circulation/contract/permission.ts'

export const screens = defineScreens({
  plugin: 'circulation',
  screens: [
    {
      path: '/desk',
      load: () => import('./desk/DeskPage.tsx'),
      allow: permissions.lend,
      menu: { label: 'circulation.desk.menu', icon: Barcode, group: 'today', place: 2 },
    },
    {
      path: '/items',
      load: () => import('./items/ItemsPage.tsx'),
      allow: permissions.lend,
      menu: { label: 'circulation.items.menu', icon: MenuBook, group: 'today', place: 4 },
    },
  ],
})
