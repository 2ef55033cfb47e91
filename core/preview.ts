import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { speaksFor, type Agreement } from './agreement.ts'
import { fingerprintOf, missingRights, rehearse, type Effect, type Item, type Need, type Rehearsal } from './change.ts'
import type { Configuration } from './configuration.ts'
import type { Context } from './context.ts'
import type { Language, Texts } from './contract.ts'
import type { Preview } from './contract/change.ts'
import { mustConfirm } from './confirm.ts'
import { brokenBy } from './invariant.ts'
import { strangersIn } from './stranger.ts'
import { unitAt } from './unit.ts'

/** Rehearses a set and counts its effects in the scope of what it changes. Nothing is written. */
export async function previewOf(ctx: Context, items: readonly Item[], said?: readonly Agreement[]): Promise<Preview> {
  const strangers = await strangersIn(ctx, items)
  if (strangers.length) return drawn(ctx, { ...await rehearse(ctx, crypto.randomUUID(), []), faults: strangers }, [])
  const tried = await rehearse(ctx, crypto.randomUUID(), items)
  await turnOfOthers()
  const rehearsal = tried.faults.length ? tried : { ...tried, faults: await brokenBy(ctx, tried.draft) }
  await turnOfOthers()
  const effects = rehearsal.faults.length ? [] : await effectsOf(ctx, rehearsal.draft.configuration(), items)
  return drawn(ctx, rehearsal, effects, said)
}

/** What each plugin says these items would mean for its rows; while one waits for the database, another counts on. */
export async function effectsOf(ctx: Context, after: Configuration, items: readonly Item[]): Promise<Effect[]> {
  const declared = ctx.installation.registry.plugins.flatMap(({ effects = [] }) => effects)
  const counted = await Promise.all(declared.map(async ({ kinds, count }) => {
    const concerned = items.filter(item => kinds.some(kind => kind.name === item.kind))
    if (!concerned.length) return []
    await turnOfOthers()
    return count(ctx, ctx.configuration, after, concerned)
  }))
  return counted.flat()
}

export function drawn(
  ctx: Context, rehearsal: Rehearsal, effects: readonly Effect[], said?: readonly Agreement[],
): Preview {
  const missing = missingRights(ctx, rehearsal.needs)
  const { language } = ctx
  return {
    fingerprint: fingerprintOf(rehearsal),
    version: ctx.configuration.version,
    sentences: shortened(rehearsal.sentences, language),
    effects: effects.map(({ text, days: _days, website: _website, ...rest }) => ({
      ...rest,
      sample: [...(rest.sample ?? [])],
      text: text[language],
    })),
    questions: rehearsal.questions.map(question => ({
      ...question,
      units: [...question.units],
      text: question.text[language],
    })),
    days: effects.flatMap(effect => effect.days ?? []),
    website: effects.flatMap(effect => effect.website ?? []),
    faults: rehearsal.faults.map(fault => ({ ...fault, message: fault.message[language] })),
    missing: missing.map(need => missingIn(ctx, need)),
    mayApply: rehearsal.faults.length === 0 && missing.length === 0,
    secondPerson: rehearsal.secondPerson,
    asksReason: rehearsal.asksReason,
    agreement: rehearsal.agreement.map(unit => ({
      unit, unitName: unitAt(ctx.configuration, unit, ctx.today())?.name ?? '',
      agrees: said ? said.find(one => one.unit === unit)?.agrees ?? null : speaksFor(ctx, unit) || null,
    })),
    confirms: rehearsal.confirms && mustConfirm(ctx),
  }
}

/**
 * Every unit of a region that gets the same value is named; a list of more helps nobody, and its last sentence says how
 * many are left out.
 */
const SENTENCES_SHOWN = 2_000

function shortened(sentences: readonly Texts[], language: Language): string[] {
  const more = sentences.length - SENTENCES_SHOWN
  const shown = sentences.slice(0, SENTENCES_SHOWN).map(texts => texts[language])
  if (more <= 0) return shown
  const count = more.toLocaleString({ nl: 'nl-BE', en: 'en-BE', fr: 'fr-BE' }[language])
  return [...shown, { nl: `… en nog ${count} andere`, en: `… and ${count} others`, fr: `… et ${count} autres` }[language]]
}

export const missingIn = (ctx: Context, { permission, unit }: Need) => ({
  permission: permission.name,
  allows: permission.allows[ctx.language],
  unit,
  unitName: unitAt(ctx.configuration, unit, ctx.today())?.name ?? '',
})
