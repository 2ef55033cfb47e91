export const messages = {
  signIn: {
    door: {
      forgotten: 'Wachtwoord vergeten?',
      or: 'of',
      passkey: 'Aanmelden met een passkey',
      provider: 'Aanmelden met %{name}',
    },
    forgotten: {
      title: 'Wachtwoord vergeten',
      intro: 'Typ je e-mailadres. Je krijgt een mail met een link waarmee je een nieuw wachtwoord kiest.',
      act: 'Stuur me een link',
      sent: 'Hoort %{email} bij een account, dan is er een mail onderweg. De link werkt één keer, een half uur lang. Kijk ook bij je ongewenste mail.',
      back: 'Terug naar aanmelden',
    },
    reset: {
      title: 'Nieuw wachtwoord',
      intro: 'Kies een nieuw wachtwoord. Op andere toestellen word je afgemeld.',
      noToken: 'Open deze pagina met de link uit de mail; daar zit de sleutel in.',
      password: 'Nieuw wachtwoord',
      act: 'Wachtwoord bewaren',
      again: 'Een nieuwe link vragen',
    },
  },
}
