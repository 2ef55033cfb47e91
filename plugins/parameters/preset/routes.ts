import { Type } from 'typebox'
import { corePermissions } from '#core/contract/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { PresetFilled, Presets } from '../contract/answer/preset.ts'
import { Proposed } from '../contract/answer/proposed.ts'
import { fillPreset, presetsFor } from './preset.ts'

const config = { allow: { permission: corePermissions.see }, reads: 'configuration' } as const

/** Changes that libraries often make, to be filled in and sent through the door. */
export const presetRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['parameters'], ...parts })

  api.get('/presets', { config,
  schema: schema('Presets and the blanks to fill in', { response: { 200: Presets } }) }, ({ ctx }) => presetsFor(ctx))

  api.post('/presets/:preset/items', {
    config, schema: schema('The changes that a preset comes to at some units', {
      params: Type.Object({ preset: Type.String({ maxLength: 80, examples: ['rules.fine-free'] }) }, { additionalProperties: false }),
      body: PresetFilled, response: { 200: Proposed },
    }),
  }, ({ ctx, params, body }) => fillPreset(ctx, params.preset, body))
}
