import { Type } from 'typebox'
import { accountFact } from '#core/account.ts'
import { defineChange } from '#core/change.ts'
import { Day, defineChangeKind, UnitId } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import { definePlugin } from '#core/plugin.ts'
import { parentFact, Unit, unitFact } from '#core/unit.ts'

const strict = { additionalProperties: false } as const

/** Nobody reads what is laid here. */
const unsaid = { nl: 'x', en: 'x', fr: 'x' }

/** Lets a test lay a unit or a grant down without the rules of the plugins it does not test. */
export const foundation = definePlugin({
  name: 'foundation',
  changes: [
    defineChange(
      defineChangeKind({
        name: 'foundation.unit',
        title: unsaid,
        payload: Type.Object(
          {
            id: UnitId,
            parent: UnitId,
            from: Type.Union([Day, Type.Null()]),
            unit: Unit,
          },
          strict,
        ),
      }),
      {
        needs: () => [],
        lays: (_reading, { id, parent, from, unit }) => [
          { fact: unitFact, unit: id, key: 'unit', from, to: null, body: unit },
          { fact: parentFact, unit: id, key: 'parent', from, to: null, body: { parent } },
        ],
        sentence: (_reading, { unit }) => ({ nl: unit.name, en: unit.name, fr: unit.name }),
      },
    ),
    defineChange(
      defineChangeKind({
        name: 'foundation.account', title: unsaid,
        payload: Type.Object({ staff: UnitId, unit: UnitId }, strict),
      }), {
        needs: () => [],
        lays: (_reading, { staff, unit }) => [
          { fact: accountFact, unit, key: staff, from: null, to: null, body: { staff } },
        ],
        sentence: () => unsaid,
      },
    ),
    defineChange(
      defineChangeKind({
        name: 'foundation.leave', title: unsaid,
        payload: Type.Object({ staff: UnitId, unit: UnitId, from: Day }, strict),
      }), {
        needs: () => [],
        lays: (_reading, { staff, unit, from }) => [
          { fact: accountFact, unit, key: staff, from, to: null, body: null },
        ],
        sentence: () => unsaid,
      },
    ),
    defineChange(
      defineChangeKind({
        name: 'foundation.grant', title: unsaid,
        payload: Type.Object({ staff: UnitId, role: Type.String(), unit: UnitId }, strict),
      }), {
        needs: () => [],
        lays: (_reading, { staff, role, unit }) => [
          { fact: grantFact, unit, key: `${staff}/${role}`, from: null, to: null, body: { staff, role } },
        ],
        sentence: () => unsaid,
      },
    ),
  ],
})
