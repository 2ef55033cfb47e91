import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { monthNames } from '#core/contract/month.ts'

const levels = ['system', 'group', 'library', 'branch', 'bookmobile', 'stop'] as const

/** Whether "close" proposes more time for what is due on the closed days. */
export const extendLoans = defineParameter({
  name: 'branches.extend-loans',
  area: 'calendar',
  schema: Type.Boolean(),
  default: true,
  unit: 'yes-no',
  levels,
  title: { nl: 'Meer tijd bij sluiting', en: 'More time when closed', fr: 'Plus de temps en cas de fermeture' },
  help: {
    nl: 'Of het venster “sluiten” voorstelt om meer tijd te geven voor wat dan terug moet.',
    en: 'Whether the “close” dialog proposes to give more time for what is due then.',
    fr: 'Indique si la fenêtre « fermer » propose de donner plus de temps pour ce qui doit être rendu ces jours-là.',
  },
  consequence: {
    nl: 'Ja: wie sluit, ziet het voorstel al aangevinkt en moet het uitzetten om leners geen extra dagen te geven.',
    en: 'Yes: whoever closes finds the proposal ticked and has to untick it to give borrowers no extra days.',
    fr: 'Oui : dans cette fenêtre, la proposition est déjà cochée ; il faut la décocher pour ne pas donner de jours supplémentaires.',
  },
  example: {
    nl: 'Ja: sluit je van 5 tot 9 mei, dan stelt de console voor om alles wat dan terug moet op te schuiven naar 10 mei.',
    en: 'Yes: close from 5 to 9 May and the console proposes to move everything due then to 10 May.',
    fr: 'Oui : si vous fermez du 5 au 9 mai, la console propose de reporter au 10 mai tout ce qui devait être rendu alors.',
  },
  synonyms: {
    nl: ['uitleentermijn verlengen', 'inleverdatum opschuiven', 'sluiting'],
    en: ['extend loans', 'move due dates', 'closure'],
    fr: ['prolonger les prêts', 'reporter la date de retour', 'fermeture'],
  },
})

/** Whether "close" proposes that the closed days cost no fines: `V` instead of `G`. */
export const noFines = defineParameter({
  name: 'branches.no-fines',
  area: 'calendar',
  schema: Type.Boolean(),
  default: false,
  unit: 'yes-no',
  levels,
  title: {
    nl: 'Geen boete over sluitingsdagen',
    en: 'No fines over closed days',
    fr: 'Pas d’amende pour les jours de fermeture',
  },
  help: {
    nl: 'Of het venster “sluiten” voorstelt om over die dagen geen boete te rekenen (vakantie, niet gesloten).',
    en: 'Whether the “close” dialog proposes to charge no fines over these days (holiday instead of closed).',
    fr: 'Indique si la fenêtre « fermer » propose de ne pas compter d’amende pour ces jours (congé au lieu de fermé).',
  },
  consequence: {
    nl: 'Ja: sluitingsdagen krijgen het voorstel “vakantie”, zodat leners over die dagen geen boete betalen.',
    en: 'Yes: closed days are proposed as “holiday”, so that borrowers pay no fine over those days.',
    fr: 'Oui : les jours de fermeture sont proposés comme « congé », et les usagers ne paient pas d’amende pour ces jours.',
  },
  example: {
    nl: 'Ja: een week dicht in augustus, en wie al te laat was, betaalt voor die week niets extra.',
    en: 'Yes: closed for a week in August, and whoever was already late pays nothing more for that week.',
    fr: 'Oui : pour une semaine de fermeture en août, l’usager déjà en retard ne paie rien de plus.',
  },
  synonyms: {
    nl: ['boetevrij', 'vakantiedagen', 'sluiting zonder boete'],
    en: ['fine-free', 'holidays', 'closure without fines'],
    fr: ['sans amende', 'jours de congé', 'fermeture sans amende'],
  },
})

/** What the public reads when a closing is entered without words of its own. */
export const closingText = defineParameter({
  name: 'branches.closing-text',
  area: 'calendar',
  schema: Type.String({ minLength: 1, maxLength: 250, pattern: '\\S' }),
  default: 'Uitzonderlijk gesloten',
  unit: 'text',
  levels,
  title: { nl: 'Voorgestelde sluitingstekst', en: 'Proposed closing text', fr: 'Texte de fermeture proposé' },
  help: {
    nl: 'De reden die het venster “sluiten” voorstelt; de bezoeker leest ze op de website.',
    en: 'The reason that the “close” dialog proposes; visitors read it on the website.',
    fr: 'Le motif que propose la fenêtre « fermer » ; le visiteur le lit sur le site.',
  },
  consequence: {
    nl: 'Wie een sluiting invoert zonder eigen tekst, zet deze woorden op de website en in de feed.',
    en: 'Whoever enters a closing without words of their own puts these on the website and in the feed.',
    fr: 'Une fermeture saisie sans texte propre affiche ces mots sur le site et dans le flux.',
  },
  example: {
    nl: '“Uitzonderlijk gesloten”: dat leest de bezoeker bij maandag 21 juli.',
    en: '“Uitzonderlijk gesloten” (exceptionally closed): that is what visitors read at Monday 21 July.',
    fr: '« Uitzonderlijk gesloten » (fermé exceptionnellement) : c’est ce que lit le visiteur au lundi 21 juillet.',
  },
  synonyms: {
    nl: ['reden van sluiting', 'tekst website', 'sluitingsdag'],
    en: ['closing reason', 'website text', 'closing day'],
    fr: ['motif de fermeture', 'texte du site', 'jour de fermeture'],
  },
})

/** How far ahead websites show closings. */
export const feedDays = defineParameter({
  name: 'branches.feed-days',
  area: 'calendar',
  schema: Type.Integer({ minimum: 7, maximum: 400 }),
  default: 90,
  unit: 'days',
  levels,
  title: {
    nl: 'Sluitingen vooruit op de website',
    en: 'Closings ahead on the website',
    fr: 'Fermetures annoncées sur le site',
  },
  help: {
    nl: 'Hoeveel dagen vooruit de website sluitingsdagen toont.',
    en: 'How many days ahead the website shows closing days.',
    fr: 'Nombre de jours à l’avance où le site annonce les jours de fermeture.',
  },
  consequence: {
    nl: 'Langer: bezoekers zien zomersluitingen vroeger aankomen. Korter: de lijst op de website blijft kort.',
    en: 'Longer: visitors see summer closings coming earlier. Shorter: the list on the website stays short.',
    fr: 'Plus long : les visiteurs sont informés plus tôt des fermetures d’été. Plus court : la liste sur le site reste brève.',
  },
  example: {
    nl: '90 dagen: op 1 juni staan de sluitingsdagen tot en met 30 augustus op de website.',
    en: '90 days: on 1 June the website shows closing days up to and including 30 August.',
    fr: '90 jours : le 1er juin, le site affiche les jours de fermeture jusqu’au 30 août inclus.',
  },
  synonyms: {
    nl: ['sluitingsdagen op de website', 'feed', 'vooruitkijken'],
    en: ['closing days on the website', 'feed', 'look-ahead'],
    fr: ['jours de fermeture sur le site', 'flux', 'anticipation'],
  },
})

/** How long before a provisional end somebody is asked whether it still stands. */
export const provisionalReminder = defineParameter({
  name: 'branches.provisional-reminder',
  area: 'calendar',
  schema: Type.Integer({ minimum: 0, maximum: 90 }),
  default: 7,
  unit: 'days',
  levels,
  title: {
    nl: 'Navraag bij voorlopig einde',
    en: 'Asking about a provisional end',
    fr: 'Rappel avant une fin provisoire',
  },
  help: {
    nl: 'Hoeveel dagen voor het voorlopige einde van een sluiting de console vraagt of het nog klopt.',
    en: 'How many days before the provisional end of a closing the console asks whether it still stands.',
    fr: 'Nombre de jours, avant la fin provisoire d’une fermeture, où la console demande si cette date est toujours valable.',
  },
  consequence: {
    nl: '0: de vraag komt pas op de laatste dag zelf. Meer: je kunt bezoekers en leners tijdig verwittigen als het langer duurt.',
    en: '0: the question comes only on the last day itself. More: visitors and borrowers can be told in time when it takes longer.',
    fr: '0 : la question n’est posée que le dernier jour. Davantage : vous pouvez prévenir à temps les visiteurs et les usagers si la fermeture se prolonge.',
  },
  example: {
    nl: '7 dagen: werken die voorlopig tot 30 september duren, komen op 23 september opnieuw op de startpagina.',
    en: '7 days: works that provisionally last until 30 September come back on the landing page on 23 September.',
    fr: '7 jours : des travaux prévus jusqu’au 30 septembre reviennent le 23 septembre sur la page d’accueil.',
  },
  synonyms: {
    nl: ['tijdelijke sluiting', 'verbouwing', 'einddatum', 'herinnering'],
    en: ['temporary closure', 'building works', 'end date', 'reminder'],
    fr: ['fermeture temporaire', 'travaux', 'date de fin', 'rappel'],
  },
})

/** From how many days of known hours downwards the landing page warns. */
export const hoursWarning = defineParameter({
  name: 'branches.hours-warning',
  area: 'calendar',
  schema: Type.Integer({ minimum: 1, maximum: 366 }),
  default: 60,
  unit: 'days',
  levels,
  title: {
    nl: 'Waarschuwing voor aflopende uren',
    en: 'Warning of hours that end',
    fr: 'Avertissement avant la fin des heures connues',
  },
  help: {
    nl: 'Vanaf hoeveel resterende dagen met gekende uren de startpagina waarschuwt.',
    en: 'From how many remaining days of known hours downwards the landing page warns.',
    fr: 'Nombre de jours restants d’heures d’ouverture connues à partir duquel la page d’accueil avertit.',
  },
  consequence: {
    nl: 'Meer dagen: de waarschuwing komt vroeger, en er blijft tijd om de nieuwe uren in te voeren voor er geleend wordt tot na het einde.',
    en: 'More days: the warning comes earlier, which leaves time to enter new hours before loans run past the end.',
    fr: 'Davantage de jours : l’avertissement vient plus tôt, et vous avez le temps d’encoder les nouvelles heures avant que des prêts ne courent au-delà de la fin.',
  },
  example: {
    nl: '60 dagen: uren die eindigen op 31 december, staan vanaf 1 november op de startpagina.',
    en: '60 days: hours that end on 31 December are on the landing page from 1 November.',
    fr: '60 jours : des heures qui finissent le 31 décembre figurent dès le 1er novembre sur la page d’accueil.',
  },
  synonyms: {
    nl: ['openingsuren lopen af', 'waarschuwing', 'startpagina'],
    en: ['opening hours expire', 'warning', 'landing page'],
    fr: ['fin des heures d’ouverture', 'avertissement', 'page d’accueil'],
  },
})

/** From which month on next year's calendar is asked for. */
export const roundMonth = defineParameter({
  name: 'branches.round-month',
  area: 'calendar',
  schema: Type.Enum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  default: 10,
  unit: 'choice',
  choices: monthNames,
  levels: ['system', 'group', 'library'],
  title: { nl: 'Begin van de jaarronde', en: 'Start of the yearly round', fr: 'Début de la campagne annuelle' },
  help: {
    nl: 'Vanaf welke maand de console vraagt om de kalender van volgend jaar te bevestigen.',
    en: 'From which month the console asks to confirm next year’s calendar.',
    fr: 'Mois à partir duquel la console demande de confirmer le calendrier de l’année suivante.',
  },
  consequence: {
    nl: 'Later: er is minder tijd om de kalender na te kijken voor de eerste leningen in het nieuwe jaar vervallen.',
    en: 'Later: there is less time to check the calendar before the first loans fall due in the new year.',
    fr: 'Plus tard : il reste moins de temps pour vérifier le calendrier avant les premières dates de retour de la nouvelle année.',
  },
  example: {
    nl: 'Oktober: vanaf 1 oktober 2026 vraagt de startpagina om de kalender van 2027 te bevestigen.',
    en: 'October: from 1 October 2026 the landing page asks to confirm the calendar of 2027.',
    fr: 'Octobre : dès le 1er octobre 2026, la page d’accueil demande de confirmer le calendrier de 2027.',
  },
  synonyms: {
    nl: ['jaarkalender', 'kalender bevestigen', 'volgend jaar'],
    en: ['yearly calendar', 'confirm calendar', 'next year'],
    fr: ['calendrier annuel', 'confirmer le calendrier', 'année suivante'],
  },
})

export const branchesParameters = [
  extendLoans,
  noFines,
  closingText,
  feedDays,
  provisionalReminder,
  hoursWarning,
  roundMonth,
] as const
