export const messages = {
  patrons: {
    privacy: {
      title: 'Privacy', file: 'gegevens-lener', waits: 'Wissen gevraagd op %{moment}. Dat gebeurt de nacht nadat alles in orde is.',
      request: 'Wissen op vraag van de lener', erase: 'Na %{days} dagen wissen wat de lener geleend heeft (de tellingen blijven)',
      keep: 'Bewaren: de lener ziet wat er de voorbije %{years} jaar geleend is',
      download: 'Gegevens meegeven (bestand)', views: 'Wie keek deze gegevens in', who: 'Vraagt iemand om gewist te worden? Je bibliotheekbeheerder kan dat.',
    },
    edited: { true: 'ja', false: 'nee' },
    views: {
      none: 'Niemand keek deze gegevens in.', at: 'Wanneer', by: 'Wie', act: 'Wat', purpose: 'Waarvoor', system: 'Filiaal', view: 'ingekeken',
      reveal: 'rijksregisternummer getoond', export: 'gegevens meegegeven',
    },
    erase: {
      title: 'Gegevens van %{name} wissen', act: 'Definitief wissen', note: 'Vraag noteren', where: 'Bibliotheek: %{names}.', goes: 'Dit verdwijnt',
      stays: 'Dit blijft', open: 'Dit staat nog open', later: 'Zolang dat zo is, blijven de gegevens. De vraag wordt genoteerd; elke nacht kijkt Filiaal of het kan.',
      sure: 'De lener vroeg dit zelf. Ik weet dat dit niet teruggedraaid kan worden.', sureLater: 'De lener vroeg dit zelf. Eens gewist kan dit niet teruggedraaid worden.',
      withdraw: 'Vraag intrekken',
    },
    forgetting: {
      title: 'Wat wordt vergeten', intro: 'Elke nacht verdwijnt wat niet langer bewaard mag worden. Tellingen blijven kloppen.', horizon: 'Tot wanneer',
      in0: 'Komende nacht', in1: 'Binnen een maand', in3: 'Binnen drie maanden', in12: 'Binnen een jaar', past: 'Wat al vergeten is', nothingYet: 'Nog niets.',
      none: 'Niets in deze periode.', library: 'Bibliotheek', goes: 'Verdwijnt', stays: 'Blijft voorlopig', who: 'Wie', show: 'Tonen', showAt: 'Tonen wie in %{name}', perLibrary: '%{title} per bibliotheek',
      patron: 'Lener', on: 'Verdwijnt op', because: 'Blijft omdat', notYet: 'voorlopig niet', more: 'De lijst is langer; dit zijn de eerste 500.',
      was: {
        asked: '%{smart_count} lener op eigen vraag |||| %{smart_count} leners op eigen vraag', former: '%{smart_count} oud-lid |||| %{smart_count} oud-leden',
        history: '%{smart_count} lening losgemaakt van haar lener |||| %{smart_count} leningen losgemaakt van hun lener',
      },
    },
    national: {
      hint: 'Elf cijfers, zoals op de identiteitskaart. Het nummer wordt versleuteld bewaard.', stays: 'Er is een nummer bewaard. Leeg laten: het blijft zo.',
      drop: 'Bewaard nummer weghalen', kept: 'bewaard', show: 'Voluit tonen', title: 'Rijksregisternummer van %{name}', purpose: 'Waarvoor?',
      noted: 'Dat je het nummer ziet en waarvoor, wordt genoteerd. De lener kan dat opvragen.',
    },
    contact: {
      one: 'Contactpersoon %{number}', role: 'Rol', parent: 'ouder', guardian: 'voogd', teacher: 'leerkracht', contact: 'contactpersoon',
      from: 'Vanaf', to: 'Tot en met', untilAdult: 'Leeg: tot het kind achttien is.', open: 'Leeg: tot nader order.',
      add: 'Contactpersoon toevoegen', addParent: 'Ouder, voogd of contactpersoon toevoegen', dropOne: 'Contactpersoon %{name} weghalen',
    },
  },
}
