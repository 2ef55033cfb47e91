import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  console: {
    signIn: { show: 'Show what you type' },
    second: {
      title: 'One more step',
      codeIntro: 'Open your authenticator app and type the code you see there.',
      passkeyIntro: 'Use the passkey on your device, or your security key.',
      recoveryIntro: 'Type one of the recovery codes you kept. Each code works once.',
      code: 'Six-digit code',
      recovery: 'Recovery code',
      lost: 'I do not have my device',
      notLost: 'A code from the app after all',
      back: 'Back',
    },
    password: {
      form: 'Choosing a password',
      length: 'At least 10 characters.',
      rules: 'A few ordinary words in a row are fine, no special signs needed. You may paste. Passwords that many people choose are refused.',
    },
    passkey: {
      use: 'Use a passkey',
      none: 'No passkey was used. Try again, or choose another way.',
      held: 'This device already has a passkey for you.',
    },
    enrol: {
      title: 'Set up a second step',
      intro: 'With your role you can give rights or handle money. That is why we ask for a code besides your password.',
      scan: '1. Scan this square with an authenticator app on your phone.',
      qr: 'QR code for your authenticator app; the key stands beside it as text',
      type: 'Cannot scan? Then type this key over in the app:',
      confirm: '2. Type the code the app shows now.',
      passkey: 'A passkey instead',
      act: 'Confirm',
    },
    recovery: {
      codes: 'Recovery codes',
      once: 'Keep these recovery codes in a safe place. You see them only now. Without your phone, each of them lets you in once.',
      print: 'Print', save: 'Download',
      file: 'Recovery codes for Filiaal (%{site}). Each code works once.',
      kept: 'I have kept them, continue',
    },
    confirm: {
      title: 'Confirm that it is you',
      intro: 'What you are about to do weighs much. Show once more that you are %{name}. What you typed stays here.',
      setUp: 'This takes a second step, and you have none yet. First set one up under “My sign-in”, then try again.',
      toSetUp: 'Set up a second step',
      byCode: 'With a code instead',
      byPassword: 'With your password instead',
      byProvider: 'Confirm with %{name}',
    },
  },
}
