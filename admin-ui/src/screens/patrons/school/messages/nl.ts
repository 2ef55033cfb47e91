export const messages = {
  patrons: {
    class: {
      title: 'Schoolklassen', intro: 'Klassen lenen met één kaart. Elk jaar gaan ze naar het volgende leerjaar.', add: 'Klas toevoegen',
      roll: 'Naar het nieuwe schooljaar', chooseLibrary: 'Kies bovenaan een bibliotheek of vestiging.', none: 'Nog geen klassen.', acts: 'Acties',
      name: 'Klas', school: 'School', teacher: 'Leerkracht', until: 'Lid tot en met', edit: 'Klas %{name} wijzigen',
      nameHint: 'Begin met het leerjaar: 3A wordt volgend jaar 4A, K3 wordt 1.', last: 'Laatste leerjaar van de school',
      lastHint: 'Daarna verlaat de klas de school. Lagere school: 6.', stays: 'Houdt elk jaar dezelfde naam',
    },
    roll: {
      byItself: 'Op %{day} gaan de klassen vanzelf naar schooljaar %{year}-%{next}.', look: 'Vooraf bekijken', itself: 'vanzelf',
      title: 'Naar schooljaar %{year}-%{next}', act: 'Overzetten', none: 'Geen klassen om over te zetten.', lines: 'Wat elke klas wordt', school: 'School',
      before: 'Nu', after: 'Wordt', until: 'Lid tot en met', leaves: 'verlaat de school', past: 'Overgangen',
      teachers: 'Leerkrachten schuiven niet mee: pas ze daarna aan op de fiche van de klas.',
      one: 'Schooljaar %{year}-%{next}: %{smart_count} klas |||| Schooljaar %{year}-%{next}: %{smart_count} klassen', isBack: 'teruggezet op %{moment}',
      back: 'Terugzetten', backOne: 'Terugzetten: schooljaar %{year}-%{next}', left: 'Intussen gewijzigd en dus gebleven: %{names}.',
    },
  },
}
