import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import type { Fault } from '#core/refusal.ts'
import { notFound } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import { permissions } from '../contract/permission.ts'
import { MembershipRow } from '../membership.ts'
import { mayWithMembers, readPatron } from '../patron.ts'
import { nameOf } from '../person.ts'
import type { Two } from './fields.ts'

/** Two people who may be one, with all their memberships, also those beyond the reach of whoever asks. */
export interface Met extends Two { readonly memberships: readonly MembershipRow[] }

/** Both within reach; whoever does not exist, is out of reach or went into somebody else is the same. */
export async function readTwo(ctx: Context, keep: string, gone: string): Promise<Met> {
  const [kept, other] = [(await readPatron(ctx, keep)).person, (await readPatron(ctx, gone)).person]
  if (kept.id !== keep || other.id !== gone) throw notFound()
  return { keep: kept, gone: other, memberships: await everywhere(ctx, [keep, gone]) }
}

/** Looked up past the walls, because whose word is needed hangs on it; nothing of it reaches the desk. */
export const everywhere = (ctx: Context, people: readonly string[]): Promise<MembershipRow[]> =>
  beyondReach(ctx, async () => MembershipRow.query(ctx.db).whereIn('person_id', [...people]).orderBy(['library_id', 'id']))

/** Merging takes the right to it at every library that has to do with either; which ones they are is not said. */
export const mayMerge = (ctx: Context, memberships: readonly MembershipRow[]) =>
  memberships.every(one => mayWithMembers(ctx, permissions.merge, one))

/** Why two cannot become one, all at once. */
export function faultsOf(ctx: Context, { keep, gone, memberships }: Met, nationals: { differ: boolean }): Fault[] {
  if (keep.id === gone.id) return [fault('patrons.merge-itself', '/gone', 'Kies twee verschillende leners.', 'Choose two different patrons.',
    'Choisissez deux usagers différents.')]
  return [
    ...(mayMerge(ctx, memberships) ? [] : [beyond()]),
    ...(keep.kind === gone.kind ? [] : [fault('patrons.merge-kinds', '/gone',
      'Een persoon en een instelling zijn nooit dezelfde lener.', 'A person and an institution are never the same patron.',
      'Une personne et une institution ne sont jamais le même usager.')]),
    ...(nationals.differ ? [nationalsDiffer(nameOf(keep), nameOf(gone))] : []),
  ]
}

export const nationalsDiffer = (keep: string, gone: string) => fault('patrons.merge-nationals', '/gone',
  `${keep} en ${gone} hebben elk een ander rijksregisternummer: het zijn twee mensen.`,
  `${keep} and ${gone} each have another national number: they are two people.`,
  `${keep} et ${gone} ont chacun un autre numéro national : ce sont deux personnes.`)

/** The same words whatever lies out of reach, so that they tell nothing of it. */
export const beyond = () => fault('patrons.merge-beyond', '',
  'Deze twee kun je niet samenvoegen: dat mag alleen wie leners mag samenvoegen in elke betrokken bibliotheek. Vraag het aan een beheerder van de regio.',
  'You cannot merge these two: that takes the right to merge at every library involved. Ask an admin of the region.',
  'Vous ne pouvez pas fusionner ces deux usagers : il faut ce droit dans chaque bibliothèque concernée. Demandez à un administrateur de la région.')

/** Whether both have a national number, and not the same. */
export async function nationalsOf({ db }: Context, keep: string, gone: string): Promise<{ differ: boolean; onlyGone: boolean }> {
  const rows: { id: string; national_hash: Buffer | null }[] = await db('person').whereIn('id', [keep, gone]).select('id', 'national_hash')
  const hash = (id: string) => rows.find(row => row.id === id)?.national_hash ?? null
  const [kept, other] = [hash(keep), hash(gone)]
  return { differ: kept !== null && other !== null && !kept.equals(other), onlyGone: kept === null && other !== null }
}
