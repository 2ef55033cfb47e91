import { isDeepStrictEqual } from 'node:util'
import { overlaps } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { ANY, type Parameter } from '#core/contract.ts'
import { covers, Draft } from '#core/draft.ts'
import { parameterFact, parameterKey, rowsOf, type ParameterRow, type ParameterSaid } from '#core/parameter.ts'
import { Refusal, type Fault } from '#core/refusal.ts'
import { nameOf, type Asked } from './asked.ts'
import { setParameter } from './contract/change.ts'
import { ITEMS_AT_MOST, type Proposed, type ProposedChange, type SettingItem, type Skipped } from './contract/answer/proposed.ts'
import { faultsOfSetting } from './setting-fault.ts'
import { shownValue } from './shown-value.ts'
import { whereWords } from './where-words.ts'

/** Items for the door in the making, each tried on what the earlier ones did. Nothing of it is written. */
export interface Proposal {
  readonly draft: Draft
  readonly items: SettingItem[]
  readonly changes: ProposedChange[]
  readonly skipped: Skipped[]
  unchanged: number
  readonly asksBasis: Set<Parameter>
}

export const beginProposal = ({ configuration }: Context): Proposal =>
  ({ draft: new Draft(configuration, ''), items: [], changes: [], skipped: [], unchanged: 0, asksBasis: new Set() })

/**
 * Adds what is asked, unless it holds already; answers what is wrong with it, and then adds nothing. The decision
 * that a price rests on may be given along later.
 */
export function propose(
  ctx: Context, proposal: Proposal, parameter: Parameter, asked: Asked, { basisLater = false } = {},
): readonly Fault[] {
  const { draft } = proposal
  const hit = rowsHit(proposal, parameter, asked)
  const body = asked.value === null ? null : bodyOf(asked)
  if (holdsAlready(hit, asked, body)) {
    proposal.unchanged++
    return []
  }
  const faults = faultsOfSetting(draft, parameter, asked, ctx.installation.registry)
    .filter(({ code }) => !basisLater || code !== 'parameters.basis-needed')
  if (faults.length) return faults
  if (proposal.items.length >= ITEMS_AT_MOST) throw tooMany()
  proposal.items.push({ kind: setParameter.name, payload: asked, seen: ctx.configuration.version })
  proposal.changes.push(changeOf(ctx, proposal, parameter, asked))
  draft.lay({ fact: parameterFact, unit: asked.unit, key: parameterKey(parameter, asked.where, asked.season), from: asked.from, to: asked.to, body })
  return []
}

/** Notes what could not be added, for whoever asked for many things at once: each reason once for a setting at a unit. */
export function skip(ctx: Context, proposal: Proposal, parameter: Parameter, asked: Asked, faults: readonly Fault[]): void {
  for (const { code, message } of faults) {
    const isTold = proposal.skipped.some(one => one.unit === asked.unit && one.parameter === parameter.name && one.code === code)
    if (!isTold) proposal.skipped.push({ ...placeOf(ctx, parameter, asked), code, message: message[ctx.language] })
  }
}

export const proposedBy = (ctx: Context, { items, changes, skipped, unchanged, asksBasis }: Proposal): Proposed => ({
  version: ctx.configuration.version, items, changes, skipped, unchanged,
  asksBasis: [...asksBasis].map(({ name, title }) => ({ parameter: name, title: title[ctx.language] })),
})

/** What the unit itself says for exactly these codes in any part of that period. */
export function rowsHit({ draft }: Pick<Proposal, 'draft'>, parameter: Parameter, asked: Asked): readonly ParameterRow[] {
  const key = parameterKey(parameter, asked.where, asked.season)
  return rowsOf(draft, parameter, asked.unit).filter(row => row.key === key && overlaps(row, asked))
}

export const bodyOf = ({ value, locked, basis }: Pick<Asked, 'value' | 'locked' | 'basis'>): ParameterSaid =>
  ({ value, ...(locked ? { locked } : {}), ...(basis ? { basis } : {}) })

function holdsAlready(hit: readonly ParameterRow[], asked: Asked, body: ParameterSaid | null): boolean {
  if (body === null) return hit.length === 0
  const [only] = hit
  return only !== undefined && hit.length === 1 && covers(only, asked) && isDeepStrictEqual(only.body, body)
}

function changeOf(ctx: Context, proposal: Proposal, parameter: Parameter, asked: Asked): ProposedChange {
  const { language } = ctx
  const [before] = rowsHit(proposal, parameter, { ...asked, to: asked.from })
  return {
    ...placeOf(ctx, parameter, asked), from: asked.from, to: asked.to,
    before: before ? shownValue(parameter, before.body.value, language) : null,
    after: asked.value === null ? null : shownValue(parameter, asked.value, language),
  }
}

function placeOf({ configuration, language }: Context, parameter: Parameter, { unit, where = {}, season, from }: Asked) {
  return {
    unit, unitName: nameOf(configuration, unit, from), parameter: parameter.name, title: parameter.title[language],
    where: Object.fromEntries((parameter.dimensions ?? []).map(({ name }) => [name, where[name] ?? ANY])),
    ...(season ? { season } : {}), whereText: whereWords(configuration, parameter, unit, from, { where, season }, language),
  }
}

const tooMany = () => new Refusal(422, 'parameters.too-many', {
  nl: `Dit zijn meer dan ${ITEMS_AT_MOST} wijzigingen. Kies minder vestigingen of instellingen tegelijk.`,
  en: `These are more than ${ITEMS_AT_MOST} changes. Choose fewer branches or settings at once.`,
  fr: `Cela fait plus de ${ITEMS_AT_MOST} modifications. Choisissez moins d’implantations ou de paramètres à la fois.`,
})
