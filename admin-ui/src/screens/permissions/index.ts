import Badge from '@mui/icons-material/BadgeOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import Rule from '@mui/icons-material/RuleOutlined'
import { defineScreens } from '#console/screens.ts'
import { permissions } from '#plugins/permissions/contract/permission.ts'

export const screens = defineScreens({
  plugin: 'permissions',
  screens: [
    {
      path: '/staff',
      load: () => import('./staff/StaffPage.tsx'),
      allow: permissions.manage,
      menu: { label: 'permissions.staff.menu', icon: Groups, group: 'people', place: 1 },
    },
    { path: '/staff/import', load: () => import('./staff/import/ImportPage.tsx'), allow: permissions.manage },
    { path: '/staff/:id', load: () => import('./staff/person/PersonPage.tsx'), allow: permissions.manage },
    {
      path: '/roles',
      load: () => import('./roles/RolesPage.tsx'),
      allow: null,
      menu: { label: 'permissions.roles.menu', icon: Badge, group: 'people', place: 2, work: [permissions.roles, permissions.review] },
    },
    {
      path: '/rights',
      load: () => import('./rights/RightsPage.tsx'),
      allow: permissions.review,
      menu: { label: 'permissions.rights.menu', icon: Rule, group: 'people', place: 3 },
    },
  ],
  publicScreens: [
    { path: '/welcome', load: () => import('./WelcomePage.tsx') },
    { path: '/invitation', load: () => import('./InvitationPage.tsx') },
  ],
})
