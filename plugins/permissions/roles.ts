import type { Permission } from '#core/contract.ts'
import type { Role } from '#core/role.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { permissions as audit } from '#plugins/audit/contract.ts'
import { branchesPermissions as branches } from '#plugins/branches/contract/permission.ts'
import { permissions as requests } from '#plugins/change-requests/contract/permission.ts'
import { permissions as mail } from '#plugins/mail/contract.ts'
import { permissions as circulation } from '#plugins/circulation/contract/permission.ts'
import { permissions as patrons } from '#plugins/patrons/contract/permission.ts'
import { permissions as parameters } from '#plugins/parameters/contract/permission.ts'
import { signInPermissions as signIn } from '#plugins/sign-in/contract/permission.ts'
import { permissions as units } from '#plugins/units/contract.ts'
import { permissions as webhooks } from '#plugins/webhooks/contract.ts'
import { accountsAhead as accounts, feeWaiversAhead as waivers, shopSalesAhead as shop } from './contract/ahead/money.ts'
import { noticesAhead as notices, statisticsAhead as statistics } from './contract/ahead/notices.ts'
import { permissions as own } from './contract/permission.ts'

const { see, correctPast, decide, agree, operate } = corePermissions

/** All that is declared ahead of its plugin. */
export const ahead: readonly Permission[] =
  [accounts, shop, waivers, notices, statistics].flatMap(area => Object.values<Permission>(area))

/** What a helper in a prison library does: everything for the people of that branch but holds. */
const prisonWork = [
  see, patrons.find, patrons.register, patrons.change, circulation.lend, circulation.items,
]
const deskWork = [
  ...prisonWork, circulation.hold, accounts.read, accounts['take-payment'], shop.sell, notices.print,
]
const branchWork = [
  ...deskWork, requests.ask, branches.hours, branches.close, branches.confirmYear, accounts['close-day'], waivers.waive,
  statistics.read,
]
const libraryWork = [
  ...branchWork, branches.rules, branches.import, correctPast, units.change, parameters.set, agree, requests.follow,
  own.manage, own.roles, own.review, audit.read, mail.read, mail['send-again'], webhooks.set,
  signIn.sessions, signIn.unlock, signIn.desks, signIn.tokens,
  patrons.merge, patrons.import, patrons.unblock, patrons.online, patrons['national-number'], patrons.erase, patrons.views,
  circulation.online, circulation['write-off'], accounts.refund, accounts.reverse, accounts['read-ledger'],
  shop['set-articles'], notices.send, notices['set-texts'], notices['hand-to-bailiff'],
]
const groupWork = [...libraryWork, branches.remind, requests.report]
const regionWork = [
  see, branches.hours, branches.close, branches.confirmYear, branches.rules, branches.import, branches.remind,
  branches.daySets, correctPast, decide, units.change, units.manage, parameters.set, parameters['edit-lists'], own.review,
  mail.read, mail['send-again'], signIn.sessions, signIn.unlock, accounts['set-tariffs'], ...Object.values(requests),
]
const auditWork = [see, own.review, audit.read, accounts['read-ledger'], statistics.read]
const financeWork = [
  see, accounts.read, accounts['read-ledger'], accounts['approve-settlement'], accounts['set-tariffs'],
  shop['set-articles'], notices['hand-to-bailiff'], statistics.read,
]
/** Nobody hands out more than they hold, so whoever hands out everything holds everything. */
const systemWork = [...groupWork, ...regionWork, ...auditWork, ...financeWork, signIn.provision, signIn.providers, operate]

const role = (code: string, permissions: readonly Permission[], nl: string, en: string, fr: string): Role =>
  ({ code, name: { nl, en, fr }, permissions: [...new Set(permissions)] })

/** The roles every installation starts with, from the widest down; from then on they are its own. */
export const roles: readonly Role[] = [
  role('system-admin', systemWork, 'systeembeheerder', 'system admin', 'administrateur système'),
  role('group-admin', groupWork, 'groepsbeheerder', 'group admin', 'administrateur de groupe'),
  role('library-admin', libraryWork, 'bibliotheekbeheerder', 'library admin', 'administrateur de bibliothèque'),
  role('branch-manager', branchWork, 'vestigingsbeheerder', 'branch manager', 'responsable d’implantation'),
  role('helpdesk', regionWork, 'servicedesk', 'helpdesk', 'centre d’assistance'),
  role('desk', deskWork, 'baliemedewerker', 'desk', 'agent de comptoir'),
  {
    ...role('prison-library', prisonWork,
      'medewerker gevangenisbibliotheek', 'prison library', 'agent de bibliothèque de prison'),
    reach: 'branch',
  },
  role('finance-director', financeWork, 'financieel directeur', 'finance director', 'directeur financier'),
  role('auditor', auditWork, 'auditor', 'auditor', 'auditeur'),
  role('website', [patrons.online, circulation.online], 'website van de bibliotheek', 'library website', 'site web de la bibliothèque'),
  role('provisioning', [signIn.provision], 'personeelssysteem', 'personnel system', 'système du personnel'),
]
