import { Type } from 'typebox'
import { defineRequestForm } from '#core/contract/request-form.ts'
import type { Texts } from '#core/contract.ts'
import { inEach } from '#core/wording.ts'

const services: Readonly<Record<string, Texts>> = {
  'e-books': { nl: 'e-boeken', en: 'e-books', fr: 'livres numériques' },
  'press': { nl: 'kranten en tijdschriften online', en: 'newspapers and magazines online', fr: 'journaux et magazines en ligne' },
  'children-books': { nl: 'interactieve kinderboeken', en: 'interactive children’s books', fr: 'livres interactifs pour enfants' },
  'films': { nl: 'films', en: 'films', fr: 'films' },
  'children-tips': { nl: 'boekentips voor kinderen', en: 'book tips for children', fr: 'conseils de lecture pour enfants' },
  'reading-tips': { nl: 'leestips op maat', en: 'personal reading tips', fr: 'conseils de lecture personnalisés' },
  'quest': { nl: 'zoekspel in de bib', en: 'quest game in the library', fr: 'jeu de piste à la bibliothèque' },
  'city-reads': { nl: 'leessite van de stad of gemeente', en: 'reading site of the town', fr: 'site de lecture de la ville' },
  'other': { nl: 'een andere dienst', en: 'another service', fr: 'un autre service' },
}
const other = { question: 'service', is: ['other'] } as const
const starts = { question: 'wish', is: ['start'] } as const
const Line = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

/** Source: domain/2 §10.2. */
export const subscriptionForm = defineRequestForm({
  name: 'change-requests.subscription',
  topic: 'services',
  title: {
    nl: 'Intekenen op een dienst, of stoppen', en: 'Subscribe to a service, or stop',
    fr: 'S’abonner à un service, ou y mettre fin',
  },
  help: {
    nl: 'Een dienst die je bibliotheek bij de regio neemt, zoals e-boeken of boekentips. De servicedesk meldt je de prijs voor je '
      + 'bibliotheek voor er iets begint.',
    en: 'A service that your library takes from the region, such as e-books or book tips. The helpdesk tells you the '
      + 'price for your '
      + 'library before anything begins.',
    fr: 'Un service que votre bibliothèque prend auprès de la région, comme les livres numériques ou les conseils de '
      + 'lecture. Le centre '
      + 'd’assistance vous donne le prix pour votre bibliothèque avant tout début.',
  },
  synonyms: {
    nl: 'abonnement, e-boeken, cloudLibrary, Gopress, krantenarchief, Fundels, Cinébib, Bieblo, Bibster, Mijn '
      + 'Leestipper, Leest, digitale collectie',
    en: 'subscription, e-books, cloudLibrary, Gopress, newspaper archive, Fundels, Cinébib, Bieblo, Bibster, '
      + 'Leestipper, digital collection',
    fr: 'abonnement, livres numériques, cloudLibrary, Gopress, archives de presse, Fundels, Cinébib, Bieblo, Bibster, '
      + 'collection numérique',
  },
  levels: ['group', 'library'],
  questions: {
    wish: {
      title: {
        nl: 'Wil je beginnen of stoppen?', en: 'Do you want to begin or to stop?',
        fr: 'Souhaitez-vous commencer ou arrêter ?',
      },
      schema: Type.Enum(['start', 'stop']), unit: 'choice', default: 'start', example: 'start',
      choices: { start: { nl: 'beginnen', en: 'begin', fr: 'commencer' }, stop: { nl: 'stoppen', en: 'stop', fr: 'arrêter' } },
    },
    service: {
      title: { nl: 'Welke dienst?', en: 'Which service?', fr: 'Quel service ?' },
      schema: Type.Enum(Object.keys(services)), unit: 'choice', choices: services, example: 'e-books',
    },
    which: {
      title: { nl: 'Welke andere dienst?', en: 'Which other service?', fr: 'Quel autre service ?' },
      schema: Line, unit: 'text', example: 'Luisterboeken', onlyWhen: other,
    },
    contact: {
      title: {
        nl: 'Wie volgt het op in je bibliotheek?', en: 'Who looks after it at your library?',
        fr: 'Qui s’en occupe dans votre bibliothèque ?',
      },
      help: {
        nl: 'Naam en e-mailadres: de leverancier maakt met die persoon de afspraken.',
        en: 'Name and e-mail address: the supplier makes the arrangements with this person.',
        fr: 'Nom et adresse e-mail : le fournisseur prend ses dispositions avec cette personne.',
      },
      schema: Line, unit: 'text', example: 'An Peeters, an.peeters@bib.example', onlyWhen: starts,
    },
    invoice: {
      title: {
        nl: 'Bestelnummer voor de factuur', en: 'Order number for the invoice', fr: 'Numéro de commande pour la facture',
      },
      help: { nl: 'Als je gemeente dat vraagt.', en: 'If your municipality asks one.', fr: 'Si votre commune le demande.' },
      schema: Line, unit: 'text', example: 'BE-2026-0142', optional: true, onlyWhen: starts,
    },
  },
  tasks: ({ wish, service, which }) => {
    const name = inEach(language => which ?? services[service]?.[language] ?? service)
    return wish === 'stop' ? [{
      nl: `Zeg op bij de leverancier: ${name.nl}.`, en: `Cancel with the supplier: ${name.en}.`, fr: `Résilier auprès du fournisseur : ${name.fr}.`,
    }] : [{
      nl: `Meld de prijs en laat de bibliotheek die bevestigen: ${name.nl}.`, en: `Tell the price and have the library confirm it: ${name.en}.`,
      fr: `Communiquer le prix et le faire confirmer par la bibliothèque : ${name.fr}.`,
    }, {
      nl: `Laat de leverancier de bibliotheek aansluiten: ${name.nl}.`, en: `Have the supplier connect the library: ${name.en}.`,
      fr: `Faire affilier la bibliothèque par le fournisseur : ${name.fr}.`,
    }]
  },
})
