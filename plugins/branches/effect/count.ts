import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Effect, Item } from '#core/change.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Texts, UnitId } from '#core/contract.ts'
import { inEach } from '#core/wording.ts'
import { hoursKindsOf } from '../calendar-source.ts'
import { nameOf } from '../change/unit-words.ts'
import { announce, close } from '../contract/change.ts'
import { dayWords } from '../day-words.ts'
import { counted } from '../wording.ts'
import { partEffects } from './closure-parts.ts'
import { differenceOf, type Difference } from './day-difference.ts'
import { hoursEffects } from './hours-effects.ts'
import { placesTouched } from './scope.ts'
import { websiteTexts } from './website-texts.ts'

const lostDay = {
  one: { nl: 'openingsdag minder', en: 'opening day fewer', fr: 'jour d’ouverture de moins' },
  many: { nl: 'openingsdagen minder', en: 'fewer opening days', fr: 'jours d’ouverture de moins' },
}
const wonDay = {
  one: { nl: 'openingsdag meer', en: 'more opening day', fr: 'jour d’ouverture de plus' },
  many: { nl: 'openingsdagen meer', en: 'more opening days', fr: 'jours d’ouverture de plus' },
}
const lostHour = {
  one: { nl: 'openingsuur minder', en: 'opening hour fewer', fr: 'heure d’ouverture de moins' },
  many: { nl: 'openingsuren minder', en: 'fewer opening hours', fr: 'heures d’ouverture de moins' },
}
const wonHour = {
  one: { nl: 'openingsuur meer', en: 'more opening hour', fr: 'heure d’ouverture de plus' },
  many: { nl: 'openingsuren meer', en: 'more opening hours', fr: 'heures d’ouverture de plus' },
}
const anyDay = {
  one: { nl: 'dag', en: 'day', fr: 'jour' },
  many: { nl: 'dagen', en: 'days', fr: 'jours' },
}
const newPlace = {
  one: { nl: 'nieuwe vestiging', en: 'new branch', fr: 'nouvelle implantation' },
  many: { nl: 'nieuwe vestigingen', en: 'new branches', fr: 'nouvelles implantations' },
}
const place = {
  one: { nl: 'vestiging', en: 'branch', fr: 'implantation' },
  many: { nl: 'vestigingen', en: 'branches', fr: 'implantations' },
}

/** So many of something, in every language. */
const manyOf = (count: number, { one, many }: { readonly one: Texts; readonly many: Texts }) =>
  inEach(language => counted(language, count, one, many))

const sampleOf = (ctx: Context, after: Configuration, units: Iterable<UnitId>) => {
  const sample: string[] = []
  for (const unit of units) {
    if (sample.length === 10) break
    if (ctx.reaches(unit)) sample.push(nameOf(after, unit, ctx.today()))
  }
  return sample
}

/** What a change of hours or calendar means: days, hours, and what websites will say. */
export async function countEffects(
  ctx: Context,
  before: Configuration,
  after: Configuration,
  items: readonly Item[],
): Promise<Effect[]> {
  const today = ctx.today()
  const kinds = hoursKindsOf(after)
  const { places, fresh } = placesTouched(before, after, items, today)
  await turnOfOthers()
  const difference = await differenceOf(before, after, places, kinds)
  const days = difference.days
    .filter(({ unit }) => ctx.reaches(unit))
    .map(({ unit, day, before: was, after: is }) => ({
      unit,
      unitName: nameOf(after, unit, day),
      day,
      before: dayWords(was, hoursKindsOf(before), ctx.language),
      after: dayWords(is, kinds, ctx.language),
    }))
    .filter(one => one.before !== one.after)
  const website = websiteTexts(ctx, before, after, items, places, difference.days)
  const effects = [
    ...freshEffects(ctx, after, fresh),
    ...dayEffects(ctx, after, difference, items),
    ...(await hoursEffects(ctx, before, after, items)),
    ...provisionalEffects(items),
    ...partEffects(ctx, after, items),
  ]
  const [first, ...rest] = effects
  return first
    ? [{ ...first, days, website }, ...rest]
    : days.length || website.length
      ? [{ ...withoutEffect(items, days.length), days, website }]
      : []
}

const withoutEffect = (items: readonly Item[], days: number) =>
  items.every(({ kind }) => kind === announce.name) ? announced : days > 0 ? otherReason : nothingElse

const announced: Effect = {
  code: 'branches.message-changes',
  count: null,
  text: {
    nl: 'De website toont dit zodra het geldt.',
    en: 'Websites show this as soon as it holds.',
    fr: 'Les sites l’affichent dès que cela prend effet.',
  },
}

const otherReason: Effect = {
  code: 'branches.other-reason',
  count: 0,
  text: {
    nl: 'Geen dag gaat open of dicht; alleen de soort dag of de reden verandert.',
    en: 'No day opens or closes; only the kind of day or the reason changes.',
    fr: 'Aucun jour n’ouvre ni ne ferme ; seul le type de jour ou le motif change.',
  },
}

const nothingElse: Effect = {
  code: 'branches.no-day-changes',
  count: 0,
  text: { nl: 'Geen enkele dag wordt anders.', en: 'No day becomes different.', fr: 'Aucun jour ne change.' },
}

function dayEffects(
  ctx: Context,
  after: Configuration,
  difference: Difference,
  items: readonly Item[],
): Effect[] {
  const { closed, opened, fineFree, fineAgain, minutes, untouched, hourless } = difference
  const say = (code: string, count: number, text: Texts, units?: Iterable<UnitId>): Effect => ({
    code: `branches.${code}`,
    count,
    text,
    ...(units && { sample: sampleOf(ctx, after, units) }),
  })
  const inPlaces = (what: Texts, places: ReadonlySet<UnitId>) => {
    const at = manyOf(places.size, place)
    return { nl: `${what.nl} in ${at.nl}`, en: `${what.en} in ${at.en}`, fr: `${what.fr} dans ${at.fr}` }
  }
  const effects: Effect[] = []
  if (closed) {
    const text = inPlaces(manyOf(closed, lostDay), difference.closedPlaces)
    effects.push(say('days-closed', closed, text, difference.closedPlaces))
  }
  if (opened) {
    const text = inPlaces(manyOf(opened, wonDay), difference.openedPlaces)
    effects.push(say('days-opened', opened, text, difference.openedPlaces))
  }
  if (fineFree) {
    const free = manyOf(fineFree, anyDay)
    effects.push(
      say('days-fine-free', fineFree, {
        nl: `${free.nl} zonder boete`,
        en: `${free.en} without fines`,
        fr: `${free.fr} sans amende`,
      }),
    )
  }
  if (fineAgain) {
    const again = manyOf(fineAgain, anyDay)
    effects.push(
      say('days-fines-again', fineAgain, {
        nl: `${again.nl} weer met boete`,
        en: `${again.en} with fines again`,
        fr: `${again.fr} à nouveau avec amende`,
      }),
    )
  }
  if (minutes) {
    const hours = Math.round(Math.abs(minutes) / 60)
    const [code, words] = minutes < 0 ? ['hours-lost', lostHour] as const : ['hours-won', wonHour] as const
    effects.push(say(code, hours, manyOf(hours, words), difference.hoursPlaces))
  }
  if (hourless) {
    const empty = manyOf(hourless, anyDay)
    effects.push(
      say('open-without-hours', hourless, {
        nl: `${empty.nl} open zonder uren: geef er ook uren voor`,
        en: `${empty.en} open without hours: give hours for it too`,
        fr: `${empty.fr} d’ouverture sans heures : indiquez-en aussi`,
      }),
    )
  }
  if (untouched.size && items.some(({ kind }) => kind === close.name)) {
    const same = manyOf(untouched.size, place)
    effects.push(
      say(
        'closed-anyhow',
        untouched.size,
        {
          nl: `${same.nl} ${untouched.size === 1 ? 'merkt' : 'merken'} er niets van: dan al gesloten of apart geregeld`,
          en: `${same.en} not affected: closed then anyway, or arranged separately`,
          fr: `sans effet pour ${same.fr} : fermeture déjà prévue, ou réglée à part`,
        },
        untouched,
      ),
    )
  }
  return effects
}

function freshEffects(ctx: Context, after: Configuration, fresh: ReadonlySet<UnitId>): Effect[] {
  if (!fresh.size) return []
  const places = manyOf(fresh.size, newPlace)
  const text = { nl: `${places.nl}, met uren`, en: `${places.en}, with hours`, fr: `${places.fr}, avec des heures` }
  return [{ code: 'branches.new-places', count: fresh.size, text, sample: sampleOf(ctx, after, fresh) }]
}

function provisionalEffects(items: readonly Item[]): Effect[] {
  const guessed = items.filter(
    ({ payload }) => (payload as { provisionalEnd?: boolean }).provisionalEnd === true,
  )
  return guessed.length === 0
    ? []
    : [
        {
          code: 'branches.provisional-end',
          ...(guessed.length > 1 && { count: guessed.length }),
          text: {
            nl: 'Het einde is voorlopig: de console vraagt op tijd of het nog klopt.',
            en: 'The end is provisional: the console asks in time whether it still stands.',
            fr: 'La fin est provisoire : la console demandera à temps si elle est toujours valable.',
          },
        },
      ]
}
