import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'

/** Which page explains a screen: the region's own manual, if it has one. */
export const helpLinks = defineParameter({
  name: 'parameters.help-links',
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
})
