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
      menu: { label: 'permissions.staff.menu', icon: Groups, group: 'settings', place: 2 },
    },
    {
      path: '/roles',
      load: () => import('./roles/RolesPage.tsx'),
      allow: null,
      menu: { label: 'permissions.roles.menu', icon: Badge, group: 'settings', place: 3 },
    },
    {
      path: '/rights',
      load: () => import('./rights/RightsPage.tsx'),
      allow: permissions.manage,
      menu: { label: 'permissions.rights.menu', icon: Rule, group: 'settings', place: 4 },
    },
  ],
  publicScreens: [
    { path: '/welcome', load: () => import('./WelcomePage.tsx') },
    { path: '/invitation', load: () => import('./InvitationPage.tsx') },
  ],
})
