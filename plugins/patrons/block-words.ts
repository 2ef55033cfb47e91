import type { Day, Texts } from '#core/contract.ts'
import { dayIn, inEach, moneyIn } from '#core/wording.ts'
import type { Block, BlockCode } from './contract/standing.ts'

interface Told { readonly day?: Day; readonly cents?: number; readonly years?: number; readonly isReminded?: boolean }

/** How far each block goes: at the desk, at self-service and online (domain/1 §8). */
const effects: Readonly<Record<BlockCode, Pick<Block, 'desk' | 'selfService' | 'online'>>> = {
  deceased: { desk: 'stop', selfService: 'stop', online: 'stop' },
  'no-membership': { desk: 'stop', selfService: 'stop', online: 'stop' },
  'no-type': { desk: 'stop', selfService: 'stop', online: 'stop' },
  ended: { desk: 'stop', selfService: 'stop', online: 'stop' },
  banned: { desk: 'stop', selfService: 'stop', online: 'stop' },
  'card-blocked': { desk: 'stop', selfService: 'stop', online: 'none' },
  'internet-block': { desk: 'stop', selfService: 'stop', online: 'none' },
  'not-verified': { desk: 'stop', selfService: 'stop', online: 'stop' },
  expired: { desk: 'ask', selfService: 'stop', online: 'stop' },
  'not-yet': { desk: 'ask', selfService: 'stop', online: 'stop' },
  'unpaid-fee': { desk: 'ask', selfService: 'stop', online: 'no-renewal' },
  'too-young': { desk: 'ask', selfService: 'none', online: 'none' },
  'too-old': { desk: 'ask', selfService: 'none', online: 'none' },
}

/** A block in words that the desk can say aloud; after two reminders a fee that is owed also keeps from placing holds. */
export function blockOf(code: BlockCode, told: Told = {}): Block {
  const { desk, selfService, online } = effects[code]
  return { code, message: sentences[code](told), desk, selfService, online: told.isReminded ? 'stop' : online }
}

const onDay = (write: (days: Texts) => Texts) => ({ day = '' }: Told) => write(inEach(language => day && dayIn(language, day)))
const always = (nl: string, en: string, fr: string) => () => ({ nl, en, fr })

const sentences: Readonly<Record<BlockCode, (told: Told) => Texts>> = {
  deceased: onDay(({ nl, en, fr }) =>
    ({ nl: `Overleden op ${nl}.`, en: `Died on ${en}.`, fr: `Décédé(e) le ${fr}.` })),
  'no-membership': always('Geen lid van deze bibliotheek. Schrijf deze persoon eerst in.',
    'No member of this library. Enrol this person first.', 'Pas membre de cette bibliothèque. Inscrivez d’abord cette personne.'),
  'no-type': always('Deze bibliotheek kent de lidsoort van de andere bibliotheek niet.',
    'This library does not know the type of membership of the other library.',
    'Cette bibliothèque ne connaît pas le type d’abonnement de l’autre bibliothèque.'),
  ended: onDay(({ nl, en, fr }) => ({
    nl: `Uitgeschreven sinds ${nl}. Schrijf deze persoon opnieuw in.`, en: `Membership ended on ${en}. Enrol this person again.`,
    fr: `Désinscrit(e) depuis le ${fr}. Réinscrivez cette personne.`,
  })),
  banned: always('Uitgesloten: mag niets lenen.', 'Banned: may borrow nothing.', 'Exclu(e) : ne peut rien emprunter.'),
  'card-blocked': onDay(({ nl, en, fr }) => ({
    nl: `Deze kaart is geblokkeerd sinds ${nl}. Vraag de identiteit na en geef een nieuwe kaart.`,
    en: `This card has been blocked since ${en}. Check who this is and give a new card.`,
    fr: `Cette carte est bloquée depuis le ${fr}. Vérifiez l’identité et remettez une nouvelle carte.`,
  })),
  'internet-block': always('Online ingeschreven of hernieuwd en nog niet aan de balie geweest. Vraag de identiteitskaart en bevestig.',
    'Enrolled or renewed online and not at the desk yet. Ask for the identity card and confirm.',
    'Inscription ou renouvellement en ligne, pas encore vu au comptoir. Demandez la carte d’identité et confirmez.'),
  'not-verified': always('De online inschrijving is nog niet bevestigd.', 'The online enrolment is not confirmed yet.',
    'L’inscription en ligne n’est pas encore confirmée.'),
  expired: onDay(({ nl, en, fr }) => ({
    nl: `Lidmaatschap verlopen op ${nl}.`, en: `Membership expired on ${en}.`, fr: `Abonnement expiré le ${fr}.`,
  })),
  'not-yet': onDay(({ nl, en, fr }) => ({
    nl: `Lidmaatschap begint pas op ${nl}.`, en: `Membership begins on ${en} only.`, fr: `L’abonnement ne commence que le ${fr}.`,
  })),
  'unpaid-fee': ({ cents = 0 }) => inEach(language => ({
    nl: `Lidgeld van ${moneyIn(language, cents)} nog niet betaald.`, en: `Fee of ${moneyIn(language, cents)} not paid yet.`,
    fr: `Cotisation de ${moneyIn(language, cents)} pas encore payée.`,
  })[language]),
  'too-young': ({ years }) => ({
    nl: `Te jong voor deze lidsoort: vanaf ${years} jaar.`, en: `Too young for this type: from ${years} years.`,
    fr: `Trop jeune pour ce type d’abonnement : à partir de ${years} ans.`,
  }),
  'too-old': ({ years }) => ({
    nl: `Te oud voor deze lidsoort: tot en met ${years} jaar. Kies een andere lidsoort.`,
    en: `Too old for this type: up to ${years} years. Choose another type.`,
    fr: `Trop âgé(e) pour ce type d’abonnement : jusqu’à ${years} ans. Choisissez un autre type.`,
  }),
}
