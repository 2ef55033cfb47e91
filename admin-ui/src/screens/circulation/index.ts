import Barcode from '@mui/icons-material/QrCodeScannerOutlined'
import MenuBook from '@mui/icons-material/MenuBookOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions as patronPermissions } from '#plugins/patrons/contract/permission.ts'
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
    { path: '/offline-entry', load: () => import('./offline/OfflineEntryPage.tsx'), allow: permissions.lend },
    {
      path: '/items',
      load: () => import('./items/ItemsPage.tsx'),
      allow: permissions.lend,
      menu: { label: 'circulation.items.menu', icon: MenuBook, group: 'today', place: 4 },
    },
    { path: '/items/import', load: () => import('./items/ItemImportPage.tsx'), allow: permissions.items },
    { path: '/moved-loans', load: () => import('./moved/MovedPage.tsx'), allow: patronPermissions.find },
  ],
  pieces: { change: () => import('./moved/MovedLink.tsx'), patron: () => import('./patron/PatronLoans.tsx') },
})
