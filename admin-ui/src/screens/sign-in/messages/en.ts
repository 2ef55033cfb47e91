import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  signIn: {
    door: {
      forgotten: 'Forgot your password?',
      or: 'or',
      passkey: 'Sign in with a passkey',
      provider: 'Sign in with %{name}',
    },
    forgotten: {
      title: 'Forgot your password',
      intro: 'Type your e-mail address. You get a mail with a link to choose a new password.',
      act: 'Send me a link',
      sent: 'If %{email} belongs to an account, a mail is on its way. The link works once, for half an hour. Look among your unwanted mail as well.',
      back: 'Back to signing in',
    },
    reset: {
      title: 'New password',
      intro: 'Choose a new password. On other devices you are signed out.',
      noToken: 'Open this page with the link in the mail; it carries the key.',
      password: 'New password',
      act: 'Keep this password',
      again: 'Ask for a new link',
    },
  },
}
