import type { Permission, Texts } from '#core/contract.ts'
import { accountsAhead as accounts, feeWaiversAhead as waivers } from './contract/ahead/money.ts'
import { noticesAhead as notices } from './contract/ahead/notices.ts'
import { permissions as own } from './contract/permission.ts'

/** Two duties that are better in two hands: whoever has both can cover their own traces. */
export interface ConflictingDuties {
  readonly code: string
  readonly one: readonly Permission[]
  readonly other: readonly Permission[]
  readonly says: Texts
}

export const conflictingDuties: readonly ConflictingDuties[] = [
  {
    code: 'tariffs-and-waivers', one: [accounts['set-tariffs']], other: [waivers.waive],
    says: {
      nl: 'legt tarieven vast én scheldt kwijt', en: 'sets tariffs and waives them',
      fr: 'fixe les tarifs et en accorde la remise',
    },
  },
  {
    code: 'rights-and-refunds', one: [own.manage, own.roles], other: [accounts.refund, accounts.reverse],
    says: {
      nl: 'geeft rechten én betaalt geld terug of herstelt boekingen',
      en: 'gives rights and pays money back or reverses postings',
      fr: 'donne des droits et rembourse de l’argent ou corrige des écritures',
    },
  },
  {
    code: 'drawer-and-approval', one: [accounts['close-day']], other: [accounts['approve-settlement']],
    says: {
      nl: 'sluit de kassa af én keurt die afsluiting goed', en: 'closes the drawer and approves that closing',
      fr: 'clôture la caisse et approuve cette clôture',
    },
  },
  {
    code: 'bailiff-and-waivers', one: [notices['hand-to-bailiff']], other: [waivers.waive],
    says: {
      nl: 'draagt over aan de deurwaarder én scheldt kwijt', en: 'hands over to the bailiff and waives',
      fr: 'transmet à l’huissier et accorde des remises',
    },
  },
]
