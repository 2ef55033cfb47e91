import { Type } from 'typebox'
import { definePreset, presetValue } from '#core/contract.ts'
import { Code, material, membership } from '#plugins/parameters/contract/list.ts'
import { NOT_LENDABLE, type LoanMethod } from './line.ts'
import { fineRule, holdRule, loanRule } from './method.ts'

const noFine = { parameter: fineRule, value: () => ({ amountCents: 0, periodDays: 1, graceDays: 0, maximumCents: 0 }) }
const MonthDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })
const Codes = (least: number) => Type.Array(Code, { minItems: least, maxItems: 20, uniqueItems: true })

export const fineFree = definePreset({
  name: 'rules.fine-free',
  area: 'fines',
  title: { nl: 'Boetevrij', en: 'Fine-free', fr: 'Sans amende' },
  help: {
    nl: 'Te laat inleveren kost niets meer, voor geen enkele lidsoort of materiaalsoort. Aanmaningen en nota’s blijven.',
    en: 'Bringing back late costs nothing any more, for any type of membership or material. Reminders and bills stay.',
    fr: 'Rendre en retard ne coûte plus rien, quels que soient l’abonnement et le document. Les rappels et les notes restent.',
  },
  blanks: {},
  sets: () => [presetValue(noFine)],
})

export const fineFreeTypes = definePreset({
  name: 'rules.fine-free-types',
  area: 'fines',
  title: {
    nl: 'Geen boetes voor enkele lidsoorten', en: 'No fines for some types of membership',
    fr: 'Pas d’amendes pour certains abonnements',
  },
  help: {
    nl: 'Wie een van deze lidsoorten heeft, betaalt geen boete meer, voor geen enkele materiaalsoort: jeugd, klassen, personeel.',
    en: 'Whoever has one of these types of membership pays no fine any more, for any material: youth, classes, staff.',
    fr: 'Les titulaires de ces abonnements ne paient plus d’amende, quel que soit le document : jeunesse, classes, personnel.',
  },
  blanks: {
    memberships: {
      title: { nl: 'Lidsoorten', en: 'Types of membership', fr: 'Types d’abonnement' },
      schema: Codes(1), unit: 'codes', codes: membership, example: ['1'],
    },
  },
  sets: ({ memberships }) => memberships.map(code => presetValue({ ...noFine, where: { membership: code } })),
})

export const summerTerm = definePreset({
  name: 'rules.summer-term',
  area: 'loans',
  title: { nl: 'Zomertermijn', en: 'Summer loan period', fr: 'Durée de prêt d’été' },
  help: {
    nl: 'Wie in deze weken leent, mag alles langer houden, elk jaar opnieuw. Wat al langer mag of niet wordt uitgeleend, blijft zo.',
    en: 'Whoever borrows in these weeks may keep things longer, every year. What may be kept longer or is not lent stays so.',
    fr: 'Ce qui est emprunté pendant ces semaines peut être gardé plus longtemps, chaque année. Rien ne change pour ce qui peut déjà être gardé plus longtemps ou ne se prête pas.',
  },
  blanks: {
    days: {
      title: { nl: 'Leendagen', en: 'Loan days', fr: 'Jours de prêt' },
      schema: Type.Integer({ minimum: 1, maximum: 366 }), unit: 'days', default: 42, example: 42,
    },
    from: {
      title: { nl: 'Geleend vanaf', en: 'Borrowed from', fr: 'Emprunté à partir du' },
      schema: MonthDay, unit: 'text', default: '06-15', example: '06-15', everyYear: true,
    },
    to: {
      title: { nl: 'Tot en met', en: 'Until', fr: 'Jusqu’au' },
      schema: MonthDay, unit: 'text', default: '08-31', example: '08-31', everyYear: true,
    },
    materials: {
      title: {
        nl: 'Alleen deze materiaalsoorten (leeg: alle)', en: 'Only these types of material (empty: all)',
        fr: 'Seulement ces types de document (vide : tous)',
      },
      schema: Codes(0), unit: 'codes', codes: material, default: [], example: ['BOEK'],
    },
  },
  sets: ({ days, from, to, materials }) => {
    const longer = (now: LoanMethod) => isLent(now) && now.loanDays < days ? { ...now, loanDays: days } : now
    const summer = { parameter: loanRule, season: { from, to }, value: longer }
    return materials.length ? materials.map(code => presetValue({ ...summer, where: { material: code } })) : [presetValue(summer)]
  },
})

const isLent = ({ loanDays, minimumAge }: LoanMethod) => loanDays > 0 && minimumAge !== NOT_LENDABLE

export const freeHolds = definePreset({
  name: 'rules.free-holds',
  area: 'holds',
  title: { nl: 'Gratis reserveren', en: 'Free holds', fr: 'Réservations gratuites' },
  help: {
    nl: 'Reserveren kost niets: niet bij plaatsen, niet bij afhalen en, als je dat kiest, ook niet bij niet afhalen.',
    en: 'A hold costs nothing: not at placing, not at pick-up and, if so chosen, not when it is not collected either.',
    fr: 'Réserver ne coûte rien : ni à la demande, ni au retrait et, si vous le choisissez, ni en l’absence de retrait.',
  },
  blanks: {
    notCollected: {
      title: { nl: 'Ook niet afhalen is gratis', en: 'Not collecting is free too', fr: 'Gratuit aussi en l’absence de retrait' },
      schema: Type.Boolean(), unit: 'yes-no', default: false, example: true,
    },
  },
  sets: ({ notCollected }) => [presetValue({
    parameter: holdRule,
    value: now => ({ ...now, placingCents: 0, pickupCents: 0, ...(notCollected ? { notCollectedCents: 0 } : {}) }),
  })],
})

export const rulesPresets = [fineFree, fineFreeTypes, summerTerm, freeHolds] as const
