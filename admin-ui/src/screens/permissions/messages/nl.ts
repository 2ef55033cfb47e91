export const messages = {
  permissions: {
    welcome: {
      title: 'Welkom bij Filiaal',
      intro: 'Jij wordt de eerste beheerder van deze installatie. Daarna nodig je collega’s uit.',
      noToken: 'Open deze pagina met de link die bij het starten getoond werd; daar zit de sleutel in.',
      name: 'Je naam', password: 'Kies een wachtwoord',
      passwordHint: 'Minstens 10 tekens. Een paar gewone woorden na elkaar is prima.',
      start: 'Beginnen',
    },
  },
}
