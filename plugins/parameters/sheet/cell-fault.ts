import type { Language, Parameter, Texts } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { fault, inEach } from '#core/wording.ts'
import { SHEET_BYTES_AT_MOST, SHEET_ROWS_AT_MOST, type SheetColumn } from '../contract/answer/sheet.ts'
import { cellOf } from './cell.ts'

/** What can be wrong with a cell, apart from what the door itself would say. */
export const cellFaults = {
  formula: fault('parameters.formula', '', 'In deze cel staat een formule. Vul de waarde zelf in.',
    'There is a formula in this cell. Fill in the value itself.', 'Cette cellule contient une formule. Indiquez la valeur elle-même.'),
  becameDate: fault('parameters.became-date', '',
    'Het rekenblad maakte hier een datum van. Maak de cel op als tekst en vul ze opnieuw in.',
    'The spreadsheet made a date of this. Format the cell as text and fill it in again.',
    'Le tableur en a fait une date. Mettez la cellule au format texte et remplissez-la de nouveau.'),
  noUnit: fault('parameters.no-unit-code', '', 'Er is geen vestiging of bibliotheek met deze code.',
    'There is no branch or library with this code.', 'Aucune implantation ou bibliothèque ne porte ce code.'),
  noParameter: fault('parameters.unknown', '', 'Deze instelling bestaat niet.', 'This setting does not exist.', 'Ce paramètre n’existe pas.'),
  noDay: fault('parameters.no-day', '', 'Schrijf een dag als 24/12/2026.', 'Write a day as 24/12/2026.', 'Écrivez un jour comme 24/12/2026.'),
  monthFirst: fault('parameters.month-first', '',
    'Hier staat de maand eerst, wellicht ook in andere rijen. Schrijf dagen als 24/12/2026, of bewaar het bestand als XLSX.',
    'The month comes first here, and perhaps in other rows too. Write days as 24/12/2026, or save the file as XLSX.',
    'Le mois vient ici en premier, peut-être aussi dans d’autres lignes. Écrivez les jours comme 24/12/2026 ou enregistrez le fichier en XLSX.'),
  noSeason: fault('parameters.no-season', '', 'Schrijf een seizoen als 01/07 - 31/08.', 'Write a season as 01/07 - 31/08.',
    'Écrivez une saison comme 01/07 - 31/08.'),
  noYesNo: fault('parameters.no-yes-no', '', 'Schrijf ja of nee.', 'Write yes or no.', 'Écrivez oui ou non.'),
  notOwn: fault('parameters.not-own', '', 'Deze waarde is geërfd. Zet “Eigen waarde” op ja om hier iets anders te laten gelden.',
    'This value is inherited. Put “Own value” on yes to let something else hold here.',
    'Cette valeur est héritée. Mettez « Valeur propre » sur oui pour en fixer une autre ici.'),
  endedBefore: fault('parameters.ended-before', '', 'Deze dag ligt voor de dag waarop de wijzigingen beginnen.',
    'This day lies before the day on which the changes begin.', 'Ce jour précède celui où commencent les modifications.'),
  backwards: fault('parameters.backwards', '', 'De laatste dag ligt voor de eerste.', 'The last day lies before the first.',
    'Le dernier jour précède le premier.'),
  basisHalf: fault('parameters.basis-half', '', 'Een besluit heeft een nummer en een datum.', 'A decision has a number and a date.',
    'Une décision comporte un numéro et une date.'),
  empty: fault('parameters.no-rows', '', 'In dit bestand staan geen rijen.', 'There are no rows in this file.',
    'Ce fichier ne contient aucune ligne.'),
  unreadable: fault('parameters.unreadable-file', '', 'Dit is geen leesbaar CSV- of XLSX-bestand.', 'This is no readable CSV or XLSX file.',
    'Ce n’est pas un fichier CSV ou XLSX lisible.'),
  unread: fault('parameters.unread-cell', '', 'In deze cel staat een fout van het rekenblad, of iets wat niet te lezen is. Vul ze opnieuw in.',
    'There is an error of the spreadsheet in this cell, or something that cannot be read. Fill it in again.',
    'Cette cellule contient une erreur du tableur, ou une valeur illisible. Remplissez-la de nouveau.'),
  merged: fault('parameters.merged-cell', '',
    'Deze cel is samengevoegd met een andere en zegt zelf niets. Splits de cellen en vul elke rij in.',
    'This cell is merged with another and says nothing itself. Split the cells and fill in each row.',
    'Cette cellule est fusionnée avec une autre et ne dit rien par elle-même. Scindez les cellules et remplissez chaque ligne.'),
  openDocument: fault('parameters.open-document', '',
    'Dit is een OpenDocument-rekenblad (ods). Bewaar het als XLSX of CSV.',
    'This is an OpenDocument spreadsheet (ods). Save it as XLSX or CSV.',
    'C’est un classeur OpenDocument (ods). Enregistrez-le en XLSX ou CSV.'),
  fileLocked: fault('parameters.file-locked', '',
    'Dit bestand heeft een wachtwoord, of het is een oud Excelbestand (xls). Bewaar het als XLSX of CSV, zonder wachtwoord.',
    'This file has a password, or it is an old Excel file (xls). Save it as XLSX or CSV, without a password.',
    'Ce fichier a un mot de passe, ou c’est un ancien fichier Excel (xls). Enregistrez-le en XLSX ou CSV, sans mot de passe.'),
  twoSheets: fault('parameters.two-sheets', '',
    'Twee bladen van dit bestand hebben deze koppen. Haal er een weg, zodat duidelijk is welk blad telt.',
    'Two sheets of this file have these headings. Take one away, so that it is clear which counts.',
    'Deux feuilles de ce fichier portent ces en-têtes. Retirez-en une, pour savoir laquelle compte.'),
  tooLarge: fault('parameters.file-too-large', '',
    `Dit bestand is te groot: hoogstens ${SHEET_ROWS_AT_MOST} rijen, 64 kolommen en ${SHEET_BYTES_AT_MOST / 2 ** 20} MB.`,
    `This file is too large: at most ${SHEET_ROWS_AT_MOST} rows, 64 columns and ${SHEET_BYTES_AT_MOST / 2 ** 20} MB.`,
    `Ce fichier est trop grand : au plus ${SHEET_ROWS_AT_MOST} lignes, 64 colonnes et ${SHEET_BYTES_AT_MOST / 2 ** 20} Mo.`),
} as const satisfies Readonly<Record<string, Fault>>

export const doubleRow = (other: number) => fault('parameters.double-row', '', `Rij ${other} zegt al iets over dezelfde dagen.`,
  `Row ${other} already says something about the same days.`, `La ligne ${other} porte déjà sur les mêmes jours.`)

/** A spreadsheet drops the noughts before a number, so a code that is none may be one of these. */
export function lostNoughts(code: string) {
  return fault('parameters.lost-noughts', '',
    `Deze code bestaat niet. Bedoel je ${code}? Het rekenblad liet de nullen vooraan weg: maak de cel op als tekst.`,
    `There is no such code. Do you mean ${code}? The spreadsheet dropped the noughts before it: format the cell as text.`,
    `Ce code n’existe pas. Voulez-vous dire ${code} ? Le tableur a retiré les zéros de tête : mettez la cellule au format texte.`)
}

export const tooLongText = (most: number) => fault('parameters.too-long', '', `Hoogstens ${most} tekens.`, `At most ${most} characters.`,
  `Au maximum ${most} caractères.`)

/** A cell that is no value of its setting: how one writes it there. */
export const unreadableValue = (parameter: Parameter): Fault =>
  ({ code: 'parameters.unreadable', pointer: '', message: inEach(language => howWritten(parameter, language)) })

function howWritten(parameter: Parameter, language: Language): string {
  const { unit, choices, notation } = parameter
  const example = cellOf(parameter, parameter.default, language)
  const say = ({ nl, en, fr }: Texts) => ({ nl, en, fr })[language]
  if (notation) return say({
    nl: `Schrijf dit als ${example}: ${notation.parts.nl}.`, en: `Write this as ${example}: ${notation.parts.en}.`,
    fr: `Écrivez ceci comme ${example} : ${notation.parts.fr}.`,
  })
  if (unit === 'yes-no') return cellFaults.noYesNo.message[language]
  if (choices) return oneOf(Object.values(choices).map(title => title[language]), language)
  if (unit === 'cents') return say({
    nl: 'Schrijf een bedrag in euro, zoals 1,50.', en: 'Write an amount in euros, such as 1.50.', fr: 'Écrivez un montant en euros, comme 1,50.',
  })
  return say({ nl: `Schrijf dit zoals ${example}.`, en: `Write this as ${example}.`, fr: `Écrivez ceci comme ${example}.` })
}

function oneOf(titles: readonly string[], language: Language): string {
  const named = titles.slice(0, 12).join('; ')
  return { nl: `Kies een van deze: ${named}.`, en: `Choose one of these: ${named}.`, fr: `Choisissez parmi : ${named}.` }[language]
}

/** In which column stands what the door finds wrong with an item. */
export function columnOf(pointer: string): SheetColumn {
  const [, first, second] = pointer.split('/')
  if (first === 'where') return second === 'material' ? 'material' : 'membership'
  if (first === 'basis') return second === 'date' ? 'basis-date' : 'basis-number'
  return ({ unit: 'unit', parameter: 'parameter', season: 'season', to: 'until', from: 'from', locked: 'locked' } as const)[first ?? '']
    ?? 'value'
}
