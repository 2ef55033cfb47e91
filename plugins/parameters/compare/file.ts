import type { Context } from '#core/context.ts'
import type { Language } from '#core/contract.ts'
import type { Comparison, Distribution } from '../contract/answer/compare.ts'
import type { Page, Written } from '../sheet/spreadsheet.ts'
import { partOf } from './comparison.ts'

const words = {
  nl: {
    libraries: 'Bibliotheken', spread: 'Verdeling', library: 'Bibliotheek', code: 'Code', group: 'Samenwerking', level: 'Niveau',
    province: 'Provincie', inhabitants: 'Inwoners', setting: 'Instelling', part: 'Deel', median: 'Mediaan', min: 'Laagste',
    max: 'Hoogste', commonest: 'Komt het meest voor', count: 'Aantal', outliers: 'Springt eruit',
  },
  en: {
    libraries: 'Libraries', spread: 'Distribution', library: 'Library', code: 'Code', group: 'Cooperation', level: 'Level',
    province: 'Province', inhabitants: 'Inhabitants', setting: 'Setting', part: 'Part', median: 'Median', min: 'Lowest',
    max: 'Highest', commonest: 'Most common', count: 'Number', outliers: 'Stands out',
  },
  fr: {
    libraries: 'Bibliothèques', spread: 'Répartition', library: 'Bibliothèque', code: 'Code', group: 'Groupement', level: 'Niveau',
    province: 'Province', inhabitants: 'Habitants', setting: 'Paramètre', part: 'Partie', median: 'Médiane', min: 'Plus bas',
    max: 'Plus haut', commonest: 'Le plus courant', count: 'Nombre', outliers: 'Se distingue',
  },
} as const

/** What is shown, as two pages: a row for each library, and how they spread over each setting. */
export function pagesOf({ language }: Context, comparison: Comparison): readonly [Page, Page] {
  return [librariesPage(comparison, language), spreadPage(comparison, language)]
}

function librariesPage({ libraries, parameters, whereText }: Comparison, language: Language): Page {
  const { libraries: name, library, code, group, level, province, inhabitants } = words[language]
  const titled = (title: string, lines: boolean) => lines && whereText ? `${title} (${whereText})` : title
  const heads = parameters.flatMap(({ title, lines, parts }) =>
    [titled(title, lines), ...parts.map(part => `${titled(title, lines)}: ${part.title}`)])
  const rows = libraries.map((one, n): Written[] => [
    one.code, one.name, one.group?.name ?? '', one.level, one.province ?? '', one.inhabitants ?? '',
    ...parameters.flatMap(({ unit, cells, values, parts }): Written[] => {
      const value = values[cells[n]?.is ?? -1]
      if (!value) return ['', ...parts.map(() => '')]
      return [numberOr(unit, value.value, value.text), ...parts.map((part, at) =>
        numberOr(part.unit, partOf(value.value, part.name), value.parts?.[at]?.text ?? ''))]
    }),
  ])
  return {
    name, rows: [[code, library, group, level, province, inhabitants, ...heads], ...rows], widths: [8, 28, 24, 8, 18, 12],
  }
}

function spreadPage({ parameters }: Comparison, language: Language): Page {
  const { spread, setting, part, median, min, max, commonest, count, outliers } = words[language]
  const rowOf = (title: string, what: string, unit: string, said: Distribution): Written[] => [
    title, what, ...[said.median, said.min, said.max].map(at => at ? numberOr(unit, at.value, at.text) : ''),
    said.commonest?.text ?? '', said.commonest?.count ?? '',
    said.counts.filter(({ outlier }) => outlier).map(({ text }) => text).join(', '),
  ]
  return {
    name: spread, widths: [36, 24, 14, 14, 14, 24, 10, 36],
    rows: [
      [setting, part, median, min, max, commonest, count, outliers],
      ...parameters.flatMap(({ title, unit, distribution, parts }) => [
        rowOf(title, '', unit, distribution), ...parts.map(one => rowOf(title, one.title, one.unit, one.distribution)),
      ]),
    ],
  }
}

/** Numbers stay numbers, to be reckoned with; prices are in euros. */
const numberOr = (unit: string, value: unknown, text: string): Written =>
  typeof value !== 'number' || unit === 'choice' ? text : unit === 'cents' ? value / 100 : value
