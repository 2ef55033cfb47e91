import type { Letters } from '../told.ts'

const [see, answer] = ['De aanvraag bekijken', 'Hier antwoorden']

export const nl: Letters = {
  greeting: name => `Dag ${name}`,
  more: left => `… en nog ${left} andere.`,
  once: 'De link werkt één keer, veertien dagen lang, en zonder aan te melden. Geef hem aan niemand door.',
  list: {
    given: 'Dit zou er wijzigen:',
    stopped: 'Waarom:',
    received: 'Dit vraag je:', confirm: 'Dit zou er wijzigen:', arrived: 'Dit zou er wijzigen:', approved: 'Nog te doen:',
    adjusted: 'Dit werd er aangepast:', applied: 'Dit is er gewijzigd:', planned: 'Dit gaat er wijzigen:',
  },
  several: {
    together: count => ({
      subject: `${count} aanvragen zijn goedgekeurd`, quote: 'De servicedesk schreef erbij:', says: `Deze ${count} aanvragen zijn samen goedgekeurd.`,
    }),
    seconds: count => ({
      subject: `${count} aanvragen wachten op een tweede goedkeuring`, quote: 'Erbij geschreven:',
      says: `Deze ${count} aanvragen zijn één keer goedgekeurd. Er is nog iemand anders nodig.`,
    }),
  },
  sections: {
    applied: 'Uitgevoerd:', planned: 'Gepland, gaat vanzelf in:', approved: 'Goedgekeurd, er is nog iets te doen:', second: 'Goed te keuren:',
  },
  one: (number, what, day) => `Nr. ${number}: ${what}${day ? ` (op ${day})` : ''}`,
  kinds: {
    'received': ({ number, what, due }) => ({
      subject: `Je aanvraag nr. ${number} is aangekomen`, label: see,
      says: [`We kregen je aanvraag “${what}”.`, due && `Je krijgt een antwoord tegen ${due}.`],
    }),
    'confirm': ({ number, what, by, unit }) => ({
      subject: `Klopt dit? Aanvraag nr. ${number}`, label: 'Nakijken en antwoorden',
      says: [
        `${by} voerde namens jou een aanvraag in voor ${unit}: “${what}”.`,
        'Kijk na of dit is wat je vroeg. Er gebeurt niets voor je ja zegt.',
      ],
    }),
    'question': ({ number, what, by }) => ({
      subject: `Een vraag over je aanvraag nr. ${number}`, label: answer,
      says: [`${by} bekijkt je aanvraag “${what}” en wil nog iets weten:`, 'Na je antwoord gaat het verder.'],
    }),
    'word': ({ number, what, by }) => ({
      subject: `Een bericht over je aanvraag nr. ${number}`, label: see, says: [`${by} schreef over je aanvraag “${what}”:`],
    }),
    'adjusted': ({ number, what, by }) => ({
      subject: `Je aanvraag nr. ${number} is aangepast`, label: see, quote: 'Erbij geschreven:',
      says: [`${by} paste je aanvraag “${what}” aan. Ze wacht nog op een beslissing.`, 'Klopt dit niet? Schrijf het bij de aanvraag.'],
    }),
    'reminder': ({ number, what }) => ({
      subject: `Er wacht nog een vraag over je aanvraag nr. ${number}`, label: answer,
      says: [`Je aanvraag “${what}” ligt stil tot je op deze vraag antwoordt:`],
    }),
    'approved': ({ number, what }) => ({
      subject: `Je aanvraag nr. ${number} is goedgekeurd`, label: see, quote: 'De servicedesk schreef erbij:',
      says: [`Je aanvraag “${what}” is goedgekeurd. Er is nog iets te doen voor ze helemaal klaar is.`],
    }),
    'planned': ({ number, what, day }) => ({
      subject: `Je aanvraag nr. ${number} is goedgekeurd`, label: see, quote: 'De servicedesk schreef erbij:',
      says: [`Je aanvraag “${what}” is goedgekeurd.`, day && `Ze gaat vanzelf in op ${day}.`],
    }),
    'applied': ({ number, what }) => ({
      subject: `Je aanvraag nr. ${number} is uitgevoerd`, label: see, quote: 'De servicedesk schreef erbij:',
      says: [`Klaar: je aanvraag “${what}” is uitgevoerd.`],
    }),
    'restored': ({ number, what }) => ({
      subject: `Je aanvraag nr. ${number} geldt opnieuw`, label: see,
      says: [`Je aanvraag “${what}” was teruggedraaid. Dat is rechtgezet: ze geldt opnieuw.`],
    }),
    'refused': ({ number, what }) => ({
      subject: `Je aanvraag nr. ${number} gaat niet door`, label: see, quote: 'De reden:',
      says: [`Je aanvraag “${what}” is geweigerd. Er is niets gewijzigd.`],
    }),
    'put-back': ({ number, what, period, units, corrected }) => ({
      subject: `Wat je vroeg met nr. ${number} is teruggedraaid`, label: see, quote: 'Wat er niet klopte:',
      says: [
        `Je aanvraag “${what}” was uitgevoerd en is teruggedraaid.`, `Hoelang het gold: ${period}.`, units && `Voor wie: ${units}.`,
        corrected ? 'Ook de dagen die voorbij zijn, staan weer zoals ervoor.' : 'De dagen die voorbij zijn, blijven zoals ze waren.',
      ],
    }),
    'arrived': ({ number, what, asker, unit, due }) => ({
      subject: `Nieuwe aanvraag nr. ${number}: ${what}`, label: see, quote: 'De reden:',
      says: [`${asker} vraagt voor ${unit}: “${what}”.`, due && `Te beantwoorden tegen ${due}.`],
    }),
    'given': ({ number, what, by, unit, due }) => ({
      subject: `Aanvraag nr. ${number} is voor jou of je team: ${what}`, label: see,
      says: [`${by} gaf deze aanvraag van ${unit} door: “${what}”.`, due && `Te beantwoorden tegen ${due}.`],
    }),
    'answer': ({ number, what, by }) => ({
      subject: `Antwoord op aanvraag nr. ${number}`, label: see, says: [`${by} schreef over de aanvraag “${what}”:`],
    }),
    'stopped': ({ number, what }) => ({
      subject: `Aanvraag nr. ${number} kon niet ingaan`, label: see,
      says: [`De aanvraag “${what}” was gepland, maar ging niet door. Ze wacht opnieuw op een beslissing.`],
    }),
    'second': ({ number, what, asker }) => ({
      subject: `Aanvraag nr. ${number} wacht op een tweede goedkeuring`, label: see,
      says: [`De aanvraag “${what}” van ${asker} is één keer goedgekeurd. Er is nog iemand anders nodig.`],
    }),
  },
}
