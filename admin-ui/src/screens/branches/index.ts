import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import ImportExport from '@mui/icons-material/ImportExportOutlined'
import ListAlt from '@mui/icons-material/ListAltOutlined'
import MeetingRoom from '@mui/icons-material/MeetingRoomOutlined'
import Schedule from '@mui/icons-material/ScheduleOutlined'
import { defineScreens } from '#console/screens.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { branchesPermissions } from '#plugins/branches/contract/permission.ts'

export const screens = defineScreens({
  plugin: 'branches',
  screens: [
    {
      path: '/',
      load: () => import('./now/NowPage.tsx'),
      allow: null,
      menu: { label: 'branches.now.menu', icon: MeetingRoom, group: 'today', place: 1 },
    },
    {
      path: '/hours',
      load: () => import('./week/HoursPage.tsx'),
      allow: null,
      menu: { label: 'branches.week.menu', icon: Schedule, group: 'plan', place: 1, work: branchesPermissions.hours },
    },
    {
      path: '/calendar',
      load: () => import('./year/CalendarPage.tsx'),
      allow: null,
      menu: { label: 'branches.year.menu', icon: CalendarMonth, group: 'plan', place: 2 },
    },
    {
      path: '/round',
      load: () => import('./round/RoundPage.tsx'),
      allow: branchesPermissions.confirmYear,
      menu: { label: 'branches.round.menu', icon: EventAvailable, group: 'plan', place: 3 },
    },
    {
      path: '/history',
      load: () => import('./history/HistoryPage.tsx'),
      allow: null,
      menu: { label: 'branches.past.menu', icon: History, group: 'region', place: 2, work: [branchesPermissions.hours, corePermissions.agree] },
    },
    {
      path: '/import',
      load: () => import('./exchange/ExchangePage.tsx'),
      allow: branchesPermissions.hours,
      menu: { label: 'branches.exchange.menu', icon: ImportExport, group: 'region', place: 3 },
    },
    {
      path: '/lists',
      load: () => import('./lists/ListsPage.tsx'),
      allow: branchesPermissions.daySets,
      menu: { label: 'branches.lists.menu', icon: ListAlt, group: 'settings', place: 3 },
    },
  ],
})
