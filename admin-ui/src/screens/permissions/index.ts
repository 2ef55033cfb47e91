import { defineScreens } from '#console/screens.ts'

export const screens = defineScreens({
  plugin: 'permissions',
  screens: [],
  publicScreens: [{ path: '/welcome', load: () => import('./WelcomePage.tsx') }],
})
