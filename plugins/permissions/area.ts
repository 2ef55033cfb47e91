import type { Language, Permission, Texts } from '#core/contract.ts'
import type { Registry } from '#core/registry.ts'
import type { PermissionShown } from './contract/answer.ts'

/** What a plugin's permissions are called together on a screen; one that is not named here goes by its own name. */
const areas: Readonly<Record<string, Texts>> = {
  core: { nl: 'Algemeen', en: 'General', fr: 'Général' },
  units: { nl: 'Eenheden', en: 'Units', fr: 'Unités' },
  branches: { nl: 'Openingsuren en kalender', en: 'Opening hours and calendar', fr: 'Heures d’ouverture et calendrier' },
  parameters: { nl: 'Instellingen', en: 'Settings', fr: 'Paramètres' },
  permissions: { nl: 'Medewerkers en rollen', en: 'Staff and roles', fr: 'Collaborateurs et rôles' },
  'sign-in': { nl: 'Aanmelden', en: 'Signing in', fr: 'Connexion' },
  audit: { nl: 'Logboek', en: 'Audit log', fr: 'Journal d’audit' },
  mail: { nl: 'Mail', en: 'Mail', fr: 'E-mail' },
  webhooks: { nl: 'Webhooks', en: 'Webhooks', fr: 'Webhooks' },
  patrons: { nl: 'Leden', en: 'Patrons', fr: 'Usagers' },
  circulation: { nl: 'Uitlenen', en: 'Lending', fr: 'Prêt' },
  accounts: { nl: 'Rekeningen', en: 'Accounts', fr: 'Comptes' },
  'shop-sales': { nl: 'Winkelverkoop', en: 'Shop sales', fr: 'Vente boutique' },
  'fee-waivers': { nl: 'Kwijtscheldingen', en: 'Waivers', fr: 'Remises' },
  tariffs: { nl: 'Tarieven', en: 'Tariffs', fr: 'Tarifs' },
  notices: { nl: 'Berichten en deurwaarder', en: 'Notices and bailiff', fr: 'Messages et huissier' },
  statistics: { nl: 'Statistieken', en: 'Statistics', fr: 'Statistiques' },
}

export const areaOf = (permission: string) => permission.split('.')[0] ?? ''
export const areaName = (area: string, language: Language) => areas[area]?.[language] ?? area

export const permissionShown = ({ name, allows }: Permission, language: Language): PermissionShown => ({
  name, plugin: areaOf(name), pluginName: areaName(areaOf(name), language), allows: allows[language],
})

/** Those of these names that are declared, in the order of the declarations. */
export const permissionsNamed = (registry: Registry, names: ReadonlySet<string>): Permission[] =>
  [...registry.permissions.values()].filter(({ name }) => names.has(name))

/** Every permission that a plugin declares, for whoever makes a role. */
export const permissionList = (registry: Registry, language: Language) =>
  [...registry.permissions.values()].map(permission => ({
    ...permissionShown(permission, language),
    limitedBy: (permission.limitedBy ?? []).map(({ name, kind, title }) => ({ name, kind, title: title[language] })),
    touches: permission.touches ?? null,
  }))
