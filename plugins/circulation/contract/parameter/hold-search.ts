import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '#plugins/parameters/contract/level.ts'
import { material } from '#plugins/parameters/contract/list.ts'
import { whole, yesNo } from '#plugins/parameters/contract/shape.ts'

/** The search order branch, network, system. Source: domain/2 §5.4, [O5], [O42]. */
export const holdSearch = defineParameter({
  name: 'circulation.hold-search',
  area: 'holds',
  schema: Type.Enum(['branch', 'network', 'system']),
  default: 'network',
  unit: 'choice',
  levels: atPlace,
  dimensions: [material],
  choices: {
    branch: { nl: 'tot in de vestiging', en: 'no further than the branch', fr: 'dans l’implantation seulement' },
    network: { nl: 'tot in het netwerk', en: 'no further than the network', fr: 'jusque dans le réseau' },
    system: { nl: 'tot in het hele systeem', en: 'the whole system', fr: 'jusque dans tout le système' },
  },
  title: { nl: 'Hoe ver een reservering zoekt', en: 'How far a hold looks', fr: 'Étendue de la recherche' },
  help: {
    nl: 'Waar een reservering voor deze materiaalsoort ten slotte zoekt, na de wachtdagen per stap.',
    en: 'Where a hold for this material looks in the end, after the days of waiting for each step.',
    fr: 'Jusqu’où une réservation pour ce type de document est cherchée, après les jours d’attente de chaque étape.',
  },
  consequence: {
    nl: 'Verder: er worden meer exemplaren gevonden, en er komen meer leveringen tussen bibliotheken.',
    en: 'Further: more items are found, and there are more deliveries between libraries.',
    fr: 'Plus loin : on trouve davantage de documents, avec plus de livraisons entre bibliothèques.',
  },
  example: {
    nl: 'Boeken tot in het hele systeem, sprinters tot in de vestiging: een sprinter komt nooit van elders.',
    en: 'Books in the whole system, sprinters no further than the branch: a sprinter never comes from elsewhere.',
    fr: 'Les livres jusque dans tout le système, les sprinters dans l’implantation seulement : un sprinter ne vient jamais d’ailleurs.',
  },
  synonyms: {
    nl: ['zoekvolgorde', 'niveau van reservering', 'vestiging netwerk systeem'],
    en: ['search order', 'hold level', 'escalation'],
    fr: ['ordre de recherche', 'niveau de réservation'],
  },
})

/** Source: domain/1 §3.3 (days before moving branch, network, system), [O-HOLDS]. */
export const holdBranchDays = defineParameter({
  name: 'circulation.hold-branch-days',
  area: 'holds',
  ...whole('days', { from: 0, to: 365, standard: 0 }),
  levels: atPlace,
  dimensions: [material],
  onlyWhen: { parameter: holdSearch, is: ['network', 'system'] },
  title: {
    nl: 'Dagen zoeken in de vestiging',
    en: 'Days of looking in the branch',
    fr: 'Jours de recherche dans l’implantation',
  },
  help: {
    nl: 'Hoeveel dagen een reservering eerst alleen in de eigen vestiging zoekt.',
    en: 'For how many days a hold looks in its own branch only.',
    fr: 'Nombre de jours pendant lesquels une réservation est d’abord cherchée dans sa seule implantation.',
  },
  consequence: {
    nl: 'Meer: het eigen exemplaar komt vaker op tijd terug, maar de lener wacht langer.',
    en: 'More: the branch’s own item comes back in time more often, but the borrower waits longer.',
    fr: 'Davantage : l’exemplaire local revient plus souvent à temps, mais l’usager attend plus longtemps.',
  },
  example: {
    nl: '3: een reservering van maandag zoekt vanaf donderdag ook in de andere vestigingen.',
    en: '3: a hold of Monday looks in the other branches too from Thursday.',
    fr: '3 : une réservation du lundi est aussi cherchée dans les autres implantations à partir du jeudi.',
  },
  synonyms: {
    nl: ['doorschuiven reservering', 'wachtdagen', 'overgang naar netwerk'],
    en: ['move to network', 'waiting days', 'escalate hold'],
    fr: ['passage au réseau', 'jours d’attente'],
  },
})

/** Source: domain/1 §3.3 (days before moving branch, network, system), [O-HOLDS]. */
export const holdNetworkDays = defineParameter({
  name: 'circulation.hold-network-days',
  area: 'holds',
  ...whole('days', { from: 0, to: 365, standard: 7 }),
  levels: atPlace,
  dimensions: [material],
  onlyWhen: { parameter: holdSearch, is: ['system'] },
  title: {
    nl: 'Dagen zoeken in het netwerk', en: 'Days of looking in the network', fr: 'Jours de recherche dans le réseau',
  },
  help: {
    nl: 'Hoeveel dagen een reservering daarna in het netwerk zoekt voor ze naar het hele systeem gaat.',
    en: 'For how many days a hold then looks in the network before it goes to the whole system.',
    fr: 'Nombre de jours pendant lesquels une réservation est ensuite cherchée dans le réseau, avant de passer à tout le système.',
  },
  consequence: {
    nl: 'Minder: er worden sneller exemplaren bij andere bibliotheken opgevraagd, wat de levering betaald maakt.',
    en: 'Fewer: items are asked of other libraries sooner, which makes the delivery a paid one.',
    fr: 'Moins : la demande passe plus vite à d’autres bibliothèques, ce qui rend la livraison payante.',
  },
  example: {
    nl: '7: wat na een week nergens in het netwerk binnenkwam, wordt bij een andere bibliotheek gevraagd.',
    en: '7: what came in nowhere in the network within a week is asked of another library.',
    fr: '7 : ce qui n’est rentré nulle part dans le réseau en une semaine est demandé à une autre bibliothèque.',
  },
  synonyms: {
    nl: ['doorschuiven reservering', 'overgang naar IBL', 'wachtdagen'],
    en: ['move to system', 'escalate to ILL', 'waiting days'],
    fr: ['passage au PEB', 'jours d’attente'],
  },
})

/** Source: domain/1 §3.3 (0-9, lower first), [O-HOLDP]. */
export const holdPriority = defineParameter({
  name: 'circulation.hold-priority',
  area: 'holds',
  ...whole('count', { from: 0, to: 9, standard: 5 }),
  levels: atPlace,
  dimensions: [material],
  title: { nl: 'Voorrang van een reservering', en: 'Priority of a hold', fr: 'Priorité d’une réservation' },
  help: {
    nl: 'Van 0 (eerst) tot 9 (laatst). Bij gelijke voorrang gaat de oudste reservering voor.',
    en: 'From 0 (first) to 9 (last). At equal priority the oldest hold goes first.',
    fr: 'De 0 (en premier) à 9 (en dernier). À priorité égale, la réservation la plus ancienne passe d’abord.',
  },
  consequence: {
    nl: 'Lager: deze materiaalsoort wordt vroeger van het rek gehaald dan de andere op de kastlijst.',
    en: 'Lower: this material is taken from the shelf before the others on the list.',
    fr: 'Plus bas : ce type de document est prélevé en rayon avant les autres de la liste.',
  },
  example: {
    nl: '2 voor dvd’s en 5 voor boeken: op de kastlijst staan de dvd’s eerst.',
    en: '2 for DVDs and 5 for books: the DVDs come first on the shelf list.',
    fr: '2 pour les DVD et 5 pour les livres : les DVD viennent d’abord sur la liste.',
  },
  synonyms: {
    nl: ['prioriteit', 'wachtrij', 'volgorde reserveringen'],
    en: ['priority', 'queue', 'order of holds'],
    fr: ['priorité', 'file d’attente', 'ordre'],
  },
})

/** Switched off during a closure, for instance. Source: domain/1 §2.9, [N-PROB]. */
export const holdOnline = defineParameter({
  name: 'circulation.hold-online',
  area: 'holds',
  ...yesNo(true),
  levels: atPlace,
  title: { nl: 'Online reserveren', en: 'Holds online', fr: 'Réserver en ligne' },
  help: {
    nl: 'Of leners zelf kunnen reserveren op de website.',
    en: 'Whether borrowers can place holds themselves on the website.',
    fr: 'Indique si les usagers peuvent réserver eux-mêmes sur le site.',
  },
  consequence: {
    nl: 'Nee: de knop verdwijnt van de website; reserveren kan alleen nog aan de balie.',
    en: 'No: the button goes from the website; holds are placed at the desk only.',
    fr: 'Non : le bouton disparaît du site ; on ne peut plus réserver qu’au comptoir.',
  },
  example: {
    nl: 'Nee van 20 september tot 20 oktober, zolang de bib dicht is.',
    en: 'No from 20 September to 20 October, as long as the library is closed.',
    fr: 'Non du 20 septembre au 20 octobre, tant que la bibliothèque est fermée.',
  },
  synonyms: {
    nl: ['reserveren via website', 'Mijn Bibliotheek', 'online aanvraag'],
    en: ['web holds', 'online request'],
    fr: ['réservation web', 'demande en ligne'],
  },
})

/** Source: domain/1 §9 [T-WAAS] (also for items on the shelf). */
export const holdOnShelf = defineParameter({
  name: 'circulation.hold-on-shelf',
  area: 'holds',
  ...yesNo(true),
  levels: atPlace,
  dimensions: [material],
  title: {
    nl: 'Reserveren wat in het rek staat', en: 'Holds on what is on the shelf', fr: 'Réserver ce qui est en rayon',
  },
  help: {
    nl: 'Of een lener iets kan reserveren waarvan in de afhaallocatie zelf een exemplaar binnen is.',
    en: 'Whether a borrower can place a hold while an item is in at the pick-up place itself.',
    fr: 'Indique si l’usager peut réserver un titre dont un exemplaire est en rayon au lieu de retrait même.',
  },
  consequence: {
    nl: 'Ja: medewerkers halen elke dag meer uit het rek. Nee: de lener zoekt het zelf, met het risico dat het weg is.',
    en: 'Yes: staff fetch more from the shelves every day. No: borrowers look for it, at the risk that it is gone.',
    fr: 'Oui : le personnel prélève davantage chaque jour. Non : l’usager cherche lui-même, au risque de ne plus le trouver.',
  },
  example: {
    nl: 'Ja: wie om 9 uur reserveert, vindt het boek om 14 uur klaar aan de balie.',
    en: 'Yes: whoever places a hold at 9 finds the book ready at the desk at 14:00.',
    fr: 'Oui : réservé à 9 h, le livre attend l’usager au comptoir à 14 h.',
  },
  synonyms: {
    nl: ['exemplaar binnen', 'beschikbaar exemplaar', 'uit het rek'],
    en: ['available item', 'on shelf', 'page'],
    fr: ['document disponible', 'en rayon'],
  },
})

/** Whether items on order (status I) can be put on hold. Source: domain/2 §6.2, [L19]. */
export const holdOnOrder = defineParameter({
  name: 'circulation.hold-on-order',
  area: 'holds',
  ...yesNo(true),
  levels: atLibrary,
  dimensions: [material],
  title: { nl: 'Reserveren wat besteld is', en: 'Holds on what is on order', fr: 'Réserver ce qui est commandé' },
  help: {
    nl: 'Of leners kunnen reserveren op een exemplaar dat nog bij de leverancier ligt.',
    en: 'Whether borrowers can place a hold on an item that is still with the supplier.',
    fr: 'Indique si les usagers peuvent réserver un exemplaire qui est encore chez le fournisseur.',
  },
  consequence: {
    nl: 'Nee: een reservering op een nieuwe titel kan ongewild een aanvraag bij een andere bibliotheek worden.',
    en: 'No: a hold on a new title may become a request to another library by accident.',
    fr: 'Non : une réservation sur une nouveauté peut devenir malgré elle une demande à une autre bibliothèque.',
  },
  example: {
    nl: 'Ja: de nieuwe thriller is op 1 mei besteld, en er staan al twaalf leners op de lijst voor hij er is.',
    en: 'Yes: the new thriller was ordered on 1 May, and twelve borrowers are waiting before it arrives.',
    fr: 'Oui : le nouveau thriller est commandé le 1er mai, et douze usagers sont déjà sur la liste avant son arrivée.',
  },
  synonyms: {
    nl: ['in bestelling', 'nieuwe aanwinsten', 'status I', 'verwacht'],
    en: ['on order', 'new titles', 'pre-order'],
    fr: ['en commande', 'nouveautés', 'à paraître'],
  },
})

export const holdSearchParameters = [
  holdSearch, holdBranchDays, holdNetworkDays, holdPriority, holdOnline, holdOnShelf, holdOnOrder,
] as const
