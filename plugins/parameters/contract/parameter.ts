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
