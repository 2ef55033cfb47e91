import { isHeldBack, notByBadge } from './badge.ts'
import { fingerprintOf, missingRights, rehearse, type Item, type Need, type Rehearsal } from './change.ts'
import { askLibraries, lacksAgreement, outstanding } from './agreement.ts'
import { demandConfirmed } from './confirm.ts'
import type { Lay } from './configuration.ts'
import type { Day } from './contract.ts'
import { conflictsOf } from './conflict.ts'
import { brokenBy } from './invariant.ts'
import { drawn, effectsOf, missingIn } from './preview.ts'
import { systemOnly } from './contract/permission.ts'
import { notAllowed, refused, Refusal } from './refusal.ts'
import { commit, lockConfiguration, lockFor, unitsOf, writeItems, type Author } from './change-set.ts'
import type { SetState } from './contract/change.ts'
import { homeLibrary } from './unit.ts'
import { fault } from './wording.ts'
import { strangersIn } from './stranger.ts'
import { SYSTEM_ACTOR, type OpenContext } from './work.ts'

/** What a person sends through the door. The id is made before sending, so a repeat is the same act. */
export interface Submission {
  readonly id: string
  readonly items: readonly Item[]
  readonly reason?: string | undefined
  /** Wait until this day; absent: now. Facts with a period of their own need no waiting. */
  readonly applyOn?: Day | null | undefined
  readonly fingerprint?: string | undefined
  readonly asRequest?: boolean | undefined
  /** Of a request that takes the place of another: whose wish it still is. Absent: whoever sends it. */
  readonly author?: Author | undefined
}

/**
 * The one door for configuration: applies a set whole or not at all.
 *
 * One set is applied at a time; it refuses with every fault at once, with both versions where
 * somebody else was first, and with the new preview where the ground has shifted. Without the right
 * it can be left behind as a request. Announces `core.changed`.
 */
export async function submit(ctx: OpenContext, submission: Submission): Promise<void> {
  const { isRepeat } = await lockFor(ctx, submission)
  if (isRepeat) return
  const strangers = await strangersIn(ctx, submission.items)
  if (strangers.length) throw refused(strangers)
  const rehearsal = await rehearse(ctx, submission.id, submission.items)
  if (rehearsal.faults.length) throw refused(rehearsal.faults)
  if (rehearsal.questions.length) throw unanswered(ctx, rehearsal)
  if (rehearsal.asksReason && !submission.reason?.trim()) throw refused([reasonless])

  const missing = missingRights(ctx, rehearsal.needs)
  if (missing.length && !submission.asRequest) throw lacking(ctx, missing)
  if (missing[0] && !mayAsk(ctx, rehearsal)) throw notAllowed(missing[0].permission.allows)
  if (rehearsal.confirms) demandConfirmed(ctx)
  if (rehearsal.secondPerson && !submission.asRequest && ctx.actor !== SYSTEM_ACTOR) throw asksSecondPerson()
  const silent = ctx.actor === SYSTEM_ACTOR ? [] : await outstanding(ctx, rehearsal.agreement)
  if (silent.length && !submission.asRequest) throw lacksAgreement(ctx, silent, 403)
  await refuseBroken(ctx, rehearsal)
  await refuseConflicts(ctx, rehearsal, submission.items)
  await refuseShiftedGround(ctx, rehearsal, submission)

  const state: SetState = submission.asRequest ? 'requested' : waits(ctx, submission) ? 'planned' : 'applied'
  await enter(ctx, rehearsal, submission, state)
}

/**
 * One asks for one's own library, and what that means for the groups above it; never for another
 * library, nor for what only the system does.
 */
function mayAsk(ctx: OpenContext, { needs, lays, draft }: Rehearsal): boolean {
  if (needs.some(({ permission }) => permission === systemOnly)) return false
  const isOurs = ({ unit }: Lay) => ctx.reaches(unit) || ctx.reaches(unit, draft)
  return lays.every(laid => laid.length === 0 || laid.some(isOurs)
    && laid.every(lay => isOurs(lay) || homeLibrary(draft, lay.unit, ctx.today()) === undefined))
}

/** Tries a set that waited as it would be applied now, under the rights of whoever answers for it. */
export async function tryWaiting(ctx: OpenContext, setId: string, items: readonly Item[]): Promise<Rehearsal> {
  await lockConfiguration(ctx)
  const rehearsal = await rehearse(ctx, setId, items)
  if (rehearsal.faults.length) throw refused(rehearsal.faults)
  const missing = missingRights(ctx, rehearsal.needs)
  if (missing.length) throw lacking(ctx, missing)
  const silent = await outstanding(ctx, rehearsal.agreement, setId)
  if (silent.length) throw lacksAgreement(ctx, silent, 409)
  await refuseBroken(ctx, rehearsal)
  await refuseConflicts(ctx, rehearsal, items)
  return rehearsal
}

/** Applies a set that waited: a planned one whose day has come, or a request that was approved. */
export async function applyWaiting(ctx: OpenContext, setId: string, items: readonly Item[]): Promise<void> {
  const { draft } = await tryWaiting(ctx, setId, items)
  await commit(ctx, setId, draft)
}

async function refuseBroken(ctx: OpenContext, { draft }: Rehearsal) {
  const broken = await brokenBy(ctx, draft)
  if (broken.length) throw refused(broken)
}

async function enter(ctx: OpenContext, rehearsal: Rehearsal, submission: Submission, state: SetState) {
  const { sentences, lays, needs, draft } = rehearsal
  // Also where the right was asked: what opens a unit belongs to the history of the unit above it.
  const units = [...new Set([...unitsOf(lays.flat()), ...needs.map(({ unit }) => unit)])]
  const entry = { ...submission, state, sentences, lays, units, reading: draft }
  // What then holds is reckoned while PostgreSQL writes who asks what, and follows without waiting for its answer.
  if (state === 'applied') await Promise.all([writeItems(ctx, entry), commit(ctx, submission.id, draft)])
  else {
    await writeItems(ctx, entry)
    await askLibraries(ctx, submission.id, rehearsal.agreement)
  }
}

const waits = (ctx: OpenContext, { applyOn }: Submission) => Boolean(applyOn && applyOn > ctx.today())

async function refuseConflicts(ctx: OpenContext, rehearsal: Rehearsal, items: readonly Item[]) {
  const conflicts = await conflictsOf(ctx, rehearsal, items)
  if (!conflicts.length) return
  throw new Refusal(409, 'core.conflict', {
    nl: 'Iemand anders heeft dit intussen gewijzigd. Kies welke versie het wordt.',
    en: 'Somebody else has changed this in the meantime. Choose which version it shall be.',
    fr: 'Quelqu’un d’autre a modifié ceci entre-temps. Choisissez la version à garder.',
  }, { more: { yours: conflicts.map(({ yours }) => yours), theirs: conflicts.map(({ theirs }) => theirs) } })
}

async function refuseShiftedGround(ctx: OpenContext, rehearsal: Rehearsal, { items, fingerprint }: Submission) {
  if (fingerprint === undefined || fingerprint === fingerprintOf(rehearsal)) return
  const effects = await effectsOf(ctx, rehearsal.draft.configuration(), items)
  throw new Refusal(409, 'core.ground-shifted', {
    nl: 'Sinds het voorbeeld is er iets veranderd. Bekijk wat de wijziging nu zou doen.',
    en: 'Something has changed since the preview. See what the change would do now.',
    fr: 'Quelque chose a changé depuis l’aperçu. Vérifiez ce que la modification donne à présent.',
  }, { more: { preview: drawn(ctx, rehearsal, effects) } })
}

/** What a preview asks is decided by a person, never by leaving it open. */
function unanswered(ctx: OpenContext, { questions }: Rehearsal): Refusal {
  const faults = questions.map(({ code, text }) => ({ code, pointer: '', message: text }))
  return new Refusal(422, 'core.unanswered', {
    nl: 'Beantwoord eerst de vraag.', en: 'Answer the question first.', fr: 'Répondez d’abord à la question.',
  }, { faults, more: { questions: questions.map(question => ({ ...question, text: question.text[ctx.language] })) } })
}

export const reasonless = fault('core.reason-needed', '/reason',
  'Dit verandert wat voorbij is. Schrijf erbij waarom.',
  'This changes what is past. Say why.',
  'Ceci modifie le passé. Indiquez pourquoi.')

export const asksSecondPerson = () => new Refusal(403, 'core.second-person', {
  nl: 'Hiervoor is een tweede persoon nodig. Verstuur het als aanvraag; iemand anders keurt het goed.',
  en: 'This needs a second person. Send it as a request; somebody else approves it.',
  fr: 'Ceci exige une deuxième personne. Envoyez-le comme demande ; quelqu’un d’autre l’approuve.',
})

export function lacking(ctx: OpenContext, missing: readonly Need[]): Refusal {
  const heldBack = missing.find(({ permission }) => isHeldBack(ctx, permission))
  if (heldBack) return notByBadge(heldBack.permission.allows)
  return new Refusal(403, 'core.not-allowed', {
    nl: 'Voor deze wijziging heb je niet alle rechten. Je kunt ze als aanvraag versturen.',
    en: 'You do not hold every right this change needs. You can send it as a request.',
    fr: 'Vous n’avez pas tous les droits requis. Vous pouvez l’envoyer comme demande.',
  }, { more: { missing: missing.map(need => missingIn(ctx, need)) } })
}

/** Lays down what an installation starts with, as the system itself. */
export async function applyAsSystem(ctx: OpenContext, id: string, items: readonly Item[], reason: string) {
  if (ctx.actor !== SYSTEM_ACTOR) throw new Error('Only the system itself skips the guard')
  await submit(ctx, { id, items, reason })
}
