import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'
import { unitAt } from '#core/unit.ts'
import { dayIn, inEach } from '#core/wording.ts'
import { blockToMember, mayBorrowAt, type OnlineMember } from '#plugins/patrons/index.ts'
import type { ItemRow } from '../item/item.ts'
import { historyObstacles } from '../loan/check.ts'
import { passedAs } from '../loan/hurdle.ts'
import type { PlannedRenewal } from '../loan/renew.ts'
import type { LoanRow } from '../loan/row.ts'
import { toMember } from '../loan/to-member.ts'

/** Why a member may not renew a loan online, in words for them. */
export interface Stop { readonly code: string; readonly message: Texts }

interface Renewing {
  readonly member: OnlineMember
  readonly loan: LoanRow
  readonly item: ItemRow
  /** What else they have on loan. */
  readonly loans: readonly LoanRow[]
  readonly planned: PlannedRenewal
}

/** Everything at once; whatever the desk is asked, a member is refused. Source: domain/1 §8, domain/2 §5.3. */
export function stopsOf(ctx: Context, renewing: Renewing): Stop[] {
  const { loan, item, planned: { term, rule } } = renewing
  if (loan.endedAt !== null) return [{ code: 'not-on-loan', message: notOnLoan }]
  if (!mayWrite(ctx, loan)) return [{ code: 'elsewhere', message: elsewhere(ctx, loan) }]
  return [
    ...personal(ctx, renewing),
    ...(loan.claimedAt === null ? [] : [{ code: 'claimed', message: claimed }]),
    ...(item.subStatus === 'billed' ? [{ code: 'billed', message: billed }] : []),
    ...(rule.blockOnline ? [{ code: 'not-online', message: notOnline }]
      : loan.renewals >= rule.times ? [{ code: 'renewed-often', message: tooOften(rule.times) }]
        : term === null || term.due <= loan.dueOn ? [{ code: 'gains-nothing', message: gainsNothing(loan) }] : []),
  ]
}

/** A partner sees what its guests have elsewhere, and renews what it lent itself. */
const mayWrite = ({ reach }: Context, { libraryId, itemLibraryId, memberLibraryId }: LoanRow) =>
  reach.all || [libraryId, itemLibraryId, memberLibraryId].some(library => reach.libraries.has(library))

function personal(ctx: Context, { member: { patron }, loan, loans }: Renewing): Stop[] {
  const { branchId: branch, membership, material } = loan
  const day = ctx.today(branch)
  const { blocks } = mayBorrowAt(ctx, { patron, branch, day })
  return [
    ...blocks.filter(({ online }) => online === 'stop' || online === 'no-renewal').map(({ code }) => ({ code, message: blockToMember(code) })),
    ...historyObstacles(ctx, patron, { loans, branch, day, line: { membership, material } })
      .map(({ code }) => ({ code: passedAs(code), message: toMember(code) })),
  ]
}

const notOnLoan: Texts = { nl: 'Dit is al terug.', en: 'This has come back already.', fr: 'Ce document est déjà rentré.' }
const claimed: Texts = {
  nl: 'Je meldde dat dit al terug is. Kom langs aan de balie.', en: 'You said that this was returned. Come by at the desk.',
  fr: 'Vous avez signalé que ce document est déjà rentré. Passez au comptoir.',
}
const billed: Texts = {
  nl: 'Hiervoor is een nota gemaakt. Kom langs aan de balie.', en: 'A bill was made for this. Come by at the desk.',
  fr: 'Une note a été établie pour ce document. Passez au comptoir.',
}
const notOnline: Texts = {
  nl: 'Dit verleng je alleen aan de balie.', en: 'This is renewed at the desk only.', fr: 'Ce document se prolonge uniquement au comptoir.',
}
const tooOften = (times: number): Texts => times === 0 ? {
  nl: 'Dit kan niet verlengd worden.', en: 'This cannot be renewed.', fr: 'Ce document ne peut pas être prolongé.',
} : {
  nl: `Je verlengde dit al ${times === 1 ? 'een keer' : `${times} keer`}; meer kan niet.`,
  en: `You have renewed this ${times === 1 ? 'once' : `${times} times`} already; more is not possible.`,
  fr: `Vous avez déjà prolongé ce document ${times === 1 ? 'une fois' : `${times} fois`} ; c’est le maximum.`,
}
const gainsNothing = ({ dueOn }: LoanRow) => inEach(language => ({
  nl: `Verlengen geeft nu geen latere datum dan ${dayIn(language, dueOn)}.`, en: `Renewing now gives no later day than ${dayIn(language, dueOn)}.`,
  fr: `Prolonger maintenant ne donne pas de date plus tardive que le ${dayIn(language, dueOn)}.`,
})[language])
const elsewhere = ({ configuration, today }: Context, { libraryId }: LoanRow) => {
  const name = unitAt(configuration, libraryId, today())?.name ?? ''
  return { nl: `Verleng dit bij ${name}.`, en: `Renew this with ${name}.`, fr: `Prolongez ce document auprès de ${name}.` }
}
