import PersonSearch from '@mui/icons-material/PersonSearchOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'

export const screens = defineScreens({
  plugin: 'patrons',
  screens: [
    {
      path: '/patrons',
      load: () => import('./PatronsPage.tsx'),
      allow: permissions.find,
      menu: { label: 'patrons.menu', icon: PersonSearch, group: 'today', place: 3 },
    },
    { path: '/patrons/new', load: () => import('./enrol/EnrolPage.tsx'), allow: permissions.register },
    { path: '/patrons/forgetting', load: () => import('./privacy/ForgettingPage.tsx'), allow: permissions.erase },
    { path: '/patrons/online', load: () => import('./online/OnlinePage.tsx'), allow: permissions.find },
    { path: '/patrons/doubles', load: () => import('./merge/DoublesPage.tsx'), allow: permissions.merge },
    { path: '/patrons/merge/:keep/:gone', load: () => import('./merge/MergePage.tsx'), allow: permissions.merge },
    { path: '/patrons/import', load: () => import('./import/ImportPage.tsx'), allow: permissions.import },
    { path: '/patrons/classes', load: () => import('./school/ClassesPage.tsx'), allow: permissions.find },
    { path: '/patrons/:id', load: () => import('./page/PatronPage.tsx'), allow: permissions.find },
  ],
})
