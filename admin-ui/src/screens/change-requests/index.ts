import Inbox from '@mui/icons-material/InboxOutlined'
import Requests from '@mui/icons-material/ContactSupportOutlined'
import { defineScreens } from '#console/screens.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { permissions } from '#plugins/change-requests/contract/permission.ts'

export const screens = defineScreens({
  plugin: 'change-requests',
  screens: [
    {
      path: '/inbox',
      load: () => import('./list/InboxPage.tsx'),
      allow: permissions.handle,
      menu: { label: 'requests.inbox.menu', icon: Inbox, group: 'today', place: 5 },
    },
    {
      path: '/requests',
      load: () => import('./list/MinePage.tsx'),
      // Whatever screen one sees, a change that one may not make can be sent from it.
      allow: corePermissions.see,
      menu: { label: 'requests.mine.menu', icon: Requests, group: 'today', place: 6, work: permissions.ask },
    },
    { path: '/inbox/setup', load: () => import('./setup/SetupPage.tsx'), allow: permissions['set-up'] },
    { path: '/inbox/report', load: () => import('./report/ReportPage.tsx'), allow: permissions.report },
    { path: '/requests/new', load: () => import('./ask/NewRequestPage.tsx'), allow: permissions.ask },
    // The helpdesk reads a request within its inbox, a library within what it asked.
    { path: '/inbox/:id', load: () => import('./one/RequestPage.tsx'), allow: permissions.handle },
    { path: '/requests/:id', load: () => import('./one/RequestPage.tsx'), allow: corePermissions.see },
  ],
  asks: permissions.ask,
  publicScreens: [{ path: '/request-link', load: () => import('./link/RequestLinkPage.tsx') }],
  pieces: { below: () => import('./ask/AskForBranch.tsx') },
})
