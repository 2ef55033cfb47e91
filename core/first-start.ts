import { Type } from 'typebox'
import { defineChange } from './change.ts'
import { defineChangeKind } from './contract.ts'
import { applyAsSystem } from './door.ts'
import { grantsOn } from './grant.ts'
import type { Installation } from './installation.ts'
import { makeLink } from './session.ts'
import { DEFAULT_ZONE, SYSTEM, unitAt, unitFact } from './unit.ts'
import { inWork, SYSTEM_ACTOR } from './work.ts'

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

/** Makes an empty database a Filiaal with a system and nothing else; does nothing the second time. */
export async function begin(installation: Installation, name: string): Promise<boolean> {
  return inWork(installation, asSystem, async ctx => {
    if (unitAt(ctx.configuration, SYSTEM, ctx.today())) return false
    await applyAsSystem(ctx, crypto.randomUUID(), [{ kind: beginning.kind.name, payload: { name } }], 'First start')
    return true
  })
}

/** A one-time token for the first admin, as long as nobody administers the system. */
export async function firstAdminToken(installation: Installation): Promise<string | null> {
  return inWork(installation, asSystem, async ctx =>
    grantsOn(ctx.configuration, SYSTEM, ctx.today()).length ? null : makeLink(ctx, 'first-admin', null))
}
