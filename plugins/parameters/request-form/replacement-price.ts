import { Type } from 'typebox'
import { defineRequestForm } from '#core/contract/request-form.ts'
import { replacementDepreciation, replacementPrice } from '../contract/area/replacement-price.ts'
import { Code, material } from '../contract/list.ts'
import { decision, settingItems, yesOrNo } from './setting.ts'

const depreciates = { question: 'depreciates', is: [true] } as const
const Price = Type.Object({ material: Code, cents: Type.Integer({ minimum: 1, maximum: 100_000 }) }, { additionalProperties: false })
const { each } = replacementDepreciation.schema.properties

/** The forfait. Source: domain/1 §3.4, §4.5, [NBF]. */
export const replacementPriceForm = defineRequestForm({
  name: 'parameters.replacement-prices',
  topic: 'money',
  title: { nl: 'Vaste vervangingsprijzen', en: 'Fixed replacement prices', fr: 'Prix de remplacement forfaitaires' },
  help: {
    nl: 'Wat een verloren of beschadigd exemplaar kost als er noch op het exemplaar, noch op de titel een prijs staat. '
      + 'Geef per materiaalsoort een bedrag; wat je niet noemt, blijft zoals het is.',
    en: 'What a lost or damaged item costs when neither the item nor the title has a price. '
      + 'Give an amount for each type of material; what you do not name stays as it is.',
    fr: 'Ce que coûte un document perdu ou abîmé quand ni l’exemplaire ni le titre n’a de prix. '
      + 'Donnez un montant par type de document ; ce que vous ne citez pas reste inchangé.',
  },
  synonyms: {
    nl: 'forfait, forfaitaire prijs, verloren boek, beschadigd, materiaalvergoeding, afschrijving, waardevermindering, '
      + 'prijs per materiaal',
    en: 'flat price, lost book, damaged, replacement cost, depreciation, price per material',
    fr: 'forfait, livre perdu, abîmé, indemnité, amortissement, dépréciation, prix par document',
  },
  levels: ['group', 'library'],
  questions: {
    prices: {
      title: { nl: 'Prijs per materiaalsoort', en: 'Price per type of material', fr: 'Prix par type de document' },
      schema: Type.Array(Price, { minItems: 1, maxItems: 100 }), unit: 'fields', as: 'rows', example: [{ material: 'BOEK', cents: 2000 }, { material: 'DVD', cents: 2500 }],
      columns: {
        material: { title: material.title, unit: 'codes', codes: material },
        cents: { title: { nl: 'prijs', en: 'price', fr: 'prix' }, unit: 'cents' },
      },
    },
    depreciates: yesOrNo({
      nl: 'Gaat er een percentage af voor wat al gebruikt is?', en: 'Is a percentage taken off for what has been used?',
      fr: 'Un pourcentage est-il déduit pour l’usure ?',
    }, {
      help: {
        nl: 'Eén keer, of voor elk jaar sinds de aankoop.', en: 'Once, or for each year since the purchase.',
        fr: 'Une fois, ou par année depuis l’achat.',
      },
    }),
    percent: {
      title: { nl: 'Hoeveel procent', en: 'What percentage', fr: 'Quel pourcentage' },
      schema: Type.Integer({ minimum: 1, maximum: 100 }), unit: 'percent', example: 5, onlyWhen: depreciates,
    },
    each: {
      title: { nl: 'Hoe vaak', en: 'How often', fr: 'Fréquence' },
      schema: each, unit: 'choice', choices: replacementDepreciation.fields?.['each']?.choices ?? {}, example: 'year', onlyWhen: depreciates,
    },
    ...decision(replacementPrice),
  },
  items: ({ prices, depreciates: falls, percent: part = 0, each: often = 'once', ...decided }, at) => [
    ...prices.flatMap(({ material: code, cents }) => settingItems(at, replacementPrice, cents, { materials: [code], ...decided })),
    ...prices.flatMap(({ material: code }) => settingItems(at, replacementDepreciation,
      falls ? { percent: part, each: often } : { percent: 0, each: 'once' }, { materials: [code] })),
  ],
})
