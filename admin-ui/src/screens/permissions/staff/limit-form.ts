import type { Limits } from '#core/contract/rights.ts'
import type { LimitRow, PermissionRow, RoleRow } from '../answers.ts'

/** What was typed for each limit, by its name; empty is without a limit. */
export type TypedLimits = Readonly<Record<string, string>>

/** What a grant of a role may be limited by, each once. */
export const limitsOfRole = (role: RoleRow | undefined, permissions: readonly PermissionRow[]): readonly LimitRow[] => {
  const held = new Set(role?.permissions.map(({ name }) => name))
  const limits = permissions.filter(({ name }) => held.has(name)).flatMap(({ limitedBy }) => limitedBy)
  return [...new Map(limits.map(limit => [limit.name, limit])).values()]
}

/** Reads one limit as people type it: "12,50" euros, "5" days, "K001, K002". Null for what is none. */
export const readLimit = ({ kind }: LimitRow, typed: string): Limits[string] | null => {
  const text = typed.trim()
  if (kind === 'days') return /^\d{1,4}$/.test(text) ? Number(text) : null
  if (kind === 'codes') {
    const codes = [...new Set(text.split(/[\s,;]+/).filter(code => code !== ''))]
    return codes.length > 0 && codes.length <= 100 && codes.every(code => code.length <= 40) ? codes : null
  }
  const [, euros, cents = ''] = /^(?:€\s*)?(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  return euros === undefined ? null : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}

/** The limits of a role as they were typed; null while one of them is wrong. */
export const readLimits = (limits: readonly LimitRow[], typed: TypedLimits): Limits | null => {
  const given = limits.filter(({ name }) => (typed[name] ?? '').trim() !== '')
  const read = given.map(limit => [limit.name, readLimit(limit, typed[limit.name] ?? '')] as const)
  return read.some(([, value]) => value === null) ? null : (Object.fromEntries(read) as Limits)
}
