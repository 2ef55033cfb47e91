import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { Reveal, Revealed } from '../contract/privacy/answer.ts'
import { permissions } from '../contract/permission.ts'
import { revealNational } from './national-number.ts'

const strict = { additionalProperties: false } as const
const One = Type.Object({ id: UnitId }, strict)

/** What somebody may know of what is known of them, and how it goes. */
export const privacyRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['patrons'], ...parts })

  // A POST, because being shown is an act that is noted.
  api.post('/patrons/:id/national-number', {
    config: { allow: { permission: permissions['national-number'] } },
    schema: schema('Show the national number of a patron in full, for a purpose that is noted', { params: One, body: Reveal, response: { 200: Revealed } }),
  }, async ({ ctx, params: { id }, body: { purpose } }) => ({ nationalNumber: await revealNational(ctx, id, purpose) }))
}
