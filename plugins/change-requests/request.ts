import type { Context } from '#core/context.ts'
import type { Day, Language, Texts, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { Row } from '#core/row.ts'
import { SYSTEM, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import type { ListedRequest } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { helpdeskStates, openStates, type RequestState } from './contract/state.ts'
import { formTitle } from './form.ts'

/** What a library asks, from wish to applied change. */
export interface RequestRow {
  id: string
  /** What people call it on the phone. */
  number: number
  form: string
  /** The change it asks, which waits at the door; none for a question, a task or a draft. */
  setId: string | null
  state: RequestState
  unitId: UnitId
  libraryIds: readonly UnitId[]
  /** Libraries that joined a group while its change waits, and are bound by it. */
  joinedIds: readonly UnitId[]
  subject: Texts
  reason: string | null
  filled: Readonly<Record<string, unknown>>
  channel: 'screen' | 'phone' | 'mail'
  pasted: string | null
  authorId: string | null
  authorName: string
  /** Whose wish it is, when somebody else entered it. */
  askerId: string | null
  askerName: string | null
  askerAddress: string | null
  askerLanguage: Language | null
  confirmedAt: string | null
  team: string
  assigneeId: string | null
  assigneeName: string | null
  priority: number
  dueOn: Day | null
  applyOn: Day | null
  /** From when it is asked, where the form does not say so itself. */
  fromOn: Day | null
  approvedFirstBy: string | null
  tasksOpen: number
  /** Since when libraries that it binds have been asked for their word, as long as one has not given it. */
  awaitsSince: string | null
  /** Since when it has waited for anybody but the helpdesk. */
  pausedSince: string | null
  /** When whoever asked was last reminded of a question. */
  remindedAt: string | null
  at: string
  submittedAt: string | null
  answeredAt: string | null
  movedAt: string
  endedAt: string | null
}
export class RequestRow extends Row {
  static override tableName = 'request'
}

const all = (ctx: Context) => RequestRow.query(ctx.db)
export type Asked = ReturnType<typeof all>

/** What the reader may handle for the libraries that ask. */
export const toHandle = (ctx: Context): Asked => at(ctx, [permissions.handle], all(ctx))

/** What the reader asked, and what their library asked where they follow that. */
export function toFollow(ctx: Context): Asked {
  const id = ctx.actor.id ?? ''
  const units = unitsWith(ctx, [permissions.follow])
  if (units === 'all') return all(ctx)
  return all(ctx).where(own => own.where('author_id', id).orWhere('asker_id', id)
    .orWhereIn('unit_id', [...units]).orWhereRaw('library_ids && :units::uuid[] or joined_ids && :units::uuid[]', { units: [...units] }))
}

/** One request that somebody may read: their own, or one they follow or handle. */
export async function readable(ctx: Context, id: string): Promise<RequestRow> {
  const row = await all(ctx).findById(id)
  if (!row || !mayRead(ctx, row)) throw notFound()
  return row
}

/** The same, held so that two who act on it do so one after the other; its change first, as whoever applies that does. */
export async function held(ctx: Context, id: string): Promise<RequestRow> {
  const { setId } = await readable(ctx, id)
  if (setId !== null) await ctx.db('change_set').where({ id: setId }).forUpdate().select('id')
  return all(ctx).findById(id).forUpdate().throwIfNotFound()
}

const mayRead = (ctx: Context, row: RequestRow) =>
  isOwn(ctx, row) || (row.state !== 'draft' && (mayFollow(ctx, row) || mayHandle(ctx, row)))

export const isOwn = ({ actor: { id } }: Context, { authorId, askerId }: RequestRow) =>
  id !== null && (authorId === id || askerId === id)
export const mayFollow = (ctx: Context, row: RequestRow) => [...placesOf(row), ...row.joinedIds].some(unit => ctx.may(permissions.follow, unit))
export const mayHandle = (ctx: Context, row: RequestRow) => placesOf(row).some(unit => ctx.may(permissions.handle, unit))
const placesOf = ({ unitId, libraryIds }: RequestRow) => [unitId, ...libraryIds]

function unitsWith(ctx: Context, asked: readonly (typeof permissions)['handle'][]): ReadonlySet<UnitId> | 'all' {
  const tree = treeOn(ctx.configuration, ctx.today())
  const below = asked.flatMap(({ name }) => ctx.rights.all()[name] ?? [])
  if (below.includes(SYSTEM)) return 'all'
  return new Set([
    ...below.flatMap(unit => unitsBelow(tree, unit)), ...asked.flatMap(({ name }) => ctx.rights.only()[name] ?? []),
  ])
}

function at(ctx: Context, asked: readonly (typeof permissions)['handle'][], query: Asked): Asked {
  const units = unitsWith(ctx, asked)
  return units === 'all' ? query
    : query.where(row => row.whereIn('unit_id', [...units]).orWhereRaw('library_ids && ?::uuid[]', [[...units]]))
}

/** A request as it stands in a list, in the reader's language. */
export function listed(ctx: Context, row: RequestRow, bounced?: ReadonlySet<string>): ListedRequest {
  const author = { id: row.authorId, name: row.authorName }
  const other = row.askerName === null ? null : { id: row.askerId, name: row.askerName }
  const today = ctx.today()
  return {
    id: row.id, number: Number(row.number), form: row.form, formTitle: formTitle(ctx, row.form),
    subject: row.subject[ctx.language], state: row.state,
    unit: { id: row.unitId, name: unitAt(ctx.configuration, row.unitId, today)?.name ?? '' },
    asker: other ?? author, enteredBy: other && author, team: row.team,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? '' },
    priority: row.priority, dueOn: row.dueOn, late: waitsForHelpdesk(row) && row.dueOn !== null && row.dueOn < today,
    applyOn: row.applyOn, submittedAt: row.submittedAt, movedAt: row.movedAt, endedAt: row.endedAt,
    tasksOpen: row.tasksOpen, set: row.setId, unconfirmed: isUnconfirmed(row), awaitsLibraries: awaitsLibraries(row), bounced: bounced?.has(row.id) ?? false,
  }
}

/** What says whose turn it is. */
export type Turn = Pick<RequestRow, 'state' | 'askerName' | 'confirmedAt' | 'awaitsSince'>

export const isOpen = ({ state }: RequestRow) => openStates.includes(state)
/** It is for the helpdesk to answer, and not for the library that asked or for those that it binds. */
export const waitsForHelpdesk = (row: Turn) => helpdeskStates.includes(row.state) && !isUnconfirmed(row) && !awaitsLibraries(row)
const awaitsLibraries = ({ state, awaitsSince }: Turn) => awaitsSince !== null && openStates.includes(state)
/** What was entered on behalf of a library waits for the library's own word. */
export const isUnconfirmed = ({ askerName, confirmedAt }: Pick<RequestRow, 'askerName' | 'confirmedAt'>) =>
  askerName !== null && confirmedAt === null
