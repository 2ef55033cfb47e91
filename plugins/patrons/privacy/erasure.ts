import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'
import { startRun } from '#core/run.ts'
import { inEach } from '#core/wording.ts'
import { CardRow } from '../card.ts'
import type { ErasurePlan } from '../contract/privacy/answer.ts'
import { permissions } from '../contract/permission.ts'
import type { MembershipRow } from '../membership.ts'
import { NoteRow } from '../note.ts'
import { standsOpen } from '../open.ts'
import { demandWithMembers, mayWithMembers, placeOf, readPatron } from '../patron.ts'
import { forgetting } from './forgetting.ts'

/** The memberships that whoever asks may erase: those of their own libraries. */
async function erasable(ctx: Context, personId: string): Promise<{ person: string; memberships: MembershipRow[] }> {
  const { person, memberships } = await readPatron(ctx, personId)
  const own = memberships.filter(one => mayWithMembers(ctx, permissions.erase, one))
  if (!own.length && memberships[0]) demandWithMembers(ctx, permissions.erase, memberships[0])
  return { person: person.id, memberships: own }
}

/** What would go, what stays and why, and what is still in the way; nothing is done. */
export async function planErasure(ctx: Context, personId: string): Promise<ErasurePlan> {
  const { person, memberships } = await erasable(ctx, personId)
  const libraries = memberships.map(({ libraryId }) => libraryId)
  const cards = await CardRow.query(ctx.db).whereIn('membership_id', memberships.map(({ id }) => id)).resultSize()
  const notes = await NoteRow.query(ctx.db).where({ person_id: person }).whereIn('library_id', libraries).resultSize()
  return {
    libraries: libraries.map(library => placeOf(ctx, library)),
    goes: [everything, countOf(cards, { nl: ['kaart', 'kaarten'], en: ['card', 'cards'], fr: ['carte', 'cartes'] }),
      countOf(notes, { nl: ['opmerking', 'opmerkingen'], en: ['note', 'notes'], fr: ['remarque', 'remarques'] })].filter(told => told !== null),
    stays: [figures, elsewhere],
    open: await standsOpen(ctx, person),
    askedAt: memberships.find(one => one.eraseAskedAt !== null)?.eraseAskedAt ?? null,
  }
}

/**
 * Notes that somebody asks to be erased and starts the run that does it, under an id that the client makes. Where something
 * is still open the wish waits: each night looks whether it is settled.
 */
export async function askErasure(ctx: Context, personId: string, runId: string): Promise<{ run: string | null }> {
  const { person, memberships } = await erasable(ctx, personId)
  await ctx.db('membership').whereIn('id', memberships.map(({ id }) => id)).whereNull('erase_asked_at')
    .update({ erase_asked_at: ctx.now.toString(), erase_asked_by: ctx.actor.id, version: ctx.db.raw('version + 1') })
  if ((await standsOpen(ctx, person)).length) return { run: null }
  return { run: await startRun(ctx, forgetting.name, { person }, memberships[0]?.libraryId ?? null, runId) }
}

/** Takes the wish back, as long as it waits. */
export async function withdrawErasure(ctx: Context, personId: string): Promise<void> {
  const { memberships } = await erasable(ctx, personId)
  await ctx.db('membership').whereIn('id', memberships.map(({ id }) => id)).whereNotNull('erase_asked_at')
    .update({ erase_asked_at: null, erase_asked_by: null, version: ctx.db.raw('version + 1') })
}

const countOf = (count: number, words: Readonly<Record<'nl' | 'en' | 'fr', readonly [string, string]>>): Texts | null =>
  count === 0 ? null : inEach(language => `${count} ${words[language][count === 1 ? 0 : 1]}`)

const everything: Texts = {
  nl: 'Naam, adres, contactgegevens en lidmaatschap, met de mails en het logboek erover',
  en: 'Name, address, contact details and membership, with the mails and the audit log about them',
  fr: 'Nom, adresse, coordonnées et abonnement, avec les e-mails et le journal à leur sujet',
}
const figures: Texts = {
  nl: 'De tellingen: leningen en inschrijvingen blijven meetellen, zonder naam.',
  en: 'The figures: loans and enrolments still count, without a name.',
  fr: 'Les statistiques : les prêts et inscriptions restent comptés, sans nom.',
}
/** Said to everybody, so that nobody learns from it where else somebody is a member. */
const elsewhere: Texts = {
  nl: 'Wat een andere bibliotheek bewaart van wie ook daar lid is: dat wist die bibliotheek zelf.',
  en: 'What another library keeps of whoever is a member there too: that library erases it itself.',
  fr: 'Ce que conserve une autre bibliothèque d’un usager qui y est aussi inscrit : elle l’efface elle-même.',
}
