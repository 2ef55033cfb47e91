import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '#plugins/parameters/contract/level.ts'
import { membership } from '#plugins/parameters/contract/list.ts'
import { never, noBlock, wholeOrNone } from '#plugins/parameters/contract/shape.ts'

/** The counter of items lent on without check-in. Source: domain/1 §2.6, domain/2 §2.2, [UITL], [TAB6]. */
export const notReturnedMost = defineParameter({
  name: 'circulation.not-returned-most',
  area: 'blocks',
  ...wholeOrNone('count', { from: 1, to: 100 }, noBlock),
  levels: atLibrary,
  title: { nl: 'Niet normaal ingenomen', en: 'Not normally returned', fr: 'Retours irréguliers' },
  help: {
    nl: 'Na hoeveel exemplaren, doorgegeven zonder ze in te leveren, een lener geblokkeerd is.',
    en: 'After how many items, handed on without being returned, a borrower is blocked.',
    fr: 'Nombre de documents transmis à un autre sans avoir été rendus à partir duquel un usager est bloqué.',
  },
  consequence: {
    nl: 'Een blokkering gaat weg als een medewerker de teller op nul zet.',
    en: 'The block goes when staff set the counter to nought.',
    fr: 'Le blocage disparaît quand le personnel remet le compteur à zéro.',
  },
  example: {
    nl: '5: bij het vijfde boek dat een vriend op eigen kaart laat zetten, spreekt de balie de lener aan.',
    en: '5: at the fifth book that a friend has put on their own card the desk has a word with the borrower.',
    fr: '5 : au cinquième livre qu’un ami fait inscrire sur sa propre carte, le comptoir en parle à l’usager.',
  },
  synonyms: {
    nl: ['teller', 'doorgegeven', 'niet ingenomen', 'omzeild'],
    en: ['counter', 'not checked in', 'handed on'],
    fr: ['compteur', 'transmis', 'non rendu'],
  },
})

/** Something on loan that is very late, in any library of a region that lends as one. Source: domain/1 §9 [T-BUUR]. */
export const overdueBlockDays = defineParameter({
  name: 'circulation.overdue-block-days',
  area: 'blocks',
  ...wholeOrNone('days', { from: 1, to: 1095 }, noBlock),
  levels: atLibrary,
  dimensions: [membership],
  shared: true,
  title: { nl: 'Te laat sinds', en: 'Late for', fr: 'Blocage pour long retard' },
  help: {
    nl: 'Na hoeveel dagen te laat een exemplaar de lener blokkeert, ook als er nog niets te betalen is.',
    en: 'After how many days late an item blocks the borrower, also when nothing is owed yet.',
    fr: 'Nombre de jours de retard après lequel un document bloque l’usager, même si rien n’est encore dû.',
  },
  consequence: {
    nl: 'Minder: wie lang te laat is, leent niets meer tot het terug is. Een groep van niveau 3 blokkeert in al haar bibliotheken.',
    en: 'Fewer: whoever is long overdue borrows nothing until it is back. A group of level 3 blocks in all of its libraries.',
    fr: 'Moins : l’usager qui a un long retard n’emprunte plus rien avant d’avoir tout rendu. Un groupement de niveau 3 bloque dans toutes ses bibliothèques.',
  },
  example: {
    nl: '56: wie een boek acht weken te laat heeft, leent in geen enkele bibliotheek van de groep nog iets.',
    en: '56: whoever has a book eight weeks late borrows nothing in any library of the group.',
    fr: '56 : l’usager dont un livre a huit semaines de retard n’emprunte plus dans aucune bibliothèque du groupement.',
  },
  synonyms: {
    nl: ['blokkering te laat', 'lang te laat', 'lidmaatschap geblokkeerd', '8 weken te laat'],
    en: ['overdue block', 'long overdue', 'membership blocked'],
    fr: ['blocage pour retard', 'long retard', 'abonnement bloqué'],
  },
})

/** Source: domain/1 §3.3 (claim returned: discard item after x days), [O-CLAIM]. */
export const claimDiscardDays = defineParameter({
  name: 'circulation.claim-discard-days',
  area: 'blocks',
  ...wholeOrNone('days', { from: 1, to: 1095 }, never),
  levels: atLibrary,
  dimensions: [membership],
  title: {
    nl: '“Heb ik teruggebracht”: afschrijven na',
    en: 'Claimed returned: write off after',
    fr: '« Je l’ai rendu » : élagage après',
  },
  help: {
    nl: 'Na hoeveel dagen een exemplaar wordt afgeschreven waarvan de lener zegt dat hij het terugbracht.',
    en: 'After how many days an item is written off which the borrower says was returned.',
    fr: 'Nombre de jours après lequel un document que l’usager dit avoir rendu est retiré des collections.',
  },
  consequence: {
    nl: 'Korter: de catalogus klopt sneller, maar wat later opduikt, moet opnieuw ingevoerd worden.',
    en: 'Shorter: the catalogue is right sooner, but what surfaces later has to be entered again.',
    fr: 'Plus court : le catalogue est plus vite exact, mais un document qui réapparaît doit être réencodé.',
  },
  example: {
    nl: '180: een claim van 1 maart leidt op 28 augustus tot afschrijven, als het boek nergens opduikt.',
    en: '180: a claim of 1 March leads to writing off on 28 August, if the book surfaces nowhere.',
    fr: '180 : après une déclaration du 1er mars, le livre est élagué le 28 août s’il n’a pas réapparu.',
  },
  synonyms: {
    nl: ['claim returned', 'betwist', 'al teruggebracht', 'UM', 'vermist'],
    en: ['claim returned', 'disputed', 'UM', 'missing'],
    fr: ['déclaré rendu', 'contesté', 'UM', 'manquant'],
  },
})

/** Source: domain/1 §3.3 (warning limit of claims), [O-CLAIM]. */
export const claimsWarning = defineParameter({
  name: 'circulation.claims-warning',
  area: 'blocks',
  ...wholeOrNone('count', { from: 1, to: 100 }, never),
  levels: atLibrary,
  dimensions: [membership],
  title: {
    nl: 'Waarschuwen bij zoveel claims', en: 'Warn at so many claims', fr: 'Avertir après autant de déclarations',
  },
  help: {
    nl: 'Vanaf hoeveel keer “heb ik teruggebracht” medewerkers een waarschuwing bij de lener zien.',
    en: 'From how many claims of “I have returned it” staff see a warning with the borrower.',
    fr: 'Nombre de « je l’ai rendu » à partir duquel le personnel voit un avertissement auprès de l’usager.',
  },
  consequence: {
    nl: 'Lager: de balie vraagt sneller door voor ze nog een claim noteert.',
    en: 'Lower: the desk asks further sooner before it notes another claim.',
    fr: 'Plus bas : le comptoir pose plus vite des questions avant de noter une nouvelle déclaration.',
  },
  example: {
    nl: '3: bij de derde claim van Jan verschijnt “al 3 exemplaren betwist”.',
    en: '3: at Jan’s third claim “3 items disputed” appears.',
    fr: '3 : à la troisième déclaration de Jan apparaît « 3 documents contestés ».',
  },
  synonyms: {
    nl: ['claim returned', 'limiet claims', 'betwistingen'],
    en: ['claim returned', 'claims limit', 'disputes'],
    fr: ['déclaré rendu', 'limite', 'contestations'],
  },
})

export const claimsParameters = [
  notReturnedMost, overdueBlockDays, claimDiscardDays, claimsWarning,
] as const
