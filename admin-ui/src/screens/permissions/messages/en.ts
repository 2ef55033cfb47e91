import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  permissions: {
    welcome: {
      title: 'Welcome to Filiaal',
      intro: 'You become the first administrator of this installation. After that you invite your colleagues.',
      noToken: 'Open this page with the link that was shown at the start; it holds the key.',
      name: 'Your name', password: 'Choose a password',
      passwordHint: 'At least 10 characters. A few ordinary words in a row will do.',
      start: 'Begin',
    },
  },
}
