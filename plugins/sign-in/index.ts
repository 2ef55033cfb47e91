import { definePlugin } from '#core/plugin.ts'
import { secondFactor } from './contract/parameter.ts'
import { signInPermissions } from './contract/permission.ts'
import { routes } from './routes.ts'
import { endingToken, machineFact, makingToken, soundMachines } from './token/machine.ts'

/** How people and machines prove who they are, beyond the password that the core knows. */
export const signIn = definePlugin({
  name: 'sign-in',
  permissions: signInPermissions,
  parameters: [secondFactor],
  facts: [machineFact],
  changes: [makingToken, endingToken],
  invariants: [soundMachines],
  routes,
})
