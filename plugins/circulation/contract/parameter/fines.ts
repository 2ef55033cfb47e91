import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '#plugins/parameters/contract/level.ts'
import { ruleLine } from '#plugins/parameters/contract/list.ts'
import { setTariffs } from '#plugins/parameters/contract/permission.ts'
import { Cents, prices } from '#plugins/parameters/contract/price.ts'
import { whole, yesNo } from '#plugins/parameters/contract/shape.ts'

/**
 * Flemish libraries exempt children; in Wise that takes a membership type of its own. Source: domain/1 §3.3, §9
 * [T-BNK], [T-TURNHOUT].
 */
export const fineFreeAge = defineParameter({
  name: 'circulation.fine-free-age',
  area: 'fines',
  ...whole('years', { from: 0, to: 99, standard: 0 }),
  levels: atLibrary,
  shared: true, setBy: setTariffs,
  title: { nl: 'Geen boete onder deze leeftijd', en: 'No fine under this age', fr: 'Pas d’amende en dessous de cet âge' },
  help: {
    nl: 'Wie jonger is op de dag dat iets te laat is, betaalt daarvoor geen boete. 0: iedereen betaalt.',
    en: 'Whoever is younger on the day that something is late pays no fine for it. 0: everybody pays.',
    fr: 'L’usager plus jeune le jour où un document est en retard ne paie pas d’amende pour ce retard. 0 : tout le monde paie.',
  },
  consequence: {
    nl: 'Hoger: gezinnen met kinderen krijgen geen boetes meer; aanmaningen en nota’s blijven wel komen.',
    en: 'Higher: families with children get no more fines; reminders and bills still come.',
    fr: 'Plus élevé : les familles n’ont plus d’amendes pour leurs enfants ; les rappels et les notes continuent d’arriver.',
  },
  example: {
    nl: '14: een kind van 13 betaalt niets, vanaf de veertiende verjaardag loopt de boete gewoon.',
    en: '14: a child of 13 pays nothing, from the fourteenth birthday fines run as usual.',
    fr: '14 : un enfant de 13 ans ne paie rien ; dès ses quatorze ans, l’amende court normalement.',
  },
  synonyms: {
    nl: ['boetevrij', 'leeftijdsgrens boete', 'kinderen geen boete', 'vrijstelling', 'jeugd'],
    en: ['fine-free', 'age limit', 'children no fines', 'exemption'],
    fr: ['exonération', 'limite d’âge', 'enfants sans amende'],
  },
})

/** For what is lent by the hour, such as a laptop or a room. Source: domain/1 §3.3 (fine-free minutes), [O-FINE]. */
export const minuteFine = defineParameter({
  name: 'circulation.minute-fine',
  area: 'fines',
  schema: Type.Object({
    amountCents: Cents,
    perMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
    graceMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
  }, { additionalProperties: false }),
  default: { amountCents: 0, perMinutes: 60, graceMinutes: 0 },
  ...prices,
  levels: atPlace,
  dimensions: ruleLine,
  fields: {
    amountCents: { unit: 'cents', title: { nl: 'bedrag', en: 'amount', fr: 'montant' } },
    perMinutes: { unit: 'minutes', title: { nl: 'per', en: 'per', fr: 'par' } },
    graceMinutes: { unit: 'minutes', title: { nl: 'boetevrij', en: 'free of fine', fr: 'sans amende' } },
  },
  title: { nl: 'Boete per minuten', en: 'Fine by the minute', fr: 'Amende à la minute' },
  help: {
    nl: 'De boete voor wat per uur uitgeleend wordt: een bedrag per begonnen aantal minuten, na een boetevrije tijd.',
    en: 'The fine for what is lent by the hour: an amount per started number of minutes, after a time without a fine.',
    fr: 'L’amende pour ce qui se prête à l’heure : un montant par tranche de minutes entamée, après un délai de grâce.',
  },
  consequence: {
    nl: 'Geldt alleen voor materiaal met een uitleentijd in uren, zoals een laptop of een studieruimte; boeken volgen de boete van het reglement.',
    en: 'Holds only for material lent by the hour, such as a laptop or a study room; books follow the fine of the rules.',
    fr: 'Ne vaut que pour ce qui se prête à l’heure, comme un ordinateur portable ou une salle d’étude ; les livres suivent l’amende du règlement.',
  },
  example: {
    nl: '€ 1,00 per 60 minuten, 15 boetevrij: wie een laptop 80 minuten te laat terugbrengt, betaalt € 2,00.',
    en: '€ 1.00 per 60 minutes, 15 free: whoever returns a laptop 80 minutes late pays € 2.00.',
    fr: '1,00 € par 60 minutes, 15 minutes sans amende : un ordinateur portable rendu 80 minutes trop tard coûte 2,00 €.',
  },
  synonyms: {
    nl: ['boetevrije minuten', 'uurboete', 'boete per uur', 'telaatgeld'],
    en: ['grace minutes', 'hourly fine', 'late fee'],
    fr: ['amende horaire', 'minutes de grâce', 'amende de retard'],
  },
})

/** An item lent on without having been returned. Source: domain/1 §2.6 (NNTBOET), [O-PROP], [UITL]. */
export const bypassedReturnFine = defineParameter({
  name: 'circulation.bypassed-return-fine',
  area: 'fines',
  ...yesNo(false),
  levels: atLibrary,
  title: {
    nl: 'Boete voor wie niet zelf inleverde',
    en: 'Fine for whoever did not return it',
    fr: 'Amende en l’absence de retour',
  },
  help: {
    nl: 'Of de lopende boete blijft als een exemplaar aan iemand anders wordt uitgeleend zonder dat het was ingeleverd.',
    en: 'Whether the running fine stays when an item is lent to somebody else without having been returned.',
    fr: 'Indique si l’amende en cours reste due quand un document est prêté à un autre usager sans avoir été rendu.',
  },
  consequence: {
    nl: 'Nee: de lening van de eerste lener wordt geannuleerd en zijn boete vervalt. Ja: die boete blijft openstaan.',
    en: 'No: the first borrower’s loan is cancelled and the fine lapses. Yes: that fine stays due.',
    fr: 'Non : le prêt du premier usager est annulé et son amende disparaît. Oui : cette amende reste due.',
  },
  example: {
    nl: 'Nee: Jan geeft zijn te late boek door aan Els, die ermee naar de balie komt; Jan betaalt niets.',
    en: 'No: Jan hands his overdue book to Els, who brings it to the desk; Jan pays nothing.',
    fr: 'Non : Jan passe son livre en retard à Els, qui vient au comptoir ; Jan ne paie rien.',
  },
  synonyms: {
    nl: ['NNTBOET', 'niet normaal ingenomen', 'omzeilde inname', 'doorgegeven exemplaar'],
    en: ['NNTBOET', 'not checked in', 'bypassed return'],
    fr: ['NNTBOET', 'retour contourné', 'document transmis'],
  },
})

export const finesParameters = [fineFreeAge, minuteFine, bypassedReturnFine] as const
