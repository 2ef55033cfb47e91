import type { Texts } from '#core/contract.ts'
import { blockCodes } from '#plugins/patrons/contract/standing.ts'
import { blockToMember } from '#plugins/patrons/index.ts'
import { passedAs, type Counter, type Obstacle } from './hurdle.ts'

/** What stands in the way as this counter hears it: at a machine nobody passes anything, and no other member is named. */
export const asHeard = (channel: Counter, obstacles: readonly Obstacle[]): readonly Obstacle[] =>
  channel === 'desk' ? obstacles : obstacles.map(one => ({ ...one, stops: true, asksReason: false, message: toMember(one.code, one.message) }))

/** An obstacle as one says it to the member; what only a colleague can put right sends them to the desk. */
export function toMember(code: string, atDeskSaid: Texts = atDesk): Texts {
  const short = passedAs(code)
  const block = blockCodes.find(one => code === `patrons.${one}`)
  return block ? blockToMember(block) : saidAlike.has(short) ? atDeskSaid : words[short] ?? atDesk
}

/** What the desk is told about a term is no other to the member. */
const saidAlike: ReadonlySet<string> = new Set(['gains-nothing', 'not-on-loan', 'not-online'])

const atDesk: Texts = { nl: 'Kom langs aan de balie.', en: 'Come by at the desk.', fr: 'Passez au comptoir.' }
const manyAlready: Texts = {
  nl: 'Je hebt er al zoveel als mag. Breng eerst iets terug.', en: 'You have as many as is allowed. First bring something back.',
  fr: 'Vous avez déjà le maximum. Rapportez d’abord quelque chose.',
}
const words: Readonly<Record<string, Texts>> = {
  'long-overdue': {
    nl: 'Breng eerst terug wat al lang te laat is.', en: 'First bring back what has been late for long.',
    fr: 'Rapportez d’abord ce qui est en retard depuis longtemps.',
  },
  'on-loan-to-another': {
    nl: 'Dit staat nog op een andere kaart. Ga ermee naar de balie.', en: 'This is still on another card. Take it to the desk.',
    fr: 'Ce document est encore sur une autre carte. Présentez-le au comptoir.',
  },
  reserved: {
    nl: 'Dit ligt klaar voor wie het reserveerde. Geef het af aan de balie.', en: 'This is kept for whoever reserved it. Hand it in at the desk.',
    fr: 'Ce document est mis de côté pour une réservation. Remettez-le au comptoir.',
  },
  'not-for-loan': {
    nl: 'Dit kun je alleen hier inkijken.', en: 'This is for use in the library only.', fr: 'Ce document se consulte uniquement sur place.',
  },
  'no-rule': {
    nl: 'Dit leen je niet met jouw lidmaatschap.', en: 'Your membership does not lend this.', fr: 'Votre abonnement ne permet pas d’emprunter ceci.',
  },
  'too-young': {
    nl: 'Hiervoor ben je nog te jong.', en: 'You are still too young for this.', fr: 'Vous êtes encore trop jeune pour ce document.',
  },
  'too-many': manyAlready,
  'too-many-of-kind': manyAlready,
  'renewed-often': {
    nl: 'Dit verlengde je al zo vaak als mag.', en: 'You have renewed this as often as is allowed.',
    fr: 'Vous avez déjà prolongé ce document autant de fois que permis.',
  },
}
