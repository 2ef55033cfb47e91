import type { Role } from '#core/role.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { branchesPermissions as branches } from '#plugins/branches/contract/permission.ts'
import { permissions as mail } from '#plugins/mail/contract.ts'
import { permissions as parameters } from '#plugins/parameters/contract.ts'
import { signInPermissions as signIn } from '#plugins/sign-in/contract/permission.ts'
import { permissions as units } from '#plugins/units/contract.ts'
import { permissions as own } from './contract/permission.ts'

const { see, correctPast, decide, operate } = corePermissions

const role = (
  code: string, name: Role['name'], permissions: Role['permissions']
): Role => ({ code, name, permissions })

const deskWork = [see]
const branchWork = [...deskWork, branches.hours, branches.close, branches.confirmYear]
const libraryWork = [
  ...branchWork, branches.rules, branches.import, correctPast, units.change, parameters.set, own.manage, own.roles,
  mail.read, mail['send-again'], signIn.sessions, signIn.unlock, signIn.desks, signIn.tokens,
]
const regionWork = [
  ...branchWork, branches.rules, branches.import, branches.remind, branches.daySets, correctPast, decide,
  units.change, units.manage, parameters.set, mail.read, mail['send-again'], signIn.sessions, signIn.unlock,
]

/** The roles every installation starts with, from the widest down; from then on they are its own. */
export const roles: readonly Role[] = [
  role('system-admin', { nl: 'systeembeheerder', en: 'system admin', fr: 'administrateur système' },
    [...new Set([...libraryWork, ...regionWork, signIn.provision, operate])]),
  role(
    'library-admin', { nl: 'bibliotheekbeheerder', en: 'library admin', fr: 'administrateur de bibliothèque' },
    libraryWork
  ),
  role(
    'branch-manager', { nl: 'vestigingsbeheerder', en: 'branch manager', fr: 'responsable d’implantation' }, branchWork
  ),
  role('helpdesk', { nl: 'servicedesk', en: 'helpdesk', fr: 'centre d’assistance' }, regionWork),
  role('desk', { nl: 'baliemedewerker', en: 'desk', fr: 'comptoir' }, deskWork),
]
