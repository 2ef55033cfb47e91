import { defineChange } from '#core/change.ts'
import type { Lay, Reading } from '#core/configuration.ts'
import { defineChangeKind, defineFact, UnitId } from '#core/contract.ts'
import { applyAsSystem } from '#core/door.ts'
import { grantFact } from '#core/grant.ts'
import { roleAt } from '#core/role.ts'
import { pathOf, unitAt } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import { inEach } from '#core/wording.ts'
import { Type, type Static } from 'typebox'
import { RoleCode } from '../contract/machine.ts'
import type { ClaimRule } from '../contract/provider.ts'
import { providersOn } from './provider.ts'

const strict = { additionalProperties: false } as const

/** This role was given by a rule, and goes with it. Key `<staff>/<role>`, where the grant hangs. */
export const claimedFact = defineFact('sign-in.claimed', Type.Object({
  staff: UnitId, role: RoleCode, provider: UnitId,
}, strict), { walled: true })

const Where = Type.Object({ role: RoleCode, unit: UnitId }, strict)
type Where = Static<typeof Where>

/** Only the system asks for this, when somebody signs in: what the rules give is laid, what they no longer give goes. */
export const layingClaimed = defineChange(defineChangeKind({
  name: 'sign-in.lay-claimed',
  payload: Type.Object({
    staff: UnitId, provider: UnitId, give: Type.Array(Where, { maxItems: 200 }), take: Type.Array(Where, { maxItems: 200 }),
  }, strict),
  title: { nl: 'Rollen uit claims', en: 'Roles from claims', fr: 'Rôles selon les attributs' },
}), {
  needs: () => [],
  lays: (_reading, { staff, provider, give, take }, today) => {
    const each = ({ role, unit }: Where, isGiven: boolean): Lay[] => [
      { fact: grantFact, unit, key: `${staff}/${role}`, from: today, to: null, body: isGiven ? { staff, role } : null },
      { fact: claimedFact, unit, key: `${staff}/${role}`, from: today, to: null, body: isGiven ? { staff, role, provider } : null },
    ]
    return [...take.flatMap(one => each(one, false)), ...give.flatMap(one => each(one, true))]
  },
  sentence: (_reading, { give, take }) => inEach(language => ({
    nl: `Bij het aanmelden krijgt een medewerker ${give.length} rollen en verliest er ${take.length}`,
    en: `At sign-in a member of staff gets ${give.length} roles and loses ${take.length}`,
    fr: `À la connexion, un collaborateur reçoit ${give.length} rôles et en perd ${take.length}`,
  }[language])),
})

/** Lays the roles that the claims of somebody give by the rules; those that a person gave are left alone. */
export async function layClaimed(
  ctx: OpenContext, staff: string, provider: { readonly key: string; readonly unit: UnitId; readonly name: string },
  rules: readonly ClaimRule[], claims: Readonly<Record<string, unknown>>,
): Promise<void> {
  const wanted = rules.filter(rule => isMet(rule, claims) && isThere(ctx, rule, provider.unit))
  const held = claimedBy(ctx.configuration, staff, provider.key)
  const give = wanted.filter((rule, n) => wanted.findIndex(one => same(one, rule)) === n)
    .filter(rule => !ctx.configuration.at(grantFact, rule.unit, `${staff}/${rule.role}`, ctx.today()))
  const take = held.filter(one => !wanted.some(rule => same(rule, one)))
  if (!give.length && !take.length) return
  const where = ({ role, unit }: Where) => ({ role, unit })
  await applyAsSystem(ctx, crypto.randomUUID(), [{
    kind: layingClaimed.kind.name, payload: { staff, provider: provider.key, give: give.map(where), take: take.map(where) },
  }], provider.name)
}

/** What the rules of a provider gave goes when the provider does, or the unit leaves it, as it goes when the claim does. */
export async function takeOrphaned(ctx: OpenContext): Promise<void> {
  const inForce = new Map(providersOn(ctx.configuration, ctx.today()).map(({ key, unit }) => [key, unit]))
  const orphaned = [...ctx.configuration.all(claimedFact)].flat().filter(({ unit, body, to }) => {
    const vouches = inForce.get(body.provider)
    return to === null && (vouches === undefined || !pathOf(ctx.configuration, unit, ctx.today()).includes(vouches))
  })
  const items = [...Map.groupBy(orphaned, ({ body }) => `${body.staff} ${body.provider}`).values()].map(of => ({
    kind: layingClaimed.kind.name,
    payload: {
      staff: of[0]?.body.staff, provider: of[0]?.body.provider, give: [],
      take: of.map(({ body, unit }) => ({ role: body.role, unit })),
    },
  }))
  if (items.length) await applyAsSystem(ctx, crypto.randomUUID(), items, 'Provider ended')
}

const same = (a: Where, b: Where) => a.role === b.role && a.unit === b.unit

const claimedBy = (reading: Reading, staff: string, provider: string): Where[] =>
  [...reading.all(claimedFact)].flat().filter(({ body, to }) => body.staff === staff && body.provider === provider && to === null)
    .map(({ body, unit }) => ({ role: body.role, unit }))

/** A claim says one thing or lists several. */
function isMet({ claim, value }: ClaimRule, claims: Readonly<Record<string, unknown>>): boolean {
  const said = Object.hasOwn(claims, claim) ? claims[claim] : undefined
  return (Array.isArray(said) ? said : [said]).some(one => ['string', 'number', 'boolean'].includes(typeof one) && String(one) === value)
}

/** The role is used there, and the unit has not gone to where the provider has no say. */
function isThere(ctx: OpenContext, { role, unit }: Where, vouches: UnitId) {
  const made = roleAt(ctx.configuration, role, ctx.today())
  const path = pathOf(ctx.configuration, unit, ctx.today())
  return unitAt(ctx.configuration, unit, ctx.today()) !== undefined && made !== undefined
    && path.includes(made.unit) && path.includes(vouches)
}
