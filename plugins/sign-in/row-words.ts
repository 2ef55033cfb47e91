import { asStaff, asUnit, fieldsOf, type RowWords, type SaidField } from '#core/row-words.ts'
import { claimedFact } from './oidc/claimed-role.ts'
import { claimRulesFact, providerFact } from './oidc/provider.ts'
import type { ClaimRule } from './contract/provider.ts'
import { machineFact } from './token/machine.ts'

const list = (value: unknown) => (Array.isArray(value) ? value.join(', ') : '')

/** Machines, identity providers and personnel systems, as the audit tells them. */
export const rowWords: readonly RowWords[] = [{
  of: machineFact.name,
  noun: { nl: 'een machine', en: 'a machine', fr: 'une machine' },
  about: ({ name }) => String(name),
  says: fieldsOf({ name: [{ nl: 'naam', en: 'name', fr: 'nom' }] }),
}, {
  of: 'second_factor',
  noun: { nl: 'een tweede stap bij het aanmelden', en: 'a second step at sign-in', fr: 'une deuxième étape de connexion' },
  about: ({ staff_id: id }, teller) => teller.staff(String(id)),
  says: fieldsOf({ name: [{ nl: 'naam', en: 'name', fr: 'nom' }] }),
}, {
  of: providerFact.name,
  noun: { nl: 'een aanmelddienst', en: 'an identity provider', fr: 'un fournisseur d’identité' },
  about: ({ name }) => String(name),
  says: fieldsOf({
    name: [{ nl: 'naam', en: 'name', fr: 'nom' }], issuer: [{ nl: 'adres', en: 'address', fr: 'adresse' }],
    clientId: [{ nl: 'bekend als', en: 'known as', fr: 'connu comme' }],
    acr: [{ nl: 'niveaus van de tweede stap', en: 'levels of the second step', fr: 'niveaux de la deuxième étape' }, list],
    amr: [{ nl: 'middelen van de tweede stap', en: 'methods of the second step', fr: 'moyens de la deuxième étape' }, list],
    scopes: [{ nl: 'vraagt naar', en: 'asks for', fr: 'demande' }, list],
  }),
}, {
  of: claimRulesFact.name,
  noun: { nl: 'de regels voor rollen', en: 'the rules for roles', fr: 'les règles des rôles' },
  says: ({ rules }, teller) => (rules as readonly ClaimRule[]).map(({ claim, value, role, unit }): SaidField => [
    { nl: `bij ${claim} = ${value}`, en: `at ${claim} = ${value}`, fr: `pour ${claim} = ${value}` },
    `${teller.role(role)}, ${teller.unit(unit)}`,
  ]),
}, {
  of: claimedFact.name,
  noun: { nl: 'een rol volgens een regel', en: 'a role by rule', fr: 'un rôle selon une règle' },
  about: ({ staff }, teller) => teller.staff(String(staff)),
  says: fieldsOf({
    staff: [{ nl: 'medewerker', en: 'member of staff', fr: 'collaborateur' }, asStaff],
    role: [{ nl: 'rol', en: 'role', fr: 'rôle' }, (code, teller) => teller.role(String(code))],
  }),
}, {
  of: 'provisioned_person',
  noun: {
    nl: 'wat het personeelssysteem van iemand zegt', en: 'what the personnel system says of somebody',
    fr: 'ce que le système du personnel dit de quelqu’un',
  },
  about: ({ id }, teller) => teller.staff(String(id)),
  says: fieldsOf({
    user_name: [{ nl: 'gebruikersnaam', en: 'user name', fr: 'nom d’utilisateur' }],
    external_id: [{ nl: 'nummer daar', en: 'number there', fr: 'numéro là-bas' }],
    given_name: [{ nl: 'voornaam', en: 'first name', fr: 'prénom' }], family_name: [{ nl: 'achternaam', en: 'last name', fr: 'nom de famille' }],
  }),
}, {
  of: 'desk',
  noun: { nl: 'een balie-pc', en: 'a desk PC', fr: 'un poste de comptoir' },
  about: ({ name }) => String(name),
  says: fieldsOf({
    name: [{ nl: 'naam', en: 'name', fr: 'nom' }], unit_id: [{ nl: 'staat in', en: 'stands in', fr: 'se trouve à' }, asUnit],
    ended_at: [{ nl: 'afgemeld op', en: 'ended at', fr: 'retiré le' }],
  }),
}]
