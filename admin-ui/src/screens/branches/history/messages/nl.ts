export const messages = {
  branches: {
    past: {
      one: 'Deze wijziging',
      closeOne: 'Sluiten',
      menu: 'Geschiedenis',
      title: 'Geschiedenis van %{unit}',
      intro: 'Wie wat wanneer wijzigde, en waarom. Wat doorgevoerd is, kun je terugdraaien.',
      views: 'Welke wijzigingen',
      view: { all: 'Alles', applied: 'Doorgevoerd', planned: 'Gepland', requested: 'Aangevraagd' },
      about: {
        all: 'De nieuwste staat bovenaan.',
        applied: 'Terugdraaien kan vanaf vandaag, of alsof het nooit gebeurd is.',
        planned: 'Dit gaat vanzelf in op de dag die erbij staat. Tot dan kun je het tegenhouden.',
        requested: 'Dit wacht op iemand die het mag doorvoeren.',
      },
    },
  },
}
