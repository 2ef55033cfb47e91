import type { Plugin } from '#core/plugin.ts'
import { audit } from './audit/index.ts'
import { branches } from './branches/index.ts'
import { changeRequests } from './change-requests/index.ts'
import { circulation } from './circulation/index.ts'
import { mail } from './mail/index.ts'
import { parameters } from './parameters/index.ts'
import { patrons } from './patrons/index.ts'
import { permissions } from './permissions/index.ts'
import { rules } from './rules/index.ts'
import { signIn } from './sign-in/index.ts'
import { units } from './units/index.ts'
import { webhooks } from './webhooks/index.ts'

/** Every plugin, after those it depends on. */
export const plugins: readonly Plugin[] = [
  units,
  mail,
  webhooks,
  parameters,
  branches,
  rules,
  patrons,
  circulation,
  signIn,
  audit,
  changeRequests,
  permissions,
]
