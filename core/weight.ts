import type { Static, TSchema } from 'typebox'
import { accountFact } from './account.ts'
import type { Declared, Need } from './change.ts'
import { overlaps, type Lay, type Reading } from './configuration.ts'
import type { Day, Fact, UnitId } from './contract.ts'
import type { RoleBody } from './contract/rights.ts'
import { outside, type Period } from './draft.ts'
import { grantFact, type Grant } from './grant.ts'
import { parameterFact, parameterOf } from './parameter.ts'
import { roleAt, roleFact } from './role.ts'
import { shiftOf, type Shift } from './shift.ts'
import { parentAt, parentFact, SYSTEM } from './unit.ts'

/** What a word is weighed against. */
export interface Ground extends Declared {
  /** As it stands before the word is laid, and with all that comes with it. */
  readonly before: Reading
  readonly after: Reading
  readonly today: Day
  /** It comes back in a put back, where no change of its own weighs it. */
  readonly comesBack: boolean
}

/**
 * What it weighs that a word of a fact is laid or taken away, whichever act does so: a change of its own, that
 * of another plugin, or a put back. What is weighed here cannot be had by a way round.
 */
export interface Weight<S extends TSchema = TSchema> {
  readonly fact: Fact<S>
  /** The rights it asks besides those of the change that lays it. */
  needs?(lay: Lay<Static<S>>, ground: Ground): readonly Need[]
  /** Whoever does it proves again who they are. */
  confirms?(lay: Lay<Static<S>>, ground: Ground): boolean
  /** Another person must agree, as long as there is one: rights over the whole region. */
  secondPerson?(lay: Lay<Static<S>>, ground: Ground): boolean
  /** The libraries that must agree: it changes what they share. */
  agreement?(lay: Lay<Static<S>>, ground: Ground): readonly UnitId[]
}

/** Ties the weight to its fact, so that the body is typed. */
export const defineWeight = <S extends TSchema>(weight: Weight<S>): Weight => Object.freeze(weight) as Weight

export interface Weighed {
  readonly needs: readonly Need[]
  readonly confirms: boolean
  readonly secondPerson: boolean
  readonly agreement: readonly UnitId[]
}

/** All that some words weigh together. */
export function weigh(weights: readonly Weight[], lays: readonly Lay[], ground: Ground): Weighed {
  const weighed = lays.flatMap(lay => weights.filter(({ fact }) => fact.name === lay.fact.name).map(weight => ({ weight, lay })))
  return {
    needs: weighed.flatMap(({ weight, lay }) => weight.needs?.(lay, ground) ?? []),
    confirms: weighed.some(({ weight, lay }) => weight.confirms?.(lay, ground)),
    secondPerson: weighed.some(({ weight, lay }) => weight.secondPerson?.(lay, ground)),
    agreement: weighed.flatMap(({ weight, lay }) => weight.agreement?.(lay, ground) ?? []),
  }
}

/** Nobody hands on more than they hold: all that a role allows, at that very unit, as far and as wide as it goes. */
export function needsOfHanding(
  { role, unit, only, limits }: Pick<Grant, 'role' | 'unit' | 'only' | 'limits'>, { after, today, permissions }: Ground,
): Need[] {
  const given = roleAt(after, role, today)
  const wish = { below: !only, wide: given?.reach === 'library', ...(limits && { asked: limits }) }
  return [...given?.permissions ?? []].flatMap(name => permissions.get(name) ?? [])
    .map(permission => ({ permission, unit, ...wish }))
}

/** A role at the system reaches the whole region. */
const givingRole = defineWeight({
  fact: grantFact,
  needs: ({ unit, body }, ground) => body === null ? [] : needsOfHanding({ ...body, unit }, ground),
  confirms: ({ body }, { comesBack }) => body !== null && comesBack,
  secondPerson: (lay, { today }) => lay.body !== null && lay.unit === SYSTEM && reachesOn(lay, today),
})

/** A role made at the system is used everywhere; what it allows more than before weighs. */
const fillingRole = defineWeight({
  fact: roleFact,
  needs: ({ unit, body }, { comesBack, permissions }) => body === null || !comesBack ? []
    : body.permissions.flatMap(name => permissions.get(name) ?? [])
      .map(permission => ({ permission, unit, below: true, wide: body.reach !== 'branch' })),
  confirms: ({ body }, { comesBack }) => body !== null && comesBack,
  secondPerson: ({ unit, key, body }, { before, today }) => unit === SYSTEM && body !== null && widens(
    body, before.of(roleFact, unit).filter(said => said.key === key && reachesOn(said, today)).map(said => said.body)),
})

function widens({ permissions, reach }: RoleBody, before: readonly RoleBody[]): boolean {
  const held = new Set(before.flatMap(said => said.permissions))
  return permissions.some(name => !held.has(name))
    || (reach !== 'branch' && before.length > 0 && before.every(said => said.reach === 'branch'))
}

/** Who has no access has no rights: giving it again to somebody with a role at the system gives that role again. */
const openingAccess = defineWeight({
  fact: accountFact,
  confirms: ({ body }, { comesBack }) => body !== null && comesBack,
  secondPerson: ({ key, from, to, body }, { before, today }) => {
    if (body === null || !before.of(grantFact, SYSTEM).some(said => said.body.staff === key && reachesOn(said, today))) return false
    const had = [...before.all(accountFact)].flat().filter(said => said.key === key)
    const fresh = had.reduce<Period[]>((parts, said) => parts.flatMap(part => outside(part, said)), [{ from, to }])
    return fresh.some(part => reachesOn(part, today))
  },
})

/** A setting that guards rights is for whoever gives rights; for the whole region two agree on it. */
const settingGuard = defineWeight({
  fact: parameterFact,
  needs: (lay, ground) => guards(lay, ground) && ground.givesRights
    ? [{ permission: ground.givesRights.permission, unit: lay.unit, below: true }] : [],
  confirms: guards,
  secondPerson: (lay, ground) => lay.unit === SYSTEM && guards(lay, ground),
})

function guards({ key }: Lay, { parameters }: Ground): boolean {
  return parameters.get(parameterOf(key))?.guards === 'rights'
}

/** Where a unit hangs decides who holds roles there: where that changes, moving it is giving and taking rights. */
const hanging = defineWeight({
  fact: parentFact,
  needs: (lay, ground) => {
    const { gained, lost } = shiftBy(lay, ground)
    const [{ givesRights, before }, { unit, body }, day] = [ground, lay, dayOf(lay, ground)]
    if (!givesRights || !gained.length && !lost.length) return []
    return [
      ...[parentAt(before, unit, day), body?.parent].flatMap(at => at ?? []).map(at =>
        ({ permission: givesRights.permission, unit: at, below: true })),
      ...gained.flatMap(grant => needsOfHanding({ ...grant, unit }, ground)),
    ]
  },
  confirms: (lay, ground) => {
    const { gained, lost } = shiftBy(lay, ground)
    return gained.length > 0 || lost.length > 0
  },
})

const dayOf = ({ from }: Lay, { today }: Ground) => (from !== null && from > today ? from : today)

const shiftBy = (lay: Lay<{ parent: string }>, ground: Ground): Shift => lay.body === null ? { gained: [], lost: [] }
  : shiftOf(ground.before, ground.after, lay.unit, lay.body.parent, dayOf(lay, ground))

/** Whether something holds today or later. */
const reachesOn = (period: Period, today: Day) => overlaps(period, { from: today, to: null })

export const coreWeights: readonly Weight[] = [givingRole, fillingRole, openingAccess, settingGuard, hanging]
