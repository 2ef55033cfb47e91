import { noteView } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'
import { dayIn, inEach } from '#core/wording.ts'
import { cardsOf } from '../card.ts'
import type { MergePlan } from '../contract/merge.ts'
import { listedPatrons } from '../find.ts'
import { isEnded, isValid, type MembershipRow } from '../membership.ts'
import { standsOpen } from '../open.ts'
import { isShown, placeOf } from '../patron.ts'
import { nameOf, type PersonRow } from '../person.ts'
import { statusSentence, typeName } from '../status-words.ts'
import { fieldsThatDiffer } from './fields.ts'
import { joinedStandings } from './memberships.ts'
import { faultsOf, nationalsOf, readTwo, type Met } from './two.ts'

/** What merging two would come to; that both were looked at is noted. */
export async function planMerge(ctx: Context, keep: string, gone: string): Promise<MergePlan> {
  const met = await readTwo(ctx, keep, gone)
  for (const person of new Set([met.keep, met.gone])) {
    const library = met.memberships.find(one => one.personId === person.id && isShown(ctx, one))?.libraryId
    await noteView(ctx, { table: 'person', row: person.id, purpose: 'merge', ...(library && { libraryId: library }) })
  }
  const faults = faultsOf(ctx, met, await nationalsOf(ctx, keep, gone))
  return {
    keep: await sideOf(ctx, met.keep, met.memberships), gone: await sideOf(ctx, met.gone, met.memberships),
    fields: faults.length ? [] : fieldsThatDiffer(met), follows: faults.length ? [] : await followsOf(ctx, met), faults,
  }
}

async function sideOf(ctx: Context, person: PersonRow, memberships: readonly MembershipRow[]): Promise<MergePlan['keep']> {
  const [patron] = await listedPatrons(ctx, [person.id])
  if (!patron) throw new Error('A person who was read is no longer there')
  const notes = await ctx.db('patron_note').where({ person_id: person.id }).count('* as n')
  return {
    patron, version: person.version, cards: (await cardsOf(ctx, person.id)).filter(({ untilOn }) => untilOn === null).map(({ number }) => number),
    notes: Number(notes[0]?.['n'] ?? 0), open: await standsOpen(ctx, person.id),
    memberships: memberships.filter(one => one.personId === person.id && isShown(ctx, one)).map(one => {
      const today = ctx.today(one.branchId)
      return {
        library: placeOf(ctx, one.libraryId).name, branch: placeOf(ctx, one.branchId).name, typeName: typeName(ctx, one),
        sentence: statusSentence(ctx, one, today), isValid: isValid(one, today),
      }
    }),
  }
}

/** What happens to each membership, and what goes along. */
async function followsOf(ctx: Context, { keep, gone, memberships }: Met): Promise<Texts[]> {
  const theirs = (who: PersonRow) => memberships.filter(({ personId }) => personId === who.id)
  const cards = (await cardsOf(ctx, gone.id)).filter(({ untilOn }) => untilOn === null).length
  return [
    ...theirs(gone).map(one => {
      const twin = theirs(keep).find(({ libraryId }) => libraryId === one.libraryId)
      return twin ? joins(ctx, twin, one) : moves(ctx, one)
    }),
    ...(cards ? [keepWorking(cards)] : []),
    inEach(language => ({
      nl: `Uitleningen, opmerkingen en historiek van nummer ${gone.number} staan daarna bij ${nameOf(keep)}; wie nog naar nummer ${gone.number} gaat, komt daar uit.`,
      en: `Loans, notes and history of number ${gone.number} then stand with ${nameOf(keep)}; whoever still goes to number ${gone.number} ends up there.`,
      fr: `Les prêts, remarques et l’historique du numéro ${gone.number} se trouvent ensuite chez ${nameOf(keep)} ; le numéro ${gone.number} y mène.`,
    })[language]),
  ]
}

function moves(ctx: Context, { libraryId }: MembershipRow): Texts {
  const { name } = placeOf(ctx, libraryId)
  return {
    nl: `${name}: het lidmaatschap gaat mee zoals het is.`, en: `${name}: the membership goes along as it is.`,
    fr: `${name} : l’abonnement suit tel quel.`,
  }
}

function joins(ctx: Context, twin: MembershipRow, one: MembershipRow): Texts {
  const { name } = placeOf(ctx, one.libraryId)
  const today = ctx.today(twin.branchId)
  const { kept } = joinedStandings(twin, one, today)
  const type = typeName(ctx, kept)
  if (isEnded(kept, today)) return {
    nl: `${name}: beide lidmaatschappen zijn beëindigd; dat blijft zo.`, en: `${name}: both memberships have ended; they stay so.`,
    fr: `${name} : les deux abonnements ont pris fin et le restent.`,
  }
  return inEach(language => {
    const until = dayIn(language, kept.untilOn)
    return {
      nl: `${name}: twee lidmaatschappen worden er één (${type}), tot en met ${until}; het andere eindigt vandaag${kept.status === 8 ? '. De uitsluiting blijft' : ''}.`,
      en: `${name}: two memberships become one (${type}), until ${until}; the other ends today${kept.status === 8 ? '. The ban stays' : ''}.`,
      fr: `${name} : deux abonnements n’en font plus qu’un (${type}), jusqu’au ${until} ; l’autre prend fin aujourd’hui${kept.status === 8 ? '. L’exclusion demeure' : ''}.`,
    }[language]
  })
}

const keepWorking = (cards: number): Texts => ({
  nl: cards === 1 ? '1 kaart gaat mee en blijft werken.' : `${cards} kaarten gaan mee en blijven werken.`,
  en: cards === 1 ? '1 card goes along and keeps working.' : `${cards} cards go along and keep working.`,
  fr: cards === 1 ? '1 carte suit et continue de fonctionner.' : `${cards} cartes suivent et continuent de fonctionner.`,
})
