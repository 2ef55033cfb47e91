import type { ClosureSpan } from '#core/closure-part.ts'
import type { Parameter } from '#core/contract.ts'
import { permissions } from './contract/permission.ts'

/** The right to give these settings a value of their own. */
export const settingNeeds = (settings: readonly Parameter[], { unit }: ClosureSpan) =>
  [...new Set(settings.map(({ setBy }) => setBy ?? permissions.set))].map(permission => ({ permission, unit }))
