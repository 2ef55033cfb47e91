import type { Texts } from '#core/contract.ts'

/** Why a value of an imported row is refused, or held until somebody confirms it. */
export interface Reason {
  readonly code: string
  readonly texts: Texts
}

const because = (code: string, nl: string, en: string, fr: string): Reason =>
  Object.freeze({ code: `branches.import.${code}`, texts: { nl, en, fr } })

/** Everything a reader of opening hours may say about a row, in the languages of the console. */
export const reasons = {
  unreadable: because('unreadable', 'Dit bestand is niet in het verwachte formaat.',
    'This file is not in the expected format.', 'Ce fichier n’a pas le format attendu.'),
  missingColumn: because('missing-column', 'Deze kolom ontbreekt in het bestand.',
    'This column is missing from the file.', 'Cette colonne manque dans le fichier.'),
  missingName: because('missing-name', 'De rij noemt geen bibliotheek.',
    'The row names no library.', 'La ligne ne nomme aucune bibliothèque.'),
  malformed: because('malformed', 'Deze waarde is onleesbaar.',
    'This value cannot be read.', 'Cette valeur est illisible.'),
  malformedTime: because('malformed-time', 'Een uur is niet geschreven als UU:MM-UU:MM.',
    'A time is not written as HH:MM-HH:MM.', 'Une heure n’est pas écrite sous la forme HH:MM-HH:MM.'),
  noSuchTime: because('no-such-time', 'Dit uur bestaat niet.', 'There is no such time.', 'Cette heure n’existe pas.'),
  noSuchDay: because('no-such-day', 'Deze dag bestaat niet.', 'There is no such day.', 'Ce jour n’existe pas.'),
  malformedYear: because('malformed-year', 'Dit is geen jaartal.', 'This is not a year.', 'Ceci n’est pas une année.'),
  tooLong: because('too-long', 'De tekst is te lang.', 'The text is too long.', 'Le texte est trop long.'),
  tooMany: because('too-many', 'Er staan meer uren op één dag dan we aankunnen.',
    'One day has more slots than we can hold.', 'Un jour a plus de plages que nous ne pouvons en tenir.'),
  overlap: because('overlap', 'Uren op dezelfde dag overlappen.',
    'Slots of one day overlap.', 'Des plages d’un même jour se chevauchent.'),
  endBeforeStart: because('end-before-start', 'Het einde ligt voor het begin.',
    'The end lies before the beginning.', 'La fin précède le début.'),
  longSlot: because('long-slot', 'Meer dan 14 uur aan één stuk open: klopt dat?',
    'Open for more than 14 hours on end: is that right?', 'Ouvert plus de 14 heures d’affilée : est-ce exact ?'),
  lateEnd: because('late-end', 'Sluit tussen middernacht en 5 uur: klopt dat?',
    'Closes between midnight and 5 in the morning: is that right?',
    'Ferme entre minuit et 5 heures : est-ce exact ?'),
  openEnd: because('open-end', 'Een uur zonder einde kunnen we niet overnemen.',
    'We cannot take over a time without an end.', 'Nous ne pouvons pas reprendre une heure sans fin.'),
  sunTime: because('sun-time', 'Uren volgens de zon kunnen we niet overnemen.',
    'We cannot take over times that follow the sun.', 'Nous ne pouvons pas reprendre des heures solaires.'),
  noHolidays: because('no-holidays', 'Voor dit land kennen we deze feestdagen of vakanties niet.',
    'We do not know these holidays for this country.', 'Nous ne connaissons pas ces congés pour ce pays.'),
  notCarried: because('not-carried', 'Deze regel kan in geen rooster uitgedrukt worden.',
    'This rule cannot be said in a timetable.', 'Cette règle ne peut s’exprimer dans un horaire.'),
  unknownPhrase: because('unknown-phrase', 'Deze omschrijving kennen we niet.',
    'We do not know this phrase.', 'Nous ne connaissons pas cette formule.'),
  nothingToCarry: because('nothing-to-carry', 'Deze rij bevat geen uren, regels of sluitingsdagen.',
    'This row holds no hours, rules or closing days.', 'Cette ligne ne contient ni heures, ni règles, ni fermetures.'),
  wrongWeekday: because('wrong-weekday', 'De weekdag past niet bij de datum.',
    'The weekday does not match the date.', 'Le jour de la semaine ne correspond pas à la date.'),
  wrongHoliday: because('wrong-holiday', 'De genoemde feestdag valt niet op deze datum.',
    'The named holiday does not fall on this date.', 'Le jour férié nommé ne tombe pas à cette date.'),
  startless: because('startless', 'De sluiting heeft geen begin.',
    'The closing has no first day.', 'La fermeture n’a pas de premier jour.'),
  endless: because('endless', 'De sluiting heeft geen einde: ze blijft voorlopig.',
    'The closing has no last day: it stays provisional.', 'La fermeture n’a pas de fin : elle reste provisoire.'),
  recurring: because('recurring', 'Een herhaalde afspraak nemen we niet over: zet ze als regel.',
    'We do not take over a repeating event: make it a rule.',
    'Nous ne reprenons pas un évènement répété : faites-en une règle.'),
  severalDays: because('several-days', 'Een sluiting met uren loopt over meer dan één dag.',
    'A closing with times runs over more than one day.', 'Une fermeture avec heures dépasse un jour.'),
} as const satisfies Record<string, Reason>
