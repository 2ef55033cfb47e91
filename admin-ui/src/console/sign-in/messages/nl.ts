export const messages = {
  console: {
    signIn: { show: 'Tonen wat je typt' },
    second: {
      title: 'Nog één stap',
      codeIntro: 'Open je authenticator-app en typ de code die je daar ziet.',
      passkeyIntro: 'Gebruik de passkey op je toestel, of je beveiligingssleutel.',
      recoveryIntro: 'Typ een van de herstelcodes die je bewaarde. Elke code werkt één keer.',
      code: 'Code van zes cijfers',
      recovery: 'Herstelcode',
      lost: 'Ik heb mijn toestel niet',
      notLost: 'Toch een code uit de app',
      back: 'Terug',
    },
    password: {
      form: 'Een wachtwoord kiezen',
      length: 'Minstens 10 tekens.',
      rules: 'Een paar gewone woorden na elkaar is prima, leestekens hoeven niet. Plakken mag. Wachtwoorden die veel mensen kiezen, weigeren we.',
    },
    passkey: {
      use: 'Passkey gebruiken',
      none: 'Er werd geen passkey gebruikt. Probeer opnieuw, of kies een andere manier.',
      held: 'Dit toestel heeft al een passkey voor jou.',
    },
    enrol: {
      title: 'Een tweede stap instellen',
      intro: 'Met jouw rol kun je rechten geven of met geld werken. Daarom vragen we naast je wachtwoord een code.',
      scan: '1. Scan dit vierkant met een authenticator-app op je telefoon.',
      qr: 'QR-code voor je authenticator-app; de sleutel staat ernaast als tekst',
      type: 'Lukt scannen niet? Typ dan deze sleutel over in de app:',
      confirm: '2. Typ de code die de app nu toont.',
      act: 'Bevestigen',
    },
    recovery: {
      codes: 'Herstelcodes',
      once: 'Bewaar deze herstelcodes op een veilige plaats. Je ziet ze alleen nu. Zonder telefoon kom je er één keer mee binnen per code.',
      copy: 'Kopiëren', print: 'Afdrukken', save: 'Downloaden', copied: 'Gekopieerd',
      file: 'Herstelcodes voor Filiaal (%{site}). Elke code werkt één keer.',
      kept: 'Ik heb ze bewaard, verder',
    },
    confirm: {
      title: 'Bevestig dat jij het bent',
      intro: 'Wat je gaat doen, weegt zwaar. Toon nog even dat jij %{name} bent. Wat je typte, blijft staan.',
      byCode: 'Liever met een code',
      byPassword: 'Liever met je wachtwoord',
    },
  },
}
