import type { Static } from 'typebox'
import { defineClosurePart, type ClosureSpan } from '#core/closure-part.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, Language, Texts, UnitId } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { pathOf, SYSTEM } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import { nameOf } from '../change/unit-words.ts'
import { fault } from '../change/fault.ts'
import { Collection, DueDates, Message, Returns } from '../contract/closure.ts'
import { urgentFact } from '../contract/urgent-message.ts'
import { dayIn, period } from '../wording.ts'

/** Another branch that takes over: one of the same library or group, and named where it is needed. */
export function otherBranchFaults(reading: Reading, { unit, from }: ClosureSpan, branch: UnitId | undefined, needed: boolean): Fault[] {
  if (!needed) return []
  const ours = new Set(pathOf(reading, unit, from).filter(id => id !== SYSTEM && id !== unit))
  const known = branch !== undefined && branch !== unit && pathOf(reading, branch, from).some(id => ours.has(id))
  return known ? [] : [fault(
    'no-other-branch', '/branch', 'Kies een andere vestiging van je bibliotheek of groep.',
    'Choose another branch of your library or group.', 'Choisissez une autre implantation de votre bibliothèque ou groupement.')]
}

/** "Bib Munkzwalm", in a sentence about another branch. */
export const branchName = (reading: Reading, branch: UnitId | undefined, day: Day) => branch ? nameOf(reading, branch, day) : ''

/** Said honestly: kept with the closure to be read, and done by people. */
const byPeople: Texts = {
  nl: ' (staat als afspraak bij de sluiting; de balie volgt ze zelf op)',
  en: ' (kept with the closing as an arrangement; the desk sees to it itself)',
  fr: ' (noté avec la fermeture ; le comptoir y veille lui-même)',
}
const asArranged = (texts: Texts): Texts => inEach(language => `${texts[language]}${byPeople[language]}`)

const returns = defineClosurePart({
  name: 'returns',
  title: { nl: 'inleveren', en: 'returning', fr: 'retours' },
  schema: Returns,
  faults: (reading, { at, branch }, span) => otherBranchFaults(reading, span, branch, at === 'elsewhere'),
  says: (reading, { at, branch }, span) => {
    if (at === 'here') return asArranged({
      nl: 'Inleveren blijft hier kunnen, langs de inleverbus', en: 'Returning stays possible here, through the return bin',
      fr: 'Les retours restent possibles ici, dans la boîte de retour',
    })
    const name = branchName(reading, branch, span.from)
    return asArranged(at === 'elsewhere' ? {
      nl: `Inleveren kan in ${name}`, en: `Items can be returned at ${name}`, fr: `Les retours se font à ${name}`,
    } : {
      nl: 'Hier kan niets ingeleverd worden', en: 'Nothing can be returned here', fr: 'Aucun retour n’est possible ici',
    })
  },
})

const collection = defineClosurePart({
  name: 'collection',
  title: { nl: 'de collectie', en: 'the collection', fr: 'la collection' },
  schema: Collection,
  faults: (reading, { does, branch }, span) => otherBranchFaults(reading, span, branch, does === 'moves'),
  says: (reading, { does, branch }, span) => does === 'stays' ? undefined : asArranged({
    'moves': {
      nl: `De collectie verhuist naar ${branchName(reading, branch, span.from)}`,
      en: `The collection moves to ${branchName(reading, branch, span.from)}`,
      fr: `La collection déménage à ${branchName(reading, branch, span.from)}`,
    },
    'not-lendable': {
      nl: 'De collectie is zolang niet uitleenbaar', en: 'The collection cannot be lent meanwhile',
      fr: 'La collection est exclue du prêt pendant ce temps',
    },
    'lent-longer': {
      nl: 'De collectie wordt vooraf zo veel mogelijk langer uitgeleend', en: 'As much of the collection as possible is lent longer beforehand',
      fr: 'La collection est prêtée plus longtemps au préalable',
    },
  }[does]),
})

const moved: Readonly<Record<'falling' | 'all', Texts>> = {
  falling: {
    nl: 'Wat in die dagen terug moet, krijgt een inleverdatum na de heropening',
    en: 'What is due on those days gets a due date after the reopening',
    fr: 'Ce qui doit être rendu ces jours-là reçoit une date de retour après la réouverture',
  },
  all: {
    nl: 'Alles wat uitgeleend is, krijgt een inleverdatum na de heropening',
    en: 'Everything on loan gets a due date after the reopening',
    fr: 'Tous les prêts en cours reçoivent une date de retour après la réouverture',
  },
}
const late: Readonly<Record<'leave' | 'extend' | 'freeze', Texts>> = {
  leave: { nl: 'wat al te laat is, blijft zo', en: 'what is late already stays so', fr: 'ce qui est déjà en retard le reste' },
  extend: { nl: 'wat al te laat is, schuift mee', en: 'what is late already moves along', fr: 'ce qui est déjà en retard est aussi reporté' },
  freeze: {
    nl: 'wie al te laat is, betaalt over die dagen geen boete', en: 'who is late already pays no fine over those days',
    fr: 'l’usager déjà en retard ne paie pas d’amende pour ces jours',
  },
}
const whatMoves = ({ move, from }: Static<typeof DueDates>, language: Language): string => {
  if (move === 'none') return untouched[language]
  if (move === 'falling' || from === undefined) return moved[move][language]
  const day = dayIn(language, from)
  return {
    nl: `Alles wat vanaf ${day} terug moet, krijgt een inleverdatum na de heropening`,
    en: `Everything due from ${day} on gets a due date after the reopening`,
    fr: `Tout ce qui doit être rendu à partir du ${day} reçoit une date de retour après la réouverture`,
  }[language]
}
const untouched: Texts = { nl: 'Inleverdatums blijven', en: 'Due dates stay', fr: 'Les dates de retour restent' }

const dueDates = defineClosurePart({
  name: 'due-dates',
  title: { nl: 'inleverdatums', en: 'due dates', fr: 'dates de retour' },
  schema: DueDates,
  says: (_reading, wish) => {
    if (wish.move === 'none' && wish.late === 'leave') return undefined
    return inEach(language => `${whatMoves(wish, language)}, ${late[wish.late][language]}`)
  },
})

const message = defineClosurePart({
  name: 'message',
  title: { nl: 'bericht op de website', en: 'message on the website', fr: 'message sur le site' },
  schema: Message,
  faults: (_reading, { from }, { to }) => to === null || from <= to ? [] : [fault(
    'message-too-late', '/from', 'Dit bericht zou pas na de sluiting verschijnen.', 'This message would only appear after the closing.',
    'Ce message ne paraîtrait qu’après la fermeture.')],
  lays: (_reading, { text, from }, { unit, to }) =>
    [{ fact: urgentFact, unit, key: 'message', from, to, body: { text: text.trim() } }],
  says: (_reading, { text, from }, { to }) => inEach((language: Language) => {
    const when = period(language, from, to)
    return {
      nl: `De website toont ${when}: “${text}”`, en: `The website shows ${when}: “${text}”`, fr: `Le site affiche ${when} : « ${text} »`,
    }[language]
  }),
})

/** What the plugin itself arranges while a branch is closed for long. Source: domain/1 §2.10. */
export const branchesParts = [returns, collection, dueDates, message] as const
