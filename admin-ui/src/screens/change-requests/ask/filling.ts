import type { Day, Language, UnitId } from '#core/contract.ts'
import { newId } from '#console/change/change.ts'
import { isDay, plusDays, todayHere } from '#console/time/day.ts'
import type { Form, NewRequest, OneRequest } from '../answers.ts'
import { firstTyped, type TypedAnswers } from './question/answer.ts'

/** Whoever phoned or mailed, as the helpdesk notes it. */
export interface Behalf {
  readonly staff: string | null
  readonly name: string
  readonly address: string
  readonly language: Language
  readonly channel: 'phone' | 'mail'
  readonly pasted: string
}

/** What somebody has filled in so far; what they did not touch is not there. */
export interface Filling {
  readonly id: string
  readonly from: string
  readonly typed: TypedAnswers
  readonly reason: string
  readonly behalf: Behalf
}

/** The helpdesk answers first; what one asks holds after that. */
const DAYS_TO_ANSWER = 7

const nobody: Behalf = { staff: null, name: '', address: '', language: 'nl', channel: 'phone', pasted: '' }

export const firstFilling = (form: Form, request?: OneRequest): Filling => {
  if (!request) return { id: newId(), from: plusDays(todayHere(), DAYS_TO_ANSWER), typed: {}, reason: '', behalf: nobody }
  const { id, from, filled, reason, behalf, channel, pasted } = request
  return {
    id, from: from ?? '', typed: typedOfDraft(form, filled), reason: reason ?? '',
    behalf: behalf ? {
      staff: behalf.staff ?? null, name: behalf.name, address: behalf.address, language: behalf.language,
      channel: channel === 'mail' ? 'mail' : 'phone', pasted: pasted ?? '',
    } : nobody,
  }
}

const typedOfDraft = ({ questions }: Form, filled: OneRequest['filled']): TypedAnswers => Object.fromEntries(questions
  .filter(({ name }) => filled[name] !== undefined)
  .map(question => [question.name, firstTyped({ ...question, default: filled[question.name] ?? undefined })]))

interface Sending {
  readonly form: Form
  readonly unit: UnitId
  readonly filling: Filling
  readonly answers: Readonly<Record<string, unknown>>
  readonly behalf: boolean
}

/** From when it is asked, where the form does not say so itself. */
export const dayOf = ({ hasOwnDay }: Form, { from }: Filling): Day | undefined => hasOwnDay || !isDay(from) ? undefined : from

/** What goes to the server. */
export const requestOf = ({ form, unit, filling, answers, behalf }: Sending): NewRequest => {
  const { id, reason, behalf: { staff, name, address, language, channel, pasted } } = filling
  const from = dayOf(form, filling)
  return {
    id, form: form.name, unit, filled: answers, ...(from ? { from } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
    ...(behalf ? {
      onBehalfOf: { name: name.trim(), address: address.trim(), language, ...(staff ? { staff } : {}) }, channel,
      ...(pasted.trim() ? { pasted: pasted.trim() } : {}),
    } : {}),
  }
}
