import { defineRequestForm, type AskedAt } from '#core/contract/request-form.ts'
import type { Parameter, Texts, Where } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import { inEach } from '#core/wording.ts'
import { Code, material, materialTypeFact } from '#plugins/parameters/contract/list.ts'
import { listed, membershipsQuestion, placesOf, settingItem } from '#plugins/parameters/index.ts'
import { loanRule, methods } from '../contract/method.ts'

interface Wanted { readonly material: string; readonly memberships?: readonly string[] | undefined; readonly like?: string | undefined }

/** Source: domain/1 §3.4, [UITL] ("no rule found"). */
export const missingRuleForm = defineRequestForm({
  name: 'rules.missing-rule',
  topic: 'lending',
  title: {
    nl: 'Geen regel gevonden voor een materiaalsoort', en: 'No rule found for a type of material',
    fr: 'Aucune règle trouvée pour un type de document',
  },
  help: {
    nl: 'De balie krijgt “geen regel gevonden”, of een nieuwe materiaalsoort heeft nog geen leentermijn, boete of reserveerkost. '
      + 'Geldt hetzelfde als voor een andere materiaalsoort, noem die dan: meer is niet nodig.',
    en: 'The desk gets “no rule found”, or a new type of material has no loan period, fine or hold cost yet. '
      + 'If the same holds as for another type of material, name that one: nothing more is needed.',
    fr: 'Le comptoir lit « aucune règle trouvée », ou un nouveau type de document n’a encore ni durée de prêt, ni '
      + 'amende, ni frais de réservation. '
      + 'Si les mêmes règles valent que pour un autre type, citez-le : rien d’autre n’est nécessaire.',
  },
  synonyms: {
    nl: 'RMT, reglement, geen regel, nieuw materiaal, nieuwe materiaalsoort, niet uitleenbaar, foutmelding uitlenen, '
      + 'uitleenmethode',
    en: 'RMT, rule table, no rule, new material, new type of material, not lendable, error when lending, loan method',
    fr: 'RMT, règlement, aucune règle, nouveau document, nouveau type, non empruntable, erreur au prêt, modalité de prêt',
  },
  levels: ['group', 'library', 'branch'],
  questions: {
    material: {
      title: { nl: 'Welke materiaalsoort?', en: 'Which type of material?', fr: 'Quel type de document ?' },
      schema: Code, unit: 'codes', codes: material, example: 'BOEK',
    },
    memberships: membershipsQuestion,
    like: {
      title: {
        nl: 'Zelfde regels als deze materiaalsoort', en: 'Same rules as this type of material',
        fr: 'Mêmes règles que ce type de document',
      },
      help: {
        nl: 'Leentermijn, verlengen, boete, aanmanen en reserveren worden dan hetzelfde. Laat leeg als er geen lijkt: '
          + 'de servicedesk stelt dan regels voor.',
        en: 'Loan period, renewal, fine, reminders and holds then become the same. Leave empty if none is alike: the '
          + 'helpdesk then proposes rules.',
        fr: 'Durée de prêt, prolongation, amende, rappels et réservation deviennent alors identiques. Laissez vide si '
          + 'aucun ne convient : le centre d’assistance propose alors des règles.',
      },
      schema: Code, unit: 'codes', codes: material, example: 'DVD', optional: true,
    },
  },
  items: (wanted, at) => rulesLike(wanted, at).filter(one => !lacksDecision(one)).flatMap(({ method, value, where, row }) =>
    settingItem(at, method, value, where, row?.body.basis ? { basis: row.body.basis } : {})),
  tasks: (wanted, at) => {
    const name = materialName(wanted.material, at)
    if (wanted.like === undefined) return [inEach(language => ({
      nl: `Stel regels voor ${name.nl} voor: lenen, boete, aanmanen, verlengen en reserveren.`,
      en: `Propose rules for ${name.en}: loan, fine, reminders, renewal and holds.`,
      fr: `Proposer des règles pour ${name.fr} : prêt, amende, rappels, prolongation et réservation.`,
    }[language]))]
    return [...new Set(rulesLike(wanted, at).filter(lacksDecision).map(({ method }) => method))].map(({ title }) => ({
      nl: `Vraag het raadsbesluit voor ${name.nl} en leg vast: ${title.nl}.`,
      en: `Ask for the council decision for ${name.en} and set: ${title.en}.`,
      fr: `Demander la décision du conseil pour ${name.fr} et fixer : ${title.fr}.`,
    }))
  },
})

/** What holds for the other type of material, in each place it is wanted for. */
function rulesLike({ material: code, memberships, like }: Wanted, { reading, unit, from }: AskedAt) {
  if (like === undefined) return []
  return placesOf(loanRule, { memberships, materials: [code] }).flatMap(where => methods.map((method: Parameter) => {
    const other: Where = { ...where, material: like }
    return { method, where, ...resolve(reading, method, unit, from, other) }
  }))
}

/** It asks money, and nobody knows on which decision. */
const lacksDecision = ({ method: { needsBasis }, value, row }: ReturnType<typeof rulesLike>[number]) =>
  typeof needsBasis === 'function' && needsBasis(value) && !row?.body.basis

const materialName = (code: string, { reading, unit, from }: AskedAt): Texts =>
  listed<{ name: Texts }>(reading, materialTypeFact, unit, from).get(code)?.name ?? { nl: code, en: code, fr: code }
