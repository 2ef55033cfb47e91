import { defineScreens } from '#console/screens.ts'

export const screens = defineScreens({
  plugin: 'sign-in',
  screens: [],
  publicScreens: [
    { path: '/forgotten', load: () => import('./door/ForgottenPage.tsx') },
    { path: '/reset', load: () => import('./door/ResetPage.tsx') },
  ],
  pieces: { door: () => import('./door/Door.tsx') },
})
