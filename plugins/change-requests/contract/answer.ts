import { Type, type Static } from 'typebox'
import { Day, languages, UnitId } from '#core/contract.ts'
import { ChangeSet, Items, Reason, setStates } from '#core/contract/change.ts'
import { requestTopics } from '#core/contract/request-form.ts'
import { mailStates } from '#plugins/mail/contract.ts'
import { RequestState } from './state.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()
const Id = Type.String({ format: 'uuid' })
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
const Person = Type.Object({ id: orNull(Text), name: Text })
const Language = Type.Enum(languages)

export const channels = ['screen', 'phone', 'mail'] as const

/** A request as it stands in a list. */
const line = {
  id: Text, number: Type.Integer(), form: Text, formTitle: Text, subject: Text, state: RequestState,
  unit: Type.Object({ id: Text, name: Text }),
  /** Whose wish it is, and who entered it when that is somebody else. */
  asker: Person, enteredBy: orNull(Person),
  team: Text, assignee: orNull(Person), priority: Type.Integer(),
  dueOn: orNull(Text), late: Type.Boolean(), applyOn: orNull(Text),
  submittedAt: orNull(Text), movedAt: Text, endedAt: orNull(Text),
  tasksOpen: Type.Integer(), set: orNull(Text),
  /** The library that asked has not confirmed yet what was entered on its behalf. */
  unconfirmed: Type.Boolean(),
  /** Libraries that it binds have not said yet whether they agree. */
  awaitsLibraries: Type.Boolean(),
  /** For whoever handles it: a mail to whoever asked did not arrive. */
  bounced: Type.Boolean(),
}
export const ListedRequest = Type.Object(line)
export type ListedRequest = Static<typeof ListedRequest>

/** `GET /api/requests`. */
export const RequestsAsked = Type.Object({
  /** `mine`: what I or my library asked; `inbox`: what I may handle. */
  box: Type.Enum(['mine', 'inbox']),
  state: Type.Optional(Type.Union([RequestState, Type.Literal('open'), Type.Literal('ended')])),
  /** A code, or `mine`: every team of which whoever asks is a member. */
  team: Type.Optional(Type.String({ maxLength: 60 })),
  /** A person, `me`, or `nobody`. */
  assignee: Type.Optional(Type.String({ maxLength: 36 })),
  form: Type.Optional(Type.String({ maxLength: 80 })),
  unit: Type.Optional(UnitId),
  priority: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
  due: Type.Optional(Type.Enum(['late', 'week'])),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  sort: Type.Optional(Type.Enum(['due', 'new', 'old', 'priority'])),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
}, strict)
export type RequestsAsked = Static<typeof RequestsAsked>
export const Requests = Type.Object({
  data: Type.Array(ListedRequest), total: Type.Integer(),
  /** Over all open ones of the box, whatever the filter. */
  counts: Type.Object({ open: Type.Integer(), mine: Type.Integer(), nobody: Type.Integer(), team: Type.Integer(), late: Type.Integer(), question: Type.Integer() }),
})
export type Requests = Static<typeof Requests>

export const noteKinds = ['comment', 'internal', 'question', 'answer', 'move', 'adjusted'] as const
const Note = Type.Object({
  id: Text, at: Text, by: Person, kind: Type.Enum(noteKinds), state: orNull(RequestState), text: orNull(Text),
  /** Of what was adjusted: old and new. */
  changes: Type.Array(Type.Object({ title: Text, was: orNull(Text), now: orNull(Text) })),
})
const Task = Type.Object({
  n: Type.Integer(), title: Text, doneOn: orNull(Text), doneBy: orNull(Text), proof: orNull(Text),
})
const File = Type.Object({ id: Text, name: Text, mediaType: Text, bytes: Type.Integer(), by: Text, at: Text })
const Mail = Type.Object({
  kind: Text, at: Text, state: Type.Enum(mailStates), name: Text, address: orNull(Text),
})
const Answer = Type.Object({ question: Text, title: Text, text: Text })

/** On whose behalf it is entered: somebody who signs in here, or whoever phoned or mailed. */
export const Asker = Type.Object({
  staff: Type.Optional(Id),
  name: Type.String({ minLength: 1, maxLength: 120 }), address: Type.String({ format: 'email', maxLength: 254 }), language: Language,
}, strict)
export type Asker = Static<typeof Asker>

/** What may be done with it now, by whoever reads it. */
export const requestActs = [
  'handle', 'decide', 'adjust', 'say', 'answer', 'withdraw', 'attach', 'confirm', 'edit', 'put-back',
] as const
export type RequestAct = (typeof requestActs)[number]

/** `GET /api/requests/:id`. */
export const OneRequest = Type.Object({
  ...line, from: orNull(Text), reason: orNull(Text), pasted: orNull(Text), channel: Type.Enum(channels),
  filled: Type.Record(Text, Type.Unknown()),
  /** Of a draft on behalf of another: what its author wrote of them. */
  behalf: orNull(Asker),
  /** The same in words, question by question. */
  answers: Type.Array(Answer),
  notes: Type.Array(Note), tasks: Type.Array(Task), files: Type.Array(File),
  /** For whoever handles it: what was mailed about it, to whom, and whether it left. */
  mails: Type.Array(Mail),
  change: orNull(ChangeSet),
  /** Of a change that was not asked by a form, for whoever may adjust it: what it holds, as the door takes it. */
  items: Type.Array(Type.Object({ kind: Text, payload: Type.Unknown(), sentence: Text })),
  /** The day from which it was asked went by while it waited: approved now, it holds from this one. */
  passed: orNull(Type.Object({ asked: Text, from: Text })),
  /** Why a plan stopped, or why it was refused. */
  stopped: orNull(Text),
  /** It takes another person's approval besides. */
  approvedFirstBy: orNull(Person),
  similar: Type.Array(Type.Object({
    id: Text, number: Type.Integer(), subject: Text, state: RequestState, unitName: Text, endedAt: orNull(Text), word: orNull(Text),
  })),
  may: Type.Array(Type.Enum(requestActs)),
})
export type OneRequest = Static<typeof OneRequest>

/** `GET /api/requests/:id/earlier`: how the very values that it would change came about. */
export const EarlierChanges = Type.Object({
  data: Type.Array(Type.Object({
    set: Text, at: Text, state: Type.Enum(setStates), by: Person, sentences: Type.Array(Text),
  })),
})
export type EarlierChanges = Static<typeof EarlierChanges>

const Name = Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' })
/** A question and its answer: by name of the question. */
export const Answers = Type.Record(Name, Type.Unknown(), { maxProperties: 40, additionalProperties: false })
export type Answers = Readonly<Record<string, unknown>>

/** `POST /api/requests`: sends a filled form, or keeps it as a draft. Sent twice under one id it is one request. */
export const NewRequest = Type.Object({
  id: Id, form: Type.String({ maxLength: 80 }), unit: UnitId, filled: Answers, from: Type.Optional(orNull(Day)),
  /** Of the plain change: what the screen would have saved. */
  items: Type.Optional(Items),
  reason: Type.Optional(Reason), applyOn: Type.Optional(orNull(Day)), draft: Type.Optional(Type.Boolean()),
  onBehalfOf: Type.Optional(Asker), channel: Type.Optional(Type.Enum(channels)), pasted: Type.Optional(Type.String({ maxLength: 20_000 })),
  fingerprint: Type.Optional(Type.String({ maxLength: 100 })),
}, strict)
export type NewRequest = Static<typeof NewRequest>

const Question = Type.Object({
  name: Text, title: Text, help: Type.Optional(Text), schema: Type.Unknown(), unit: Text, default: Type.Optional(Type.Unknown()),
  as: Type.Optional(Text), choices: Type.Optional(Type.Record(Text, Text)), codes: Type.Optional(Text),
  columns: Type.Optional(Type.Array(Type.Object({ name: Text, title: Text, unit: Text, codes: Type.Optional(Text),
    choices: Type.Optional(Type.Record(Text, Text)), as: Type.Optional(Text),
  }))),
  optional: Type.Boolean(), everyYear: Type.Optional(Type.Boolean()),
  /** It is put when one of these holds; see `isAsked`. */
  onlyWhen: Type.Optional(Type.Array(Type.Object({ question: Text, is: Type.Array(Type.Unknown()) }))),
})
/** `GET /api/requests/forms`; with `unit` as they stand filled there. */
export const FormsAsked = Type.Object({ unit: Type.Optional(UnitId) }, strict)
export const Form = Type.Object({
  name: Text, plugin: Text, topic: Type.Enum(requestTopics), title: Text, help: Text, synonyms: Text, levels: Type.Array(Text),
  questions: Type.Array(Question), hasOwnDay: Type.Boolean(),
})
export type Form = Static<typeof Form>
export const Forms = Type.Object({ data: Type.Array(Form) })

/** `POST /api/requests/forms/:form/items`: what the answers stand for, and what is still to be answered. */
export const FormFilled = Type.Object({
  /** The request as which it will be sent: what it opens is named by it. */
  id: Type.Optional(Id), unit: UnitId, from: Type.Optional(orNull(Day)), filled: Answers,
}, strict)
export const FormItems = Type.Object({
  items: Type.Array(Type.Object({ kind: Text, payload: Type.Unknown() })), tasks: Type.Array(Text),
  faults: Type.Array(Type.Object({ code: Text, pointer: Text, message: Text })),
})

const Said = Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' })
const Word = Type.Optional(Type.String({ maxLength: 2000 }))
const Seen = Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))

/** `POST /api/requests/:id/handle`: who takes it, where it lies and how it is pressed; what is absent stays. */
export const Handling = Type.Object({
  assignee: Type.Optional(orNull(Id)), team: Type.Optional(Type.String({ maxLength: 60 })),
  priority: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })), dueOn: Type.Optional(orNull(Day)),
}, strict)
export type Handling = Static<typeof Handling>

/** `POST /api/requests/:id/asker`: where whoever phoned or mailed is reached. */
export const Readdressing = Type.Object({ email: Type.String({ format: 'email', maxLength: 254 }) }, strict)
/** `POST /api/requests/:id/say`. `asks`: the library is to answer before it goes on. */
export const Saying = Type.Object({
  id: Id, text: Said, to: Type.Enum(['library', 'internal']), asks: Type.Optional(Type.Boolean()),
}, strict)
export type Saying = Static<typeof Saying>
/** `POST /api/requests/:id/answer`. */
export const Answering = Type.Object({ id: Id, text: Said }, strict)
/** `POST /api/requests/:id/approve`; `seen` is the version of the preview that was looked at, `from` a later day for what began too early. */
export const Approving = Type.Object({ seen: Seen, text: Word, from: Type.Optional(Day) }, strict)
export type Approving = Static<typeof Approving>
/** `POST /api/requests/:id/preview`: what approving it would do now, from this day on where the one asked went by. */
export const Looking = Type.Object({ from: Type.Optional(Day) }, strict)
/** `POST /api/requests/:id/adjust`: its form filled otherwise, or other items; `set` is made before sending. */
export const Adjusting = Type.Object({
  set: Id, filled: Type.Optional(Answers), from: Type.Optional(orNull(Day)), items: Type.Optional(Items), text: Word,
  fingerprint: Type.Optional(Type.String({ maxLength: 100 })),
}, strict)
export type Adjusting = Static<typeof Adjusting>
/** `POST /api/requests/:id/refuse`. */
export const Refusing = Type.Object({ text: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) }, strict)
/** `POST /api/requests/:id/withdraw`. */
export const Withdrawing = Type.Object({ text: Word }, strict)
/** `POST /api/requests/:id/tasks/:n`; no day: it is to do again. */
export const Ticking = Type.Object({ doneOn: orNull(Day), proof: Word }, strict)
export type Ticking = Static<typeof Ticking>

/** `POST /api/requests/preview` and `POST /api/requests/approve`: alike requests, looked at and approved in one act. */
export const Together = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }) }, strict)
export const ApprovingTogether = Type.Object({
  ids: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }), seen: Seen, text: Word,
}, strict)
export type ApprovingTogether = Static<typeof ApprovingTogether>
/** How each of them went; one that could not be approved waits on, and says why. */
export const ApprovedTogether = Type.Object({
  data: Type.Array(Type.Object({ id: Text, state: RequestState, refused: orNull(Text) })),
})

export const FILE_BYTES_AT_MOST = 5 * 2 ** 20
/** `POST /api/requests/:id/files`, with its content as base64; `GET /api/requests/:id/files/:file` answers it. */
export const NewFile = Type.Object({
  id: Id, name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  content: Type.String({ minLength: 1, maxLength: Math.ceil(FILE_BYTES_AT_MOST / 3) * 4 + 4, contentEncoding: 'base64' }),
}, strict)
export type NewFile = Static<typeof NewFile>

/** `GET /api/requests/handlers`: who may take a request of this unit, without one of any; and in which teams they are. */
export const Handlers = Type.Object({ data: Type.Array(Type.Object({ id: Text, name: Text, teams: Type.Array(Text) })) })
export type Handlers = Static<typeof Handlers>

/** `GET /api/requests/:id/approvers`: who may approve it, and who may do what it asks without handling requests. */
const Named = Type.Array(Type.Object({ id: Text, name: Text }))
export const Approvers = Type.Object({ approve: Named, themselves: Named })
export type Approvers = Static<typeof Approvers>

/** Hours are medians; null where nothing of the kind happened. */
const measured = {
  asked: Type.Integer(), open: Type.Integer(), applied: Type.Integer(), refused: Type.Integer(), withdrawn: Type.Integer(),
  putBack: Type.Integer(), answerHours: orNull(Type.Number()), appliedHours: orNull(Type.Number()),
}
/** `GET /api/requests/report`. */
export const ReportAsked = Type.Object({ unit: Type.Optional(UnitId), from: Day, to: Day }, strict)
export type ReportAsked = Static<typeof ReportAsked>
export const Report = Type.Object({
  total: Type.Object(measured),
  byForm: Type.Array(Type.Object({ form: Text, title: Text, ...measured })),
  /** What several libraries ask together stands under each of them, what the region asks for itself under none. */
  byLibrary: Type.Array(Type.Object({ unit: orNull(Text), name: Text, ...measured })),
  /** Changes that are often asked and nearly always granted: the right to them could be given to those who ask. */
  candidates: Type.Array(Type.Object({
    kind: Text, title: Text, asked: Type.Integer(), applied: Type.Integer(), refused: Type.Integer(),
    permission: Type.Object({ name: Text, allows: Text }),
    /** The role that most of those who asked hold, and that lacks the right. */
    role: orNull(Type.Object({ code: Text, name: Text })),
  })),
})
export type Report = Static<typeof Report>

/** `GET /api/requests/askers`: who may ask something for a unit, to enter it on their behalf. */
export const Askers = Type.Object({
  data: Type.Array(Type.Object({ id: Text, name: Text, address: Text, language: Language })),
})
export type Askers = Static<typeof Askers>
