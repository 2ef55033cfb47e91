import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '#plugins/parameters/contract/level.ts'
import { membership } from '#plugins/parameters/contract/list.ts'
import { wholeOrNone, yesNo } from '#plugins/parameters/contract/shape.ts'

const noLimit = { nl: 'geen grens', en: 'no limit', fr: 'pas de limite' }

/** Source: domain/2 §1.6 (age range of a subscription type). */
export const youngest = defineParameter({
  name: 'patrons.youngest',
  area: 'membership',
  ...wholeOrNone('years', { from: 0, to: 99 }, noLimit),
  levels: atLibrary,
  dimensions: [membership],
  title: { nl: 'Jongste leeftijd', en: 'Youngest age', fr: 'Âge minimal' },
  help: {
    nl: 'Vanaf welke leeftijd iemand deze lidsoort kan krijgen.',
    en: 'From which age somebody can have this type of membership.',
    fr: 'Âge à partir duquel on peut obtenir ce type d’abonnement.',
  },
  consequence: {
    nl: 'Wie jonger is, wordt onder deze lidsoort niet ingeschreven; aan de balie verschijnt een melding.',
    en: 'Whoever is younger is not enrolled under this type; the desk sees a notice.',
    fr: 'Une personne plus jeune n’est pas inscrite sous ce type ; un avis apparaît au comptoir.',
  },
  example: {
    nl: '18 voor volwassenen: wie 17 is, krijgt een lidsoort voor jongeren.',
    en: '18 for adults: whoever is 17 gets a type for young people.',
    fr: '18 pour les adultes : à 17 ans, on reçoit un abonnement pour jeunes.',
  },
  synonyms: {
    nl: ['minimumleeftijd lid', 'leeftijdsgrens', 'vanaf leeftijd'], en: ['minimum age of a member', 'age limit'],
    fr: ['âge minimum', 'limite d’âge'],
  },
})

/** Source: domain/2 §1.6. */
export const oldest = defineParameter({
  name: 'patrons.oldest',
  area: 'membership',
  ...wholeOrNone('years', { from: 0, to: 130 }, noLimit),
  levels: atLibrary,
  dimensions: [membership],
  title: { nl: 'Oudste leeftijd', en: 'Oldest age', fr: 'Âge maximal' },
  help: {
    nl: 'Tot en met welke leeftijd iemand deze lidsoort kan hebben.',
    en: 'Up to which age somebody can have this type of membership.',
    fr: 'Âge jusqu’auquel on peut avoir ce type d’abonnement.',
  },
  consequence: {
    nl: 'Wie ouder wordt, ziet de balie met een melding; bij het hernieuwen kies je een andere lidsoort.',
    en: 'The desk sees a notice for whoever grows older; when renewing you choose another type.',
    fr: 'Pour un usager devenu plus âgé, un avis apparaît au comptoir ; au renouvellement, on choisit un autre type.',
  },
  example: {
    nl: '17 voor jongeren: op de achttiende verjaardag hoort er een andere lidsoort bij.',
    en: '17 for young people: from the eighteenth birthday another type belongs.',
    fr: '17 pour les jeunes : au dix-huitième anniversaire, un autre type convient.',
  },
  synonyms: {
    nl: ['maximumleeftijd lid', 'leeftijdsgrens', 'jeugd tot'], en: ['maximum age of a member', 'age limit'],
    fr: ['âge maximum', 'limite d’âge'],
  },
})

/** A prison, or whatever is nobody else's business. Source: design.md, Walls; domain/2 §1.3 (type 158). */
export const discreet = defineParameter({
  name: 'patrons.discreet',
  area: 'membership',
  ...yesNo(false),
  levels: atPlace,
  dimensions: [membership],
  title: { nl: 'Discreet lidmaatschap', en: 'Discreet membership', fr: 'Abonnement discret' },
  help: {
    nl: 'Of niemand buiten de bibliotheek mag weten dat iemand hier lid is.',
    en: 'Whether nobody outside the library may know that somebody is a member here.',
    fr: 'Indique si personne hors de la bibliothèque ne peut savoir que quelqu’un y est membre.',
  },
  consequence: {
    nl: 'Ja: het lidmaatschap verschijnt elders in geen lijst of dubbelmelding, en de kaart werkt alleen hier.',
    en: 'Yes: the membership shows in no list or duplicate message elsewhere, and the card works here only.',
    fr: 'Oui : l’abonnement n’apparaît ailleurs dans aucune liste ni alerte de doublon, et la carte ne sert qu’ici.',
  },
  example: {
    nl: 'Ja voor de gevangenisbibliotheek: een balie van een andere bibliotheek ziet niet dat iemand daar leent.',
    en: 'Yes for the prison library: a desk of another library does not see that somebody borrows there.',
    fr: 'Oui pour la bibliothèque de la prison : un comptoir d’une autre bibliothèque ne voit pas que quelqu’un y emprunte.',
  },
  synonyms: {
    nl: ['gevangenis', 'gedetineerde', 'afgeschermd', 'privacy'], en: ['prison', 'prisoner', 'hidden', 'privacy'],
    fr: ['prison', 'détenu', 'confidentiel', 'vie privée'],
  },
})

export const typeParameters = [youngest, oldest, discreet] as const
