import { Type } from 'typebox'
import { defineParameter, type Day, type UnitId } from '#core/contract.ts'
import { definePlugin } from '#core/plugin.ts'
import { ruleLine } from '#plugins/parameters/contract/list.ts'

const words = { nl: 'x', en: 'x', fr: 'x' }
const told = { help: words, consequence: words, example: words, synonyms: { nl: ['termijn'], en: ['period'], fr: ['durée'] } }
const levels = ['system', 'group', 'library', 'branch'] as const

/** Days per type of membership and material; one table for a group of level 2. */
export const term = defineParameter({
  name: 'trial.term', area: 'loans', schema: Type.Integer({ minimum: 0, maximum: 99 }), default: 28, unit: 'days',
  levels, dimensions: ruleLine, shared: true, title: { nl: 'Leentermijn', en: 'Loan period', fr: 'Durée du prêt' }, ...told,
})
/** Cents per type of membership and material; asking money rests on a decision. */
export const fee = defineParameter({
  name: 'trial.fee', area: 'fines', schema: Type.Integer({ minimum: 0, maximum: 10_000 }), default: 0, unit: 'cents',
  levels, dimensions: ruleLine, needsBasis: (cents: number) => cents > 0,
  title: { nl: 'Boete', en: 'Fine', fr: 'Amende' }, ...told,
})
export const grace = defineParameter({
  name: 'trial.grace', area: 'fines', schema: Type.Integer({ minimum: 0, maximum: 30 }), default: 0, unit: 'days', levels,
  title: { nl: 'Respijtdagen', en: 'Grace days', fr: 'Jours de grâce' }, ...told,
})
export const charges = defineParameter({
  name: 'trial.charges', area: 'fines', schema: Type.Boolean(), default: false, unit: 'yes-no', levels,
  title: { nl: 'Boetes vragen', en: 'Charge fines', fr: 'Demander des amendes' }, ...told,
})
/** It only matters where fines are charged. */
const most = defineParameter({
  name: 'trial.most', area: 'fines', schema: Type.Integer({ minimum: 0 }), default: 500, unit: 'cents',
  levels: ['system', 'library'], onlyWhen: { parameter: charges, is: [true] },
  title: { nl: 'Hoogste boete', en: 'Highest fine', fr: 'Amende maximale' }, ...told,
})

/** Settings as those of the catalogue, for tests that need every kind of them. */
export const trial = definePlugin({ name: 'trial', parameters: [term, fee, grace, charges, most] })

export const TODAY: Day = '2026-11-23'
export const decision = { number: '2026/114', date: '2026-06-22', article: 'art. 3' }

/** What one asks of the door. */
export const setting = (unit: UnitId, parameter: string, value: unknown, more: object = {}) =>
  ({ kind: 'parameters.set', payload: { unit, parameter, from: TODAY, to: null, value, ...more } })

const list = (kind: string, code: string, body: object) => ({
  kind, payload: { unit: '00000000-0000-4000-8000-000000000000', code, from: '2020-01-01', to: null, body },
})
const name = (text: string) => ({ name: { nl: text, en: text, fr: text } })
/** Two types of membership and two of material. */
export const lists = () => [
  list('parameters.set-membership-type', '60', { ...name('Volwassene'), kind: 'person' }),
  list('parameters.set-membership-type', '61', { ...name('Jeugd'), kind: 'person' }),
  list('parameters.set-material-type', 'BOEK', name('Boek')),
  list('parameters.set-material-type', 'DVD', name('Dvd')),
]
