import { defineChange, type ChangeRule } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { ChangeKind, Day, Fact, Texts, UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import type { Fault } from '#core/refusal.ts'
import { libraryOf, pathOf, SYSTEM, unitAt } from '#core/unit.ts'
import { fault, inEach, sinceDay } from '#core/wording.ts'
import { nameOf } from './asked.ts'
import { setMaterialType, setMembershipLink, setMembershipType } from './contract/change.ts'
import {
  material, materialTypeFact, membership, membershipLinkFact, membershipTypeFact, type MembershipLink,
} from './contract/list.ts'
import { permissions } from './contract/permission.ts'
import { isListed } from './list.ts'

interface Asked<B> { readonly unit: UnitId; readonly code: string; readonly from: Day; readonly to: Day | null; readonly body: B | null }

const needs = (_reading: Reading, { unit }: { unit: UnitId }) => [{ permission: permissions['edit-lists'], unit }]

/** A list of the region: the system adds and takes away, a library says what differs there. */
function listChange(kind: ChangeKind, list: Fact, { title }: { title: Texts }): ChangeRule {
  type Typed = Asked<{ name: Texts; unused?: boolean }>
  return defineChange(kind, {
    needs: (reading, payload) => needs(reading, payload as Typed),
    refusals: (reading, payload) => listFaults(reading, list, title, payload as Typed),
    lays: (_reading, payload) => {
      const { unit, code, from, to, body } = payload as Typed
      return [{ fact: list, unit, key: code, from, to, body }]
    },
    sentence: (reading, payload) => inEach(language => {
      const { unit, code, from, body } = payload as Typed
      const [when, at] = [sinceDay(language, from), nameOf(reading, unit, from)]
      const what = `${title[language]} ${code}`
      if (body === null) return {
        nl: `${at}: ${what} vervalt ${when}`, en: `${at}: ${what} goes ${when}`, fr: `${at} : ${what} disparaît ${when}`,
      }[language]
      const unused = body.unused ? { nl: ', niet meer in gebruik', en: ', not in use any more', fr: ', plus utilisé' }[language] : ''
      return {
        nl: `${at}: ${what} is ${when} “${body.name.nl}”${unused}`, en: `${at}: ${what} is “${body.name.en}” ${when}${unused}`,
        fr: `${at} : ${what} devient « ${body.name.fr} » ${when}${unused}`,
      }[language]
    }),
  })
}

function listFaults(reading: Reading, list: Fact, title: Texts, { unit, code, from, body }: Asked<object>): Fault[] {
  if (unit !== SYSTEM && !['group', 'library'].includes(unitAt(reading, unit, from)?.type ?? '')) {
    return [fault('parameters.wrong-level', '/unit', 'Lijsten horen bij de regio, een groep of een bibliotheek.',
      'Lists belong to the region, a group or a library.', 'Les listes relèvent de la région, d’un groupement ou d’une bibliothèque.')]
  }
  if (unit !== SYSTEM && !isListed(reading, list, code)) {
    return [fault('parameters.no-code', '/code', `De regio heeft geen ${title.nl} ${code}.`,
      `The region has no ${title.en} ${code}.`, `La région n’a pas de ${title.fr} ${code}.`)]
  }
  return body === null && unit === SYSTEM && isUsed(reading, code) ? [fault('parameters.code-in-use', '/code',
    `Er steunen nog regels op ${code}. Zet de soort op “niet meer in gebruik”.`,
    `There are still rules for ${code}. Mark the type as not in use any more.`,
    `Des règles portent encore sur ${code}. Indiquez plutôt que le type n’est plus utilisé.`)] : []
}

function isUsed(reading: Reading, code: string): boolean {
  for (const rows of reading.all(parameterFact)) {
    if (rows.some(({ key }) => key.split('@')[0]?.split('|').slice(1).includes(code))) return true
  }
  return false
}

const linking = defineChange(setMembershipLink, {
  needs,
  refusals: (reading, { unit, from, body }) => {
    if (!unitAt(reading, unit, from)?.level?.startsWith('3')) return [fault('parameters.wrong-level', '/unit',
      'Lidsoorten koppel je in een groep van niveau 3.', 'Types of membership are linked in a group of level 3.',
      'Les types d’abonnement se lient dans un groupement de niveau 3.')]
    return Object.entries((body as MembershipLink | null)?.types ?? {}).flatMap(([library, code]) => [
      ...(isMember(reading, library, unit, from) ? [] : [fault('parameters.no-member', `/body/types/${library}`,
        'Deze bibliotheek hoort niet bij de groep.', 'This library is not in the group.',
        'Cette bibliothèque n’appartient pas au groupement.')]),
      ...(isListed(reading, membershipTypeFact, code) ? [] : [fault('parameters.no-code', `/body/types/${library}`,
        `Er is geen lidsoort ${code}.`, `There is no type of membership ${code}.`, `Il n’y a pas de type d’abonnement ${code}.`)]),
    ])
  },
  lays: (_reading, { unit, code, from, to, body }) => [{ fact: membershipLinkFact, unit, key: code, from, to, body }],
  sentence: (reading, { unit, code, from, body }) => inEach(language => {
    const at = nameOf(reading, unit, from)
    const when = sinceDay(language, from)
    return body === null ? {
      nl: `${at}: de koppeling ${code} vervalt ${when}`, en: `${at}: link ${code} goes ${when}`, fr: `${at} : le lien ${code} disparaît ${when}`,
    }[language] : {
      nl: `${at}: lidsoorten gekoppeld als ${code} ${when}`, en: `${at}: types of membership linked as ${code} ${when}`,
      fr: `${at} : types d’abonnement liés sous ${code} ${when}`,
    }[language]
  }),
})

const isMember = (reading: Reading, library: UnitId, group: UnitId, day: Day) =>
  libraryOf(reading, library, day) === library && pathOf(reading, library, day).includes(group)

/** What may be asked of the lists: types of membership, types of material, and the links of a group. */
export const listChanges: readonly ChangeRule[] = [
  listChange(setMembershipType, membershipTypeFact, membership),
  listChange(setMaterialType, materialTypeFact, material),
  linking,
]
