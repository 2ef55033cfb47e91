import { Type } from 'typebox'
import { defineChange } from './change.ts'
import { defineChangeKind, Texts } from './contract.ts'
import { applyAsSystem } from './door.ts'
import { lockConfiguration } from './change-set.ts'
import { RoleBody } from './contract/rights.ts'
import { grantsOn } from './grant.ts'
import type { Installation } from './installation.ts'
import { roleFact } from './role.ts'
import { makeLink } from './session.ts'
import { DEFAULT_ZONE, SYSTEM, unitAt, unitFact } from './unit.ts'
import { inWork, SYSTEM_ACTOR } from './work.ts'

const strict = { additionalProperties: false } as const
const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** The change that makes the one unit above all others; it happens once in the life of an installation. */
export const beginning = defineChange(
  defineChangeKind({
    name: 'core.begin',
    payload: Type.Object({ name: Type.String({ minLength: 1, maxLength: 120 }) }, { additionalProperties: false }),
    title: { nl: 'Begin', en: 'Beginning', fr: 'Début' },
  }), {
    needs: () => [],
    refusals: (reading, _payload, today) =>
      unitAt(reading, SYSTEM, today)
        ? [
            {
              code: 'core.begun',
              pointer: '',
              message: {
                nl: 'Deze installatie bestaat al.',
                en: 'This installation exists already.',
                fr: 'Cette installation existe déjà.',
              },
            },
          ]
        : [],
    lays: (_reading, { name }) => [
      {
        fact: unitFact,
        unit: SYSTEM,
        key: 'unit',
        from: null,
        to: null,
        body: { type: 'system', code: '0000', name, timeZone: DEFAULT_ZONE },
      },
    ],
    sentence: (_reading, { name }) => ({ nl: `${name} begint`, en: `${name} begins`, fr: `${name} commence` }),
  },
)

/** The roles an installation starts with, as its own from then on. */
export const layingRoles = defineChange(
  defineChangeKind({
    name: 'core.lay-roles',
    payload: Type.Object({
      roles: Type.Array(Type.Object({ code: Type.String({ maxLength: 40 }), role: RoleBody }, strict)),
    }, strict),
    title: { nl: 'Rollen klaarzetten', en: 'Lay the roles ready', fr: 'Préparer les rôles' },
  }), {
    needs: () => [],
    lays: (_reading, { roles }) =>
      roles.map(({ code, role }) => ({ fact: roleFact, unit: SYSTEM, key: code, from: null, to: null, body: role })),
    sentence: (_reading, { roles }) => ({
      nl: `${roles.length} rollen staan klaar`, en: `${roles.length} roles stand ready`,
      fr: `${roles.length} rôles sont prêts`,
    }),
  },
)

/** What an installation starts with in one of its lists. */
export const layingFirst = defineChange(
  defineChangeKind({
    name: 'core.lay-first',
    payload: Type.Object({
      fact: Type.String({ maxLength: 80 }), title: Texts,
      words: Type.Record(Type.String({ maxLength: 80 }), Type.Unknown()),
    }, strict),
    title: { nl: 'Lijst klaarzetten', en: 'Lay a list ready', fr: 'Préparer une liste' },
  }), {
    needs: () => [],
    lays: (_reading, { fact, words }, _today, { facts }) => {
      const laid = facts.get(fact)
      return laid ? Object.entries(words).map(([key, body]) => ({ fact: laid, unit: SYSTEM, key, from: null, to: null, body })) : []
    },
    sentence: (_reading, { title, words }) => {
      const count = Object.keys(words).length
      return {
        nl: `${count} ${title.nl} staan klaar`, en: `${count} ${title.en} stand ready`, fr: `${count} ${title.fr} sont prêts`,
      }
    },
  },
)

/**
 * Lays down the roles and the lists that plugins bring along, as far as they were never here. What an
 * installation made of them since is its own: a later version widens no role and brings no code back.
 */
export async function layFirst(installation: Installation): Promise<void> {
  const { roles, first } = installation.registry
  await inWork(installation, asSystem, async ctx => {
    await lockConfiguration(ctx)
    const facts = [roleFact, ...first.map(({ fact }) => fact)]
    const rows: { fact: string; key: string }[] = await ctx.db('segment').whereIn('fact', facts.map(({ name }) => name))
      .where(laid => laid.where({ fact: roleFact.name }).orWhere({ unit_id: SYSTEM })).distinct('fact', 'key')
    const known = new Set(rows.map(({ fact, key }) => `${fact} ${key}`))
    const isNew = (fact: string, key: string) => !known.has(`${fact} ${key}`)
    const newRoles = [...roles.values()].filter(({ code }) => isNew(roleFact.name, code))
      .map(({ code, name, permissions, reach }) => ({
        code, role: { name, permissions: permissions.map(one => one.name), ...(reach && { reach }) },
      }))
    const items = [
      ...(newRoles.length ? [{ kind: layingRoles.kind.name, payload: { roles: newRoles } }] : []),
      ...first.flatMap(({ fact: { name: fact }, title, words: all }) => {
        const words = Object.fromEntries(Object.entries(all).filter(([key]) => isNew(fact, key)))
        return Object.keys(words).length ? [{ kind: layingFirst.kind.name, payload: { fact, title, words } }] : []
      }),
    ]
    if (items.length) await applyAsSystem(ctx, crypto.randomUUID(), items, 'First start')
  })
}

/** Makes an empty database a Filiaal with a system and nothing else; does nothing the second time. */
export async function begin(installation: Installation, name: string): Promise<boolean> {
  const begun = await inWork(installation, asSystem, async ctx => {
    if (unitAt(ctx.configuration, SYSTEM, ctx.today())) return false
    await applyAsSystem(ctx, crypto.randomUUID(), [{ kind: beginning.kind.name, payload: { name } }], 'First start')
    return true
  })
  await layFirst(installation)
  return begun
}

/** A one-time token for the first admin, as long as nobody administers the system. */
export async function firstAdminToken(installation: Installation): Promise<string | null> {
  return inWork(installation, asSystem, async ctx =>
    grantsOn(ctx.configuration, SYSTEM, ctx.today()).length ? null : makeLink(ctx, 'first-admin', null))
}
