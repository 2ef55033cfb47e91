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
    invitation: {
      title: 'Welkom', intro: 'Je collega nodigde je uit. Kies een wachtwoord en je bent binnen.',
      noToken: 'Open deze pagina met de link die je kreeg; daar zit de sleutel in.',
    },
    staff: {
      menu: 'Medewerkers',
      title: 'Medewerkers van %{unit}',
      intro: 'Wie hier werkt, met welke rol en tot wanneer.',
      search: 'Zoek op naam of e-mailadres',
      shown: '%{smart_count} medewerker |||| %{smart_count} medewerkers',
      none: 'Hier werkt nog niemand. Nodig een collega uit.', notFound: 'Niemand gevonden.',
      table: 'Medewerkers', name: 'Naam', roles: 'Rollen', access: 'Toegang', act: 'Actie',
      noRole: 'Geen rol.', grant: '%{role} van %{unit}', lastSeen: 'laatst hier %{at}',
      state: { active: 'actief', invited: 'uitgenodigd', disabled: 'geen toegang meer' },
      manage: 'Beheren', manageOne: '%{name} beheren', invite: 'Collega uitnodigen',
    },
    grant: {
      title: '%{name} een rol geven', act: 'Rol geven', add: 'Rol geven', role: 'Welke rol?', where: 'Waar?',
      whereHint: 'De rol geldt daar en in alles wat eronder hangt.', from: 'Vanaf', noEnd: 'leeg: zonder einde',
    },
    withdraw: {
      title: 'Rol van %{name} afnemen', act: 'Rol afnemen', what: '%{role} van %{unit}', from: 'Eerste dag zonder deze rol',
    },
    invite: {
      title: 'Collega uitnodigen bij %{unit}', done: 'Uitgenodigd', act: 'Uitnodigen', name: 'Voornaam en naam',
    },
    link: {
      intro: '%{name} kan een wachtwoord kiezen met deze link. Geef hem door, bijvoorbeeld per mail.',
      label: 'Eenmalige link', once: 'Werkt één keer en drie dagen lang. Je ziet hem alleen nu.', copy: 'Kopiëren', copied: 'Gekopieerd',
    },
    access: {
      invitation: 'Nieuwe uitnodigingslink', password: 'Link voor een nieuw wachtwoord', open: 'Weer toegang geven',
      shutAsk: 'Toegang afnemen …', shutNow: 'Toegang afnemen', shut: '%{name} heeft geen toegang meer', opened: '%{name} heeft weer toegang',
      sure: '%{name} wordt meteen afgemeld en kan niet meer aanmelden. De rollen blijven bewaard.',
    },
    roles: {
      title: 'Rollen', intro: 'Wat elke rol mag. Een rol geldt op de plaats waar je ze hebt, en in alles wat eronder hangt.',
      link: 'Wat mag elke rol?', own: 'jouw rol',
      plugin: {
        core: 'Algemeen', units: 'Eenheden', branches: 'Openingsuren en kalender', permissions: 'Medewerkers', parameters: 'Instellingen',
      },
      about: {
        'system-admin': 'Beheert de hele installatie.', 'library-admin': 'Beheert een bibliotheek met al haar vestigingen en medewerkers.',
        'branch-manager': 'Zorgt voor openingsuren en sluitingsdagen van een vestiging.', helpdesk: 'Helpt alle bibliotheken en behandelt aanvragen.',
        desk: 'Kijkt op wat er geldt, en wijzigt niets.',
      },
    },
  },
}
