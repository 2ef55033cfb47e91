import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '#plugins/parameters/contract/level.ts'

/** Source: domain/2 §1.3 (type 120, class). */
export const classRollDay = defineParameter({
  name: 'patrons.class-roll-day',
  area: 'membership',
  schema: Type.Enum(['07-01', '08-16', '09-01', 'never']),
  default: '09-01',
  unit: 'choice',
  levels: atLibrary,
  choices: {
    '07-01': { nl: '1 juli', en: '1 July', fr: '1er juillet' },
    '08-16': { nl: '16 augustus', en: '16 August', fr: '16 août' },
    '09-01': { nl: '1 september', en: '1 September', fr: '1er septembre' },
    never: { nl: 'nooit vanzelf', en: 'never by itself', fr: 'jamais automatiquement' },
  },
  title: { nl: 'Schoolklassen naar het nieuwe schooljaar', en: 'School classes to the new school year', fr: 'Passage des classes à la nouvelle année scolaire' },
  help: {
    nl: 'Op welke dag de klassen vanzelf naar het volgende leerjaar gaan, één keer per jaar. Vooraf en zelf kan ook.',
    en: 'On which day classes move up to the next year by themselves, once a year. Doing it yourself beforehand is possible too.',
    fr: 'Le jour où les classes passent automatiquement à l’année suivante, une fois par an. Vous pouvez aussi le faire vous-même avant.',
  },
  consequence: {
    nl: 'Klassen van het laatste jaar zijn lid tot 31 augustus. Wat gebeurde, zet je terug onder “Schoolklassen”.',
    en: 'Classes of the last year are members until 31 August. What happened is put back under “School classes”.',
    fr: 'Les classes de dernière année sont membres jusqu’au 31 août. L’opération s’annule sous « Classes scolaires ».',
  },
  example: {
    nl: '1 september: 3A De Linde heet die ochtend 4A De Linde, met dezelfde kaart.',
    en: '1 September: 3A De Linde is called 4A De Linde that morning, with the same card.',
    fr: '1er septembre : ce matin-là, 3A De Linde s’appelle 4A De Linde, avec la même carte.',
  },
  synonyms: {
    nl: ['jaarovergang', 'klassen overzetten', 'leerjaar', 'klas'],
    en: ['roll-over', 'move up', 'class'],
    fr: ['passage d’année', 'classe', 'rentrée'],
  },
})

export const schoolParameters = [classRollDay] as const
