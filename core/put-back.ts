import { askLibraries, lacksAgreement, outstanding, type Agreement } from './agreement.ts'
import { covers, Draft, outside, type Period } from './draft.ts'
import type { Rehearsal, Item, Need } from './change.ts'
import { careFor, fingerprintOf, missingRights, needsOf } from './change.ts'
import { overlaps, type Lay, type Segment } from './configuration.ts'
import type { Day, Texts, UnitId } from './contract.ts'
import { beyondReach, commit, librariesOf, lockConfiguration, lockFor, unitsOf, writeItems } from './change-set.ts'
import { asksSecondPerson, lacking } from './door.ts'
import { demandConfirmed } from './confirm.ts'
import { brokenBy } from './invariant.ts'
import { corePermissions, systemOnly } from './contract/permission.ts'
import { drawn, effectsOf } from './preview.ts'
import type { Preview } from './contract/change.ts'
import { notFound, refused, Refusal, type Fault } from './refusal.ts'
import { SYSTEM } from './unit.ts'
import { weigh } from './weight.ts'
import type { OpenContext } from './work.ts'

export interface PutBack {
  /** The id of the new set that puts the old one back. */
  readonly id: string
  /** `from-today` leaves the days gone by as they were; `as-if-never` corrects them too. */
  readonly mode: 'from-today' | 'as-if-never'
  readonly reason?: string | undefined
  /** Waits for the second person that it asks. */
  readonly asRequest?: boolean | undefined
}

interface Kept {
  id: string
  version: number | null
  state: string
  put_back_by: string | null
}

/** What putting a set back would do. */
export async function previewPutBack(
  ctx: OpenContext, setId: string, { id, mode }: PutBack, said?: readonly Agreement[],
): Promise<Preview> {
  const { rehearsal, items } = await rehearsePutBack(ctx, setId, id, mode)
  const seen: number[] = await ctx.db('change_item').whereIn('set_id', [setId, id]).pluck('n')
  const sentences = rehearsal.sentences.filter((_, n) => seen.includes(n))
  return drawn(ctx, { ...rehearsal, sentences }, await effectsOf(ctx, rehearsal.draft.configuration(), items), said)
}

/**
 * Undoes a set as a new set: what it laid goes, what it ended stands again under its author's name.
 *
 * Refuses where later sets stand on it, naming them. Putting back a put back is the same act again.
 */
export async function putBack(ctx: OpenContext, setId: string, act: PutBack): Promise<void> {
  const { isRepeat } = await lockFor(ctx, { id: act.id, reason: act.reason, putsBack: setId })
  if (isRepeat) return
  const tried = await rehearsePutBack(ctx, setId, act.id, act.mode)
  const { rehearsal, items, librariesOfItem } = tried
  refuseLacking(ctx, tried)
  if (rehearsal.secondPerson && !act.asRequest) throw asksSecondPerson()
  refuseFaults(tried)
  const silent = await outstanding(ctx, rehearsal.agreement)
  if (silent.length && !act.asRequest) throw lacksAgreement(ctx, silent, 403)
  const units = unitsOf(rehearsal.lays.flat())
  await writeItems(ctx, {
    id: act.id,
    state: act.asRequest ? 'requested' : 'applied',
    reason: act.reason,
    units,
    putsBack: setId,
    putBackMode: act.mode,
    items: items.map(item => ({ ...item, seen: null })),
    sentences: rehearsal.sentences,
    librariesOfItem,
    reading: ctx.configuration,
  })
  if (act.asRequest) await askLibraries(ctx, act.id, rehearsal.agreement)
  else await carryOut(ctx, setId, act.id, rehearsal)
}

/** Carries out a put back that waited, under the rights of whoever agrees to it; as it stands now. */
export async function putBackWaiting(ctx: OpenContext, setId: string, act: PutBack): Promise<void> {
  await lockConfiguration(ctx)
  const tried = await rehearsePutBack(ctx, setId, act.id, act.mode)
  refuseLacking(ctx, tried)
  refuseFaults(tried)
  const silent = await outstanding(ctx, tried.rehearsal.agreement, act.id)
  if (silent.length) throw lacksAgreement(ctx, silent, 409)
  await carryOut(ctx, setId, act.id, tried.rehearsal)
}

async function carryOut(ctx: OpenContext, setId: string, id: string, { draft }: Rehearsal) {
  await commit(ctx, id, draft)
  await ctx.db('change_set').where({ id: setId }).update({ state: 'put-back', put_back_by: id })
}

type Tried = Awaited<ReturnType<typeof rehearsePutBack>>

function refuseLacking(ctx: OpenContext, { rehearsal }: Tried) {
  const missing = missingRights(ctx, rehearsal.needs)
  if (missing.length) throw lacking(ctx, missing)
  if (rehearsal.confirms) demandConfirmed(ctx)
}

function refuseFaults({ rehearsal, later }: Tried) {
  if (later.length) throw standsOnIt(later)
  if (rehearsal.faults.length) throw refused(rehearsal.faults)
}

/** Tries out undoing a set, as the set of that id. */
export async function rehearsePutBack(ctx: OpenContext, setId: string, newId: string, mode: PutBack['mode']) {
  const set = await undone(ctx, setId, newId)
  if (!set || set.version === null) throw notFound()
  if (set.put_back_by) throw alreadyPutBack()
  const stored: StoredItem[] = await beyondReach(ctx, async () => ctx.db('change_item').where({ set_id: setId }).orderBy('n')
    .select('kind', 'payload', 'sentence', 'library_ids', 'branch_ids'))
  const { version } = set
  const { made, ended } = await beyondReach(ctx, () => rowsOf(ctx, version))
  const since = mode === 'from-today' ? ctx.today() : null
  const lays = undoing(ctx, made, ended, since)
  const draft = new Draft(ctx.configuration, newId)
  for (const lay of lays) draft.lay(lay)
  const later = await laterSets(ctx, version, lays, made)
  const items: Item[] = stored.map(({ kind, payload }) => ({ kind, payload }))
  const { registry } = ctx.installation
  const weighed = weigh(registry.weights, lays, {
    ...registry, before: ctx.configuration, after: draft, today: ctx.today(), comesBack: true,
  })
  const confirms = weighed.confirms || items.some(({ kind }) => registry.changes.get(kind)?.confirms)
  const rehearsal: Rehearsal = {
    draft,
    lays: [lays],
    questions: [],
    asksReason: false,
    agreement: [...new Set(weighed.agreement)],
    ...careFor(ctx, { draft, lays: [lays], confirms, secondPerson: weighed.secondPerson }),
    needs: [...needsHere(ctx, items, lays), ...weighed.needs],
    sentences: stored.map(({ sentence }) => withdrawn(sentence)),
    faults: later.length ? [standing(later)] : await brokenBy(ctx, draft),
  }
  const librariesOfItem = stored.map(item =>
    [...new Set([...item.library_ids, ...librariesOf(ctx.configuration, item.branch_ids, ctx.today())])])
  return { rehearsal, items, later, librariesOfItem, fingerprint: fingerprintOf(rehearsal) }
}

interface StoredItem { kind: string; payload: unknown; sentence: Texts; library_ids: UnitId[]; branch_ids: UnitId[] }

/** The set that is undone: whoever reads a put back that waits may be bound by it since, and reads this one for it. */
async function undone(ctx: OpenContext, setId: string, newId: string): Promise<Kept | undefined> {
  const look = (): Promise<Kept | undefined> => ctx.db('change_set').where({ id: setId }).first().then()
  const waits = await ctx.db('change_set').where({ id: newId, puts_back: setId }).first('id')
  return waits ? beyondReach(ctx, look) : look()
}

/** The same rights as the change itself; rewriting days gone by asks for one more. */
function needsHere(ctx: OpenContext, items: readonly Item[], lays: readonly Lay[]): Need[] {
  const today = ctx.today()
  const needs = items.flatMap(({ kind, payload }) => {
    const rule = ctx.installation.registry.changes.get(kind)
    return rule
      ? [...needsOf(rule, ctx.configuration, payload, today, ctx.installation.registry)]
      : [{ permission: systemOnly, unit: SYSTEM }]
  })
  const rewritten = new Set(lays.filter(({ from }) => from === null || from < today).map(({ unit }) => unit))
  return [...needs, ...[...rewritten].map(unit => ({ permission: corePermissions.correctPast, unit }))]
}

/**
 * First what the set laid is lifted, then what it ended is laid again; both from `since` on. The edges
 * that it merely cut off still say what they said, so they are left alone.
 */
function undoing(
  ctx: OpenContext,
  made: readonly Segment[],
  ended: readonly Segment[],
  since: Day | null,
): Lay[] {
  const edges = made.filter(row => ended.some(whole => isEdge(row, whole)))
  const lay = (said: Segment, { from, to }: Period, body: unknown): Lay[] => {
    const fact = ctx.installation.registry.facts.get(said.fact)
    if (!fact || (since !== null && to !== null && to < since)) return []
    const start = since !== null && (from === null || from < since) ? since : from
    return [{ fact, unit: said.unit, key: said.key, from: start, to, body, saidIn: said.saidIn }]
  }
  return [
    ...made.filter(row => !edges.includes(row)).flatMap(row => lay(row, row, null)),
    ...ended.flatMap(whole => {
      const cut = edges.filter(edge => isEdge(edge, whole))
      return cut
        .reduce<Period[]>((parts, edge) => parts.flatMap(part => outside(part, edge)), [whole])
        .flatMap(part => lay(whole, part, whole.body))
    }),
  ]
}

const isEdge = (row: Segment, whole: Segment) =>
  row.saidIn === whole.saidIn &&
  row.key === whole.key &&
  row.unit === whole.unit &&
  row.fact === whole.fact &&
  covers(whole, row)

async function rowsOf(ctx: OpenContext, version: number): Promise<{ made: Segment[]; ended: Segment[] }> {
  const { rows } = await ctx.db.raw(
    `
    select id, fact, unit_id as unit, key, lower(valid)::text as "from", (upper(valid) - 1)::text as "to", body,
           said_in as "saidIn", made_in as "madeIn", made_in = ? as made
    from segment where made_in = ? or ended_in = ?`,
    [version, version, version],
  )
  const all = rows as (Segment & { made: boolean })[]
  return { made: all.filter(row => row.made), ended: all.filter(row => !row.made) }
}

/** Sets that changed the same things since: the put back would undo them too. One behind a wall is counted, not told. */
async function laterSets(
  ctx: OpenContext,
  version: number,
  lays: readonly Lay[],
  made: readonly Segment[],
): Promise<string[]> {
  const standing = (lay: Lay) =>
    ctx.configuration.of(lay.fact, lay.unit).filter(said => said.key === lay.key && overlaps(said, lay))
  // What the set itself said still stands where others cut it and that was put back.
  const words = lays
    .flatMap(standing)
    .filter(said => said.madeIn > version && !made.some(row => isEdge(said, row)))
  const bare = lays
    .filter(({ body }) => body === null)
    .flatMap(lay =>
      standing(lay)
        .reduce<Period[]>((left, said) => left.flatMap(part => outside(part, said)), [lay])
        .map(part => ({ ...lay, ...part })),
    )
  const sets = [
    ...new Set([
      ...words.map(said => said.madeIn),
      ...(await beyondReach(ctx, () => takersOf(ctx, version, bare))),
    ]),
  ]
  if (!sets.length) return []
  const rows: { sentence: Texts }[] = await ctx
    .db('change_item as i')
    .join('change_set as s', 's.id', 'i.set_id')
    .whereIn('s.version', sets)
    .where('i.n', 0)
    .select('i.sentence')
  const told = rows.map(({ sentence }) => sentence[ctx.language])
  return told.length === sets.length ? told : [...told, unseen[ctx.language]]
}

/** The versions that took away what a set had laid, and were not put back themselves. */
async function takersOf(ctx: OpenContext, version: number, bare: readonly Lay[]): Promise<number[]> {
  const takers: number[] = []
  for (const { fact, unit, key, from, to } of bare) {
    const { rows } = await ctx.db.raw(
      `
      select distinct g.ended_in as version from segment g join change_set s on s.version = g.ended_in
      where g.unit_id = ? and g.fact = ? and g.key = ? and g.made_in >= ? and g.ended_in > ?
        and g.valid && daterange(?, ?, '[]') and s.state = 'applied' and s.puts_back is null`,
      [unit, fact.name, key, version, version, from, to],
    )
    takers.push(...(rows as { version: number }[]).map(row => row.version))
  }
  return takers
}

const unseen: Texts = {
  nl: 'een wijziging buiten je bereik',
  en: 'a change outside your reach',
  fr: 'une modification hors de votre périmètre',
}

const withdrawn = (sentence: Texts): Texts => ({
  nl: `Teruggedraaid: ${sentence.nl}`,
  en: `Put back: ${sentence.en}`,
  fr: `Annulé : ${sentence.fr}`,
})

const standing = (later: readonly string[]): Fault => ({
  code: 'core.stands-on',
  pointer: '',
  message: {
    nl: `Latere wijzigingen bouwen hierop voort. Draai eerst deze terug: ${later.join('; ')}`,
    en: `Later changes stand on this one. Put these back first: ${later.join('; ')}`,
    fr: `Des modifications ultérieures en dépendent. Annulez d’abord : ${later.join(' ; ')}`,
  },
})

const standsOnIt = (later: readonly string[]) =>
  new Refusal(409, 'core.stands-on', standing(later).message, { faults: [standing(later)] })

const alreadyPutBack = () =>
  new Refusal(409, 'core.already-put-back', {
    nl: 'Deze wijziging is al teruggedraaid.',
    en: 'This change has already been put back.',
    fr: 'Cette modification a déjà été annulée.',
  })
