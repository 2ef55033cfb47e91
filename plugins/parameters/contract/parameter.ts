import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'

/** Which page explains a screen: the region's own manual, if it has one. */
export const helpLinks = defineParameter({
  name: 'parameters.help-links',
  area: 'console',
  schema: Type.Record(
    Type.String({ pattern: '^[a-z][a-z/-]{0,60}$' }),
    Type.String({ pattern: '^https?://', maxLength: 500 }),
    { maxProperties: 100, additionalProperties: false },
  ),
  default: {},
  unit: 'text',
  levels: ['system', 'group', 'library'],
  title: { nl: 'Hulppagina’s', en: 'Help pages', fr: 'Pages d’aide' },
  help: {
    nl: 'Per scherm het adres van de pagina die uitleg geeft.',
    en: 'For each screen the address of the page that explains it.',
    fr: 'Pour chaque écran, l’adresse de la page qui l’explique.',
  },
  consequence: {
    nl: 'Op een scherm met een hulppagina staat een knop “Hulp”, die deze pagina opent.',
    en: 'A screen with a help page shows a “Help” button that opens this page.',
    fr: 'Un écran doté d’une page d’aide affiche un bouton « Aide » qui l’ouvre.',
  },
  example: {
    nl: 'Bij het scherm “branches” de pagina https://handleiding.example/vestigingen.',
    en: 'For the screen “branches” the page https://manual.example/branches.',
    fr: 'Pour l’écran « branches », la page https://manuel.example/implantations.',
  },
  synonyms: {
    nl: ['handleiding', 'help', 'uitleg'],
    en: ['manual', 'documentation', 'support'],
    fr: ['manuel', 'documentation', 'aide'],
  },
})

/** Whether everybody may read how a library set its rules: what can be set is then public, and how it is set there. */
export const publicPage = defineParameter({
  name: 'parameters.public-page',
  area: 'console',
  schema: Type.Boolean(),
  default: false,
  unit: 'yes-no',
  levels: ['system', 'group', 'library'],
  title: { nl: 'Instellingen openbaar', en: 'Settings public', fr: 'Paramètres publics' },
  help: {
    nl: 'Of iedereen, ook zonder aanmelden, kan lezen wat ingesteld kan worden en hoe de bibliotheek het heeft ingesteld. '
      + 'Geen namen van medewerkers en geen redenen; aanmelden en rechten blijven erbuiten.',
    en: 'Whether everybody, without signing in, can read what can be set and how the library has set it. '
      + 'No names of staff and no reasons; signing in and rights stay out of it.',
    fr: 'Indique si chacun peut lire, sans se connecter, ce qui peut être paramétré et ce que la bibliothèque a choisi. '
      + 'Les noms d’agents et les motifs n’y figurent pas, ni la connexion et les droits.',
  },
  consequence: {
    nl: 'De bibliotheek komt op de openbare pagina te staan, of verdwijnt ervan.',
    en: 'The library appears on the public page, or disappears from it.',
    fr: 'La bibliothèque figure sur la page publique, ou n’y figure plus.',
  },
  example: {
    nl: 'Ja: een lener vindt op de openbare pagina de leentermijn en de boete van zijn bibliotheek.',
    en: 'Yes: a borrower finds the loan period and the fine of their library on the public page.',
    fr: 'Oui : un usager trouve sur la page publique la durée de prêt et l’amende de sa bibliothèque.',
  },
  synonyms: {
    nl: ['openbaarheid', 'transparantie', 'publiek', 'vergelijken'],
    en: ['open data', 'transparency', 'compare'],
    fr: ['transparence', 'données ouvertes', 'comparer'],
  },
})
