import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import MeetingRoom from '@mui/icons-material/MeetingRoomOutlined'
import Schedule from '@mui/icons-material/ScheduleOutlined'
import { defineScreens } from '#console/screens.ts'

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
      menu: { label: 'branches.week.menu', icon: Schedule, group: 'plan', place: 1 },
    },
    {
      path: '/calendar',
      load: () => import('./year/CalendarPage.tsx'),
      allow: null,
      menu: { label: 'branches.year.menu', icon: CalendarMonth, group: 'plan', place: 2 },
    },
  ],
})
