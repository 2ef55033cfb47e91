import { Type } from 'typebox'
import { holdsOn } from '#core/configuration.ts'
import { Day, type Texts } from '#core/contract.ts'
import { asked, defineRequestForm, type AskedAt } from '#core/contract/request-form.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { grantFact } from '#core/grant.ts'
import { isUsedAt, rolesIn } from '#core/role.ts'
import { inEach } from '#core/wording.ts'
import { signInPermissions } from '#plugins/sign-in/contract/permission.ts'
import { grantRole, RoleCode } from '../contract/change.ts'
import { keyOf } from '../handing-on.ts'

const services: Readonly<Record<string, Texts>> = {
  website: { nl: 'Beheer van de website', en: 'Managing the website', fr: 'Gestion du site web' },
  accounts: { nl: 'Beheer van Mijn Bibliotheek', en: 'Managing My Library', fr: 'Gestion de Ma Bibliothèque' },
  statistics: { nl: 'Cijfers en dashboards', en: 'Figures and dashboards', fr: 'Statistiques et tableaux de bord' },
  catalogue: {
    nl: 'Invoeren in de gezamenlijke catalogus', en: 'Cataloguing in the shared catalogue',
    fr: 'Encodage dans le catalogue commun',
  },
  learning: { nl: 'Leerplatform', en: 'Learning platform', fr: 'Plateforme d’apprentissage' },
}

/** Source: domain/2 §10.3, domain/1 §7.1. */
export const accessForm = defineRequestForm({
  name: 'permissions.access',
  topic: 'services',
  title: { nl: 'Toegang voor een medewerker', en: 'Access for a member of staff', fr: 'Accès pour un collaborateur' },
  help: {
    nl: 'Een medewerker krijgt een rol in Filiaal, of toegang tot een andere dienst. Wie al aanmeldt, krijgt de rol '
      + 'zodra de aanvraag '
      + 'goedgekeurd is; wie nieuw is, krijgt een uitnodiging op het werkadres.',
    en: 'A member of staff gets a role in Filiaal, or access to another service. Whoever signs in already gets the '
      + 'role as soon as the '
      + 'request is approved; whoever is new gets an invitation at the work address.',
    fr: 'Un collaborateur reçoit un rôle dans Filiaal, ou l’accès à un autre service. S’il se connecte déjà, il reçoit '
      + 'le rôle dès que la '
      + 'demande est approuvée ; s’il est nouveau, il reçoit une invitation à son adresse professionnelle.',
  },
  synonyms: {
    nl: 'nieuwe medewerker, collega, account, wachtwoord, rol, recht, aanmelden, ADMIN, balie, jobstudent, stagiair, '
      + 'CMS, statistieken',
    en: 'new member of staff, colleague, account, password, role, permission, sign in, ADMIN, desk, student job, '
      + 'trainee, CMS, statistics',
    fr: 'nouveau collaborateur, collègue, compte, mot de passe, rôle, droit, connexion, ADMIN, comptoir, jobiste, '
      + 'stagiaire, CMS, statistiques',
  },
  levels: ['group', 'library', 'branch', 'bookmobile'],
  questions: {
    person: {
      title: { nl: 'Naam van de medewerker', en: 'Name of the member of staff', fr: 'Nom du collaborateur' },
      schema: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }), unit: 'text', example: 'An Peeters',
    },
    address: {
      title: { nl: 'E-mailadres op het werk', en: 'E-mail address at work', fr: 'Adresse e-mail professionnelle' },
      help: {
        nl: 'Een eigen adres, geen adres dat collega’s delen: het is waarmee deze medewerker aanmeldt.',
        en: 'Their own, not one that colleagues share: it is what this member of staff signs in with.',
        fr: 'Une adresse personnelle, non partagée : c’est avec elle que ce collaborateur se connecte.',
      },
      schema: Type.String({ format: 'email', maxLength: 254 }), unit: 'text', example: 'an.peeters@bib.example',
    },
    roles: {
      title: { nl: 'Rollen in Filiaal', en: 'Roles in Filiaal', fr: 'Rôles dans Filiaal' },
      help: {
        nl: 'Niet meer dan nodig is voor het werk; een rol geldt hier en in alles eronder.',
        en: 'No more than the work takes; a role holds here and in all below.',
        fr: 'Pas plus que le travail n’en demande ; un rôle vaut ici et dans tout ce qui en dépend.',
      },
      schema: Type.Array(RoleCode, { maxItems: 10, uniqueItems: true }), unit: 'choice', default: [], optional: true, example: ['desk'],
      choicesAt: rolesAsked,
    },
    services: {
      title: { nl: 'Andere diensten', en: 'Other services', fr: 'Autres services' },
      schema: Type.Array(Type.Enum(Object.keys(services)), { maxItems: 5, uniqueItems: true }), unit: 'choice', choices: services,
      default: [], optional: true, example: ['website'],
    },
    until: {
      title: { nl: 'Laatste dag', en: 'Last day', fr: 'Dernier jour' },
      help: { nl: 'leeg: zonder einde', en: 'empty: without end', fr: 'vide : sans fin' },
      schema: Day, unit: 'text', as: 'day', optional: true, example: '2031-06-30',
    },
    approver: {
      title: {
        nl: 'Wie in je bibliotheek heeft dit goedgekeurd?', en: 'Who at your library has agreed to this?',
        fr: 'Qui, dans votre bibliothèque, a donné son accord ?',
      },
      help: {
        nl: 'De leidinggevende van deze medewerker, met naam en functie.', en: 'The person this member of staff '
          + 'reports to, by name and position.',
        fr: 'Le responsable de ce collaborateur, avec son nom et sa fonction.',
      },
      schema: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), unit: 'text', example: 'Karin De Smet, bibliothecaris',
    },
  },
  items: ({ address, roles = [], until = null }, at) => {
    const staff = at.people.get(address)
    return staff === undefined ? [] : roles.filter(role => !holds(at, staff, role))
      .map(role => asked(grantRole, { staff, role, unit: at.unit, from: at.from, to: until }))
  },
  tasks: ({ person, address, roles = [], services: chosen = [] }, at) => [
    ...(roles.length && !at.people.has(address) ? [invitation(person, address, roles, at)] : []),
    ...chosen.map(service => inEach(language => `${services[service]?.[language] ?? service}: ${person}, ${address}`)),
  ],
})

/** Roles used here, without those that run the region. */
function rolesAsked({ reading, unit, from }: AskedAt): Readonly<Record<string, Texts>> {
  const regional = [corePermissions.decide, corePermissions.operate, signInPermissions.provision].map(({ name }) => name)
  return Object.fromEntries([...rolesIn(reading, from).values()]
    .filter(role => isUsedAt(reading, role, unit, from) && !regional.some(name => role.permissions.has(name)))
    .map(({ code, name }) => [code, name]))
}

const holds = ({ reading, unit, from }: AskedAt, staff: string, role: string) =>
  reading.of(grantFact, unit).some(said => said.key === keyOf(staff, role) && holdsOn(said, from) && said.to === null)

function invitation(person: string, address: string, roles: readonly string[], at: AskedAt): Texts {
  const known = rolesAsked(at)
  return inEach(language => {
    const named = roles.map(role => known[role]?.[language] ?? role).join(', ')
    return {
      nl: `Nodig ${person} (${address}) uit als ${named}`, en: `Invite ${person} (${address}) as ${named}`,
      fr: `Inviter ${person} (${address}) : ${named}`,
    }[language]
  })
}
