import { corePermissions } from '#core/contract/permission.ts'
import { holds, useMe } from '../session.ts'

/** Whether requests of others wait for this person's word. */
export const useDecides = () => holds(useMe(), corePermissions.decide)
