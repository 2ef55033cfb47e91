import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '#plugins/parameters/contract/level.ts'
import { membership } from '#plugins/parameters/contract/list.ts'
import { whole, yesNo } from '#plugins/parameters/contract/shape.ts'

/** Source: domain/1 §3.3 (online renewal allowed), domain/2 §4.1, [ONL], [L5]. */
export const onlineRenewal = defineParameter({
  name: 'patrons.online-renewal',
  area: 'membership',
  ...yesNo(false),
  levels: atLibrary,
  title: { nl: 'Online hernieuwen', en: 'Renewing online', fr: 'Renouveler en ligne' },
  help: {
    nl: 'Of leners hun lidmaatschap zelf kunnen hernieuwen op de website.',
    en: 'Whether borrowers can renew their membership themselves on the website.',
    fr: 'Indique si les usagers peuvent renouveler eux-mêmes leur abonnement sur le site.',
  },
  consequence: {
    nl: 'Ja: leners hoeven er niet meer voor naar de balie; met online betalen is het lidgeld meteen in orde.',
    en: 'Yes: borrowers need not come to the desk; with online payment the fee is settled at once.',
    fr: 'Oui : les usagers ne doivent plus venir au comptoir ; avec le paiement en ligne, la cotisation est réglée aussitôt.',
  },
  example: {
    nl: 'Ja: Els hernieuwt op zondagavond en leent maandag gewoon verder.',
    en: 'Yes: Els renews on Sunday evening and goes on borrowing on Monday.',
    fr: 'Oui : Els renouvelle le dimanche soir et continue d’emprunter le lundi.',
  },
  synonyms: {
    nl: ['online herinschrijven', 'verlengen abonnement', 'Mijn Bibliotheek'],
    en: ['online re-enrolment', 'renew subscription'],
    fr: ['réinscription en ligne', 'prolonger l’abonnement'],
  },
})

/** Allowing new members implies renewing. Source: domain/1 §3.3, domain/2 §4.1, [ONL], [L5]. */
export const onlineRegistration = defineParameter({
  name: 'patrons.online-registration',
  area: 'membership',
  ...yesNo(false),
  levels: atLibrary,
  checks: [{
    with: onlineRenewal,
    holds: (registration, renewal) => !registration || renewal === true,
    says: {
      nl: 'Wie nieuwe leden online toelaat, laat ook online hernieuwen toe.',
      en: 'Whoever lets new members enrol online lets members renew online too.',
      fr: 'Si vous permettez l’inscription en ligne, permettez aussi le renouvellement en ligne.',
    },
  }],
  title: { nl: 'Online inschrijven', en: 'Enrolling online', fr: 'S’inscrire en ligne' },
  help: {
    nl: 'Of nieuwe leden zich op de website kunnen inschrijven.',
    en: 'Whether new members can enrol on the website.',
    fr: 'Indique si de nouveaux membres peuvent s’inscrire sur le site.',
  },
  consequence: {
    nl: 'Ja: wie zich inschreef, gebruikt meteen de digitale collecties en komt één keer langs om te kunnen lenen.',
    en: 'Yes: whoever enrolled uses the digital collections at once and comes by once to be able to borrow.',
    fr: 'Oui : le nouveau membre accède aussitôt aux collections numériques et doit passer une fois pour pouvoir emprunter.',
  },
  example: {
    nl: 'Ja: Bram schrijft zich om 22 uur in en haalt zaterdag zijn kaart op.',
    en: 'Yes: Bram enrols at 22:00 and collects his card on Saturday.',
    fr: 'Oui : Bram s’inscrit à 22 h et retire sa carte le samedi.',
  },
  synonyms: {
    nl: ['online inschrijving', 'nieuw lid', 'zelf inschrijven'],
    en: ['online enrolment', 'new member', 'self-registration'],
    fr: ['inscription en ligne', 'nouveau membre'],
  },
})

/** Source: domain/2 §1.6, §4.2, [L5], [L7]. */
export const onlineChoice = defineParameter({
  name: 'patrons.online-choice',
  area: 'membership',
  schema: Type.Enum(['none', 'renew', 'choose']),
  default: 'renew',
  unit: 'choice',
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: onlineRenewal, is: [true] },
  choices: {
    none: { nl: 'niet online', en: 'not online', fr: 'pas en ligne' },
    renew: { nl: 'alleen hernieuwen', en: 'renewing only', fr: 'renouvellement seulement' },
    choose: { nl: 'ook voor nieuwe leden', en: 'for new members too', fr: 'aussi pour les nouveaux membres' },
  },
  title: { nl: 'Lidsoort online', en: 'Membership type online', fr: 'Type d’abonnement en ligne' },
  help: {
    nl: 'Wat er online kan met deze lidsoort. Instellingen en klassen nemen nooit deel.',
    en: 'What can be done online with this type of membership. Institutions and classes never take part.',
    fr: 'Ce que permet en ligne ce type d’abonnement. Les institutions et les classes en sont toujours exclues.',
  },
  consequence: {
    nl: 'Ook voor nieuwe leden: de lidsoort staat in de keuzelijst van het inschrijfformulier, volgens leeftijd en woonplaats.',
    en: 'For new members too: the type is in the list of the enrolment form, by age and residence.',
    fr: 'Aussi pour les nouveaux membres : l’abonnement figure dans la liste du formulaire d’inscription, selon l’âge et le domicile.',
  },
  example: {
    nl: 'Ook voor nieuwe leden bij 60 Volwassene, alleen hernieuwen bij 121 Leerkracht.',
    en: 'For new members too with 60 Adult, renewing only with 121 Teacher.',
    fr: 'Aussi pour les nouveaux membres avec 60 Adulte, renouvellement seulement avec 121 Enseignant.',
  },
  synonyms: {
    nl: ['abonnementssoort online', 'keuzelijst', 'online menu'],
    en: ['online subscription type', 'online menu'],
    fr: ['type d’abonnement en ligne', 'menu en ligne'],
  },
})

/** Special types get an internet block after renewing. Source: domain/2 §4.2, [L7]. */
export const onlineCheck = defineParameter({
  name: 'patrons.online-check',
  area: 'membership',
  ...yesNo(false),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: onlineRenewal, is: [true] },
  title: {
    nl: 'Recht nakijken na online hernieuwen',
    en: 'Check the right after renewing online',
    fr: 'Vérifier le droit après un renouvellement en ligne',
  },
  help: {
    nl: 'Of wie deze lidsoort online hernieuwt, eerst aan de balie moet tonen dat hij er nog recht op heeft.',
    en: 'Whether whoever renews this type online first shows at the desk that they still have a right to it.',
    fr: 'Indique si l’usager qui renouvelle cet abonnement en ligne doit d’abord prouver au comptoir qu’il y a encore droit.',
  },
  consequence: {
    nl: 'Ja: tot de balie bevestigt, kan de lener niets lenen; digitale collecties en reserveringen werken wel.',
    en: 'Yes: until the desk confirms the borrower can borrow nothing; digital collections and holds do work.',
    fr: 'Oui : jusqu’à la confirmation au comptoir, l’usager ne peut rien emprunter ; les collections numériques et les réservations fonctionnent.',
  },
  example: {
    nl: 'Ja voor 123 Leerkracht in opleiding: een student toont zijn studentenkaart.',
    en: 'Yes for 123 Teacher in training: a student shows a student card.',
    fr: 'Oui pour 123 Enseignant en formation : un étudiant montre sa carte d’étudiant.',
  },
  synonyms: {
    nl: ['internetblokkade', 'verminderd tarief', 'bewijs', 'controle'],
    en: ['internet block', 'reduced rate', 'proof', 'check'],
    fr: ['blocage internet', 'tarif réduit', 'preuve'],
  },
})

/** The least age to enrol oneself. Source: domain/2 §4.2, [L7]. */
export const onlineAge = defineParameter({
  name: 'patrons.online-age',
  area: 'membership',
  ...whole('years', { from: 12, to: 18, standard: 12 }),
  levels: atLibrary,
  onlyWhen: { parameter: onlineRegistration, is: [true] },
  title: { nl: 'Zelf inschrijven vanaf', en: 'Enrol oneself from', fr: 'Âge pour s’inscrire soi-même' },
  help: {
    nl: 'Vanaf welke leeftijd iemand zich zonder ouders online kan inschrijven. De wet vraagt minstens 12.',
    en: 'From which age somebody can enrol online without parents. The law asks for at least 12.',
    fr: 'Âge à partir duquel on peut s’inscrire en ligne sans ses parents. La loi exige au moins 12 ans.',
  },
  consequence: {
    nl: 'Hoger: jongere kinderen schrijven zich met een ouder aan de balie in.',
    en: 'Higher: younger children enrol at the desk with a parent.',
    fr: 'Plus élevé : les plus jeunes s’inscrivent au comptoir avec un parent.',
  },
  example: {
    nl: '12: wie 11 is, krijgt op de website de vraag om met een ouder langs te komen.',
    en: '12: whoever is 11 is asked on the website to come by with a parent.',
    fr: '12 : le site invite un enfant de 11 ans à passer à la bibliothèque avec un parent.',
  },
  synonyms: {
    nl: ['minimumleeftijd', 'jeugd', 'kinderen online'],
    en: ['minimum age', 'children', 'youth online'],
    fr: ['âge minimum', 'enfants', 'jeunes en ligne'],
  },
})

/** The internet block. Source: domain/2 §4.1, §4.4, §4.6, [L5], [L8], [O33]. */
export const onlineBlock = defineParameter({
  name: 'patrons.online-block',
  area: 'membership',
  ...yesNo(true),
  levels: atLibrary,
  onlyWhen: { parameter: onlineRegistration, is: [true] },
  title: { nl: 'Eerst langs de balie', en: 'By the desk first', fr: 'Passage préalable au comptoir' },
  help: {
    nl: 'Of wie zich online inschreef, pas kan lenen nadat de balie zijn identiteit bevestigde.',
    en: 'Whether whoever enrolled online can borrow only once the desk has confirmed who they are.',
    fr: 'Indique si la personne inscrite en ligne ne peut emprunter qu’après confirmation de son identité au comptoir.',
  },
  consequence: {
    nl: 'Nee: nieuwe leden lenen meteen aan de zelfuitleen, en niemand heeft hun eID gezien.',
    en: 'No: new members borrow at self-service at once, and nobody has seen their eID.',
    fr: 'Non : les nouveaux membres empruntent aussitôt à l’automate, sans que personne ait vu leur eID.',
  },
  example: {
    nl: 'Ja: Bram leest thuis al de krant, en leent boeken zodra de balie zijn eID bekeek.',
    en: 'Yes: Bram already reads the paper at home, and borrows books once the desk has seen his eID.',
    fr: 'Oui : Bram lit déjà le journal chez lui, et emprunte des livres dès que le comptoir a vu son eID.',
  },
  synonyms: {
    nl: ['internetblokkade', 'identiteit bevestigen', 'online inschrijving'],
    en: ['internet block', 'confirm identity', 'online enrolment'],
    fr: ['blocage internet', 'confirmer l’identité'],
  },
})

/** PMS, exactly two months after. Source: domain/1 §4.1, domain/2 §4.4, [ONLFAQ]. */
export const onlineReminderMonths = defineParameter({
  name: 'patrons.online-reminder-months',
  area: 'membership',
  ...whole('months', { from: 1, to: 12, standard: 2 }),
  levels: atLibrary,
  onlyWhen: { parameter: onlineBlock, is: [true] },
  title: { nl: 'Herinnering om te bevestigen', en: 'Reminder to confirm', fr: 'Rappel de confirmation' },
  help: {
    nl: 'Na hoeveel maanden wie zich online inschreef en nog niet langskwam, één bericht krijgt.',
    en: 'After how many months whoever enrolled online and has not come by gets one message.',
    fr: 'Nombre de mois après lequel la personne inscrite en ligne qui n’est pas encore passée reçoit un seul message.',
  },
  consequence: {
    nl: 'Vroeger: meer mensen komen hun kaart nog ophalen; het lidmaatschap zelf verandert niet.',
    en: 'Earlier: more people still collect their card; the membership itself does not change.',
    fr: 'Plus tôt : davantage de personnes viennent encore retirer leur carte ; l’abonnement lui-même ne change pas.',
  },
  example: {
    nl: '2: ingeschreven op 26 oktober, bericht op 26 december.',
    en: '2: enrolled on 26 October, a message on 26 December.',
    fr: '2 : inscription le 26 octobre, message le 26 décembre.',
  },
  synonyms: {
    nl: ['PMS', 'nog te bevestigen', 'internetblokkade'],
    en: ['PMS', 'unconfirmed enrolment', 'internet block'],
    fr: ['PMS', 'inscription à confirmer'],
  },
})

/** Whoever never came is no member: what they typed is then forgotten. No source: the pages end only what was not paid. */
export const onlineEndMonths = defineParameter({
  name: 'patrons.online-end-months',
  area: 'membership',
  ...whole('months', { from: 0, to: 24, standard: 6 }),
  levels: atLibrary,
  onlyWhen: { parameter: onlineBlock, is: [true] },
  checks: [{
    with: onlineReminderMonths,
    holds: (end, reminder) => end === 0 || (typeof reminder === 'number' && end > reminder),
    says: {
      nl: 'Een online inschrijving vervalt pas na de herinnering om te bevestigen.',
      en: 'An online enrolment lapses only after the reminder to confirm.',
      fr: 'Une inscription en ligne n’est annulée qu’après le rappel de confirmation.',
    },
  }],
  title: { nl: 'Nooit bevestigd: vervalt na', en: 'Never confirmed: lapses after', fr: 'Jamais confirmée : annulée après' },
  help: {
    nl: 'Na hoeveel maanden een online inschrijving die niemand aan de balie kwam bevestigen, vervalt. 0: nooit.',
    en: 'After how many months an online enrolment that nobody came to confirm at the desk lapses. 0: never.',
    fr: 'Nombre de mois après lequel une inscription en ligne que personne n’est venu confirmer au comptoir est annulée. 0 : jamais.',
  },
  consequence: {
    nl: 'Een maand later wist Filiaal alles wat die persoon invulde. Bij 0 blijft de inschrijving wachten tot ze verloopt.',
    en: 'A month later Filiaal erases all that this person filled in. With 0 the enrolment waits until it expires.',
    fr: 'Un mois plus tard, Filiaal efface tout ce que cette personne a rempli. Avec 0, l’inscription attend jusqu’à son expiration.',
  },
  example: {
    nl: '6: ingeschreven op 26 oktober en nooit langs geweest, vervallen op 26 april en gewist op 26 mei.',
    en: '6: enrolled on 26 October and never came by, lapsed on 26 April and erased on 26 May.',
    fr: '6 : inscription le 26 octobre sans passage au comptoir, annulée le 26 avril et effacée le 26 mai.',
  },
  synonyms: {
    nl: ['opruimen', 'vervallen', 'niet bevestigd', 'wissen'],
    en: ['clean up', 'lapse', 'unconfirmed', 'erase'],
    fr: ['nettoyage', 'annulation', 'non confirmée', 'effacer'],
  },
})

export const onlineParameters = [
  onlineRenewal, onlineRegistration, onlineChoice, onlineCheck, onlineAge, onlineBlock, onlineReminderMonths, onlineEndMonths,
] as const
