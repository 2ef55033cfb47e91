import { Type } from 'typebox'
import { Day, UnitId } from '#core/contract.ts'
import { asked, defineRequestForm } from '#core/contract/request-form.ts'
import { resolve } from '#core/parameter.ts'
import { close } from '../contract/change.ts'
import { atPlaces, type ClosureParts } from '../contract/closure.ts'
import { closingText, extendLoans, noFines } from '../contract/parameter.ts'

const branch = { schema: UnitId, unit: 'codes', as: 'branch', example: '00000000-0000-4000-8000-000000000009' } as const
const yesNo = { schema: Type.Boolean(), unit: 'yes-no' } as const
/** Loan rules are set at a branch, not at a bookmobile. */
const lends = { levels: ['branch'] } as const
const when = <const Q extends string, const A>(question: Q, ...is: readonly A[]) => ({ onlyWhen: { question, is } } as const)
const Words = Type.String({ minLength: 1, maxLength: 250, pattern: '\\S' })
const standard = { nl: 'zoals het nu is', en: 'as it is now', fr: 'comme maintenant' }

/** Only the days and the reason are still to be said; all else stands filled with what is usual. Source: domain/1 §2.10, [TIJD]. */
export const closureForm = defineRequestForm({
  name: 'branches.closure',
  topic: 'opening',
  title: { nl: 'Een vestiging tijdelijk sluiten', en: 'Close a branch for a while', fr: 'Fermer temporairement une implantation' },
  help: {
    nl: 'Voor werken, een verhuis of schade. De kalender, reserveringen en het bericht op de website gaan samen in en ook samen weer uit.',
    en: 'For works, a move or damage. The calendar, holds and the message on the website begin and end together.',
    fr: 'Pour des travaux, un déménagement ou des dégâts. Le calendrier, les réservations et le message sur le site commencent '
      + 'et finissent ensemble.',
  },
  synonyms: {
    nl: 'sluiting, tijdelijke sluiting, werken, verbouwing, verhuis, waterschade, renovatie, dicht, gesloten',
    en: 'closure, temporary closure, building works, renovation, move, flood, shut',
    fr: 'fermeture, fermeture temporaire, travaux, rénovation, déménagement, inondation, fermé',
  },
  levels: ['branch', 'bookmobile'],
  hasOwnDay: true,
  questions: {
    from: {
      title: { nl: 'Eerste dag dicht', en: 'First day closed', fr: 'Premier jour de fermeture' },
      schema: Day, unit: 'text', as: 'day', example: '2027-03-01',
    },
    to: {
      title: { nl: 'Laatste dag dicht', en: 'Last day closed', fr: 'Dernier jour de fermeture' },
      help: { nl: 'Schat als je het nog niet zeker weet.', en: 'Guess if you are not sure yet.', fr: 'Estimez si vous n’êtes pas encore sûr.' },
      schema: Day, unit: 'text', as: 'day', example: '2027-04-30',
    },
    text: {
      title: { nl: 'Waarom, voor de bezoeker?', en: 'Why, for visitors?', fr: 'Pourquoi, pour le visiteur ?' },
      help: { nl: 'Dit staat op de website.', en: 'This is on the website.', fr: 'Ceci figure sur le site.' },
      schema: Words, unit: 'text', example: 'Gesloten voor werken',
      now: ({ reading, unit, from }) => resolve(reading, closingText, unit, from).value,
    },
    sure: {
      title: { nl: 'Staat de laatste dag vast?', en: 'Is the last day certain?', fr: 'Le dernier jour est-il certain ?' },
      help: {
        nl: 'Zo niet, dan vraagt Filiaal je voor het einde of het nog klopt.', en: 'If not, Filiaal asks you before the end whether it still stands.',
        fr: 'Sinon, Filiaal vous demandera avant la fin si cette date est toujours valable.',
      },
      ...yesNo, default: false, example: false,
    },
    pickup: {
      title: { nl: 'Waar halen leners reserveringen op?', en: 'Where are holds collected?', fr: 'Où retirer les réservations ?' },
      schema: Type.Enum(atPlaces), unit: 'choice', default: 'nowhere', example: 'elsewhere',
      choices: {
        here: { nl: 'hier, ook tijdens de sluiting', en: 'here, also while closed', fr: 'ici, même pendant la fermeture' },
        elsewhere: { nl: 'in een andere vestiging', en: 'at another branch', fr: 'dans une autre implantation' },
        nowhere: { nl: 'deze vestiging is geen afhaallocatie', en: 'this branch is no pickup location', fr: 'pas dans cette implantation' },
      },
    },
    pickupBranch: {
      title: { nl: 'Afhalen in', en: 'Collected at', fr: 'Retrait à' }, ...branch, ...when('pickup', 'elsewhere'),
    },
    supplies: {
      title: {
        nl: 'Levert ze intussen aan andere vestigingen?', en: 'Does it supply other branches meanwhile?',
        fr: 'Fournit-elle les autres implantations entre-temps ?',
      },
      ...yesNo, default: false, example: false,
    },
    returns: {
      title: { nl: 'Waar leveren leners in?', en: 'Where do borrowers return items?', fr: 'Où rendre les documents ?' },
      schema: Type.Enum(atPlaces), unit: 'choice', default: 'here', example: 'elsewhere',
      choices: {
        here: { nl: 'hier, langs de inleverbus', en: 'here, through the return bin', fr: 'ici, dans la boîte de retour' },
        elsewhere: { nl: 'in een andere vestiging', en: 'at another branch', fr: 'dans une autre implantation' },
        nowhere: { nl: 'inleveren kan dan niet', en: 'nowhere', fr: 'nulle part' },
      },
    },
    returnsBranch: {
      title: { nl: 'Inleveren in', en: 'Returned at', fr: 'Retour à' }, ...branch, ...when('returns', 'elsewhere'),
    },
    collection: {
      title: { nl: 'Wat gebeurt er met de collectie?', en: 'What happens to the collection?', fr: 'Que devient la collection ?' },
      schema: Type.Enum(['stays', 'moves', 'not-lendable', 'lent-longer']), unit: 'choice', default: 'stays', example: 'moves',
      choices: {
        'stays': standard,
        'moves': { nl: 'ze verhuist naar een andere vestiging', en: 'it moves to another branch', fr: 'elle déménage dans une autre implantation' },
        'not-lendable': { nl: 'ze is niet uitleenbaar', en: 'it cannot be lent', fr: 'elle est exclue du prêt' },
        'lent-longer': { nl: 'ze wordt vooraf langer uitgeleend', en: 'it is lent longer beforehand', fr: 'elle est prêtée plus longtemps au préalable' },
      },
    },
    collectionBranch: {
      title: { nl: 'Collectie naar', en: 'Collection to', fr: 'Collection vers' }, ...branch, ...when('collection', 'moves'),
    },
    longer: {
      title: { nl: 'Vooraf langer lenen?', en: 'Longer loans beforehand?', fr: 'Prêts plus longs au préalable ?' },
      ...yesNo, default: false, example: true, ...lends,
    },
    longerFrom: {
      title: { nl: 'Langer lenen vanaf', en: 'Longer loans from', fr: 'Prêts plus longs dès le' },
      schema: Day, unit: 'text', as: 'day', example: '2027-02-01', ...when('longer', true), ...lends,
    },
    longerDays: {
      title: { nl: 'Leentermijn dan', en: 'Loan period then', fr: 'Durée de prêt alors' },
      schema: Type.Integer({ minimum: 1, maximum: 366 }), unit: 'days', example: 90, ...when('longer', true), ...lends,
    },
    dueDates: {
      title: { nl: 'Welke inleverdatums schuiven op?', en: 'Which due dates move?', fr: 'Quelles dates de retour sont reportées ?' },
      schema: Type.Enum(['falling', 'all', 'none']), unit: 'choice', default: 'falling', example: 'falling',
      now: ({ reading, unit, from }) => resolve(reading, extendLoans, unit, from).value ? 'falling' : 'none',
      choices: {
        falling: { nl: 'die in de sluiting vallen', en: 'those within the closing', fr: 'celles qui tombent pendant la fermeture' },
        all: { nl: 'van alles wat uitgeleend is', en: 'those of everything on loan', fr: 'celles de tous les prêts en cours' },
        none: { nl: 'geen', en: 'none', fr: 'aucune' },
      },
    },
    dueFrom: {
      title: { nl: 'Alleen wat terug moet vanaf', en: 'Only what is due from', fr: 'Seulement ce qui est à rendre dès le' },
      schema: Day, unit: 'text', as: 'day', example: '2027-02-15', optional: true, ...when('dueDates', 'all'),
    },
    late: {
      title: { nl: 'Wat al te laat is …', en: 'What is late already …', fr: 'Ce qui est déjà en retard …' },
      schema: Type.Enum(['leave', 'extend', 'freeze']), unit: 'choice', default: 'leave', example: 'freeze',
      now: ({ reading, unit, from }) => resolve(reading, noFines, unit, from).value ? 'freeze' : 'leave',
      choices: {
        leave: { nl: 'blijft zo', en: 'stays so', fr: 'le reste' },
        extend: { nl: 'schuift mee op', en: 'moves along', fr: 'est aussi reporté' },
        freeze: { nl: 'kost intussen geen boete', en: 'costs no fine meanwhile', fr: 'ne coûte pas d’amende entre-temps' },
      },
    },
    message: {
      title: { nl: 'Dringend bericht op de website?', en: 'Urgent message on the website?', fr: 'Message urgent sur le site ?' },
      help: {
        nl: 'De reden hierboven staat dan als dringend bericht op de website zolang de vestiging dicht is.',
        en: 'The reason above is then on the website as an urgent message while the branch is closed.',
        fr: 'Le motif ci-dessus figure alors sur le site comme message urgent pendant la fermeture.',
      },
      ...yesNo, default: true, example: true,
    },
  },
  items: (filled, { unit }) => {
    const { from, to, text, sure, dueDates, late, pickup, returns, collection } = filled
    const at = (other: string | undefined) => other === undefined ? {} : { branch: other }
    const parts: ClosureParts = {
      'pickup': { at: pickup, ...at(filled.pickupBranch) },
      'supply': { supplies: filled.supplies },
      'returns': { at: returns, ...at(filled.returnsBranch) },
      'collection': { does: collection, ...at(filled.collectionBranch) },
      'due-dates': { move: dueDates, late, ...(dueDates === 'all' && filled.dueFrom ? { from: filled.dueFrom } : {}) },
      ...(filled.longer && filled.longerFrom && filled.longerDays
        ? { 'longer-loans': { from: filled.longerFrom, days: filled.longerDays } } : {}),
      ...(filled.message ? { message: { text, from } } : {}),
    }
    return [asked(close, {
      units: [unit], from, to, kind: 'G', text, extendLoans: dueDates !== 'none',
      ...(sure ? {} : { provisionalEnd: true }), parts,
    })]
  },
})
