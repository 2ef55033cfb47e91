import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  branches: {
    past: {
      one: 'This change',
      closeOne: 'Close',
      menu: 'History',
      title: 'History of %{unit}',
      intro: 'Who changed what and when, and why. Anything carried out can be put back.',
      views: 'Which changes',
      view: { all: 'All', applied: 'Carried out', planned: 'Scheduled', requested: 'Requested' },
      about: {
        all: 'The newest comes first.',
        applied: 'Putting back is possible from today on, or as if it had never been.',
        planned: 'This takes effect on its day without further action. Until then you can call it off.',
        requested: 'This is waiting for somebody who may carry it out.',
      },
    },
  },
}
