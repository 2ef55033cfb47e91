import { Type } from 'typebox'
import { languages } from './contract.ts'
import { grantsOn } from './grant.ts'
import type { Routes } from './plugin.ts'
import { SYSTEM, unitAt } from './unit.ts'

/** What the sign-in page says before anybody has signed in. */
const InstallationFace = Type.Object({
  name: Type.String(),
  kind: Type.Enum(['demo', 'practice', 'live', 'empty']),
  needsFirstAdmin: Type.Boolean(),
  languages: Type.Array(Type.Enum(languages)),
  signIns: Type.Optional(Type.Array(Type.Object({
    email: Type.String(), password: Type.String(), name: Type.String(), role: Type.String(),
  }))),
}, { $id: 'Installation' })

export const installationRoutes: Routes = async api => {
  api.get('/installation', {
    config: { allow: 'anyone', reads: 'configuration' },
    schema: {
      summary: 'What the sign-in page may know of this installation',
      tags: ['installation'], response: { 200: InstallationFace },
    },
  }, ({ ctx }) => {
    const { kind, signIns } = ctx.installation
    const needsFirstAdmin = grantsOn(ctx.configuration, SYSTEM, ctx.today()).length === 0
    return {
      name: unitAt(ctx.configuration, SYSTEM, ctx.today())?.name ?? '',
      kind: needsFirstAdmin && kind === 'live' ? 'empty' as const : kind,
      needsFirstAdmin,
      languages: [...languages],
      ...(signIns.length ? { signIns: [...signIns] } : {}),
    }
  })
}
