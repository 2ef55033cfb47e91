import { Type, type Static, type TObject, type TSchema } from 'typebox'
import type { DomainEvent, Texts, UnitId } from './contract.ts'
import { changed } from './event.ts'
import type { OpenContext } from './work.ts'

/** One thing that happened, as somebody outside may be told of it. */
export interface ToldLine {
  /** All units it is about: only who may hear of every one of them hears the sentence. */
  readonly units: readonly UnitId[]
  /** Without the name of any person. */
  readonly sentence: Texts
  /** What is told to who may hear of some of the units only: the kind of thing, no more. */
  readonly brief: Texts
}

/** An event as it may be told outside: thin, so that whoever wants to know more comes and asks. */
export interface Told {
  /** Ids and states; never a name, a note or anything of patrons. */
  readonly data: Readonly<Record<string, unknown>>
  /** Where the console shows it: `/history?set=…`. */
  readonly link: string
  /** The member of staff who did it; named to those who asked for names. */
  readonly by: string | null
  readonly lines: readonly ToldLine[]
}

/** An event that systems outside may hear of: what it is called there, and what they are told. */
export interface OutsideEvent<S extends TSchema = TSchema> {
  readonly event: DomainEvent<S>
  /** Where one chooses what to hear: "een aanvraag ging verder". */
  readonly title: Texts
  /** What `Told.data` holds. */
  readonly data: TObject
  /** Told as the system sees it; the wall is held by whoever carries it out. Null: nothing to tell. */
  tell(ctx: OpenContext, detail: Static<S>): Promise<Told | null>
}

/** Ties what is told to its event, so that `detail` is typed. */
export const heardOutside = <S extends TSchema>(outside: OutsideEvent<S>): OutsideEvent =>
  Object.freeze(outside) as OutsideEvent

/** An event on its way out: what happened, when, and under which number. What is told is asked only if anybody hears. */
export interface Outgoing {
  readonly id: number
  readonly at: string
  readonly name: string
  readonly tell: () => Promise<Told | null>
}

interface ItemTold { kind: string; sentence: Texts; units: UnitId[] }

const configurationChanged = heardOutside({
  event: changed,
  title: {
    nl: 'de configuratie is gewijzigd', en: 'the configuration was changed', fr: 'la configuration a été modifiée',
  },
  data: Type.Object({
    set: Type.String({ format: 'uuid' }), version: Type.Integer(), putsBack: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
  }),
  async tell(ctx, { set, version }) {
    const row = await ctx.db('change_set').where({ id: set }).first('author_id', 'puts_back')
    if (!row) return null
    // A put back speaks of the units that the set it undoes spoke of.
    const { rows }: { rows: ItemTold[] } = await ctx.db.raw(`
      select i.kind, i.sentence, case when i.branch_ids = '{}' then coalesce(o.branch_ids, '{}') else i.branch_ids end as units
      from change_item i left join change_item o on o.set_id = ?::uuid and o.n = i.n
      where i.set_id = ?::uuid order by i.n`, [row.puts_back, set])
    const { changes } = ctx.installation.registry
    return {
      data: { set, version, putsBack: row.puts_back }, link: `/history?set=${set}`, by: row.author_id,
      lines: rows.map(({ kind, sentence, units }) => ({ units, sentence, brief: changes.get(kind)?.kind.title ?? sentence })),
    }
  },
})

/** What of the core itself may be heard outside. */
export const coreOutside: readonly OutsideEvent[] = [configurationChanged]
