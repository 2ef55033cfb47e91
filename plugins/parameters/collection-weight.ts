import { parameterFact, parameterOf, type ParameterSaid } from '#core/parameter.ts'
import { defineWeight } from '#core/weight.ts'
import { collectionMode } from './contract/area/collection.ts'

/** Reminders under the library's own regulation, which leaves aside what the law on consumer debts protects. */
export const leavesTheLaw = (parameter: string, value: unknown) => parameter === collectionMode.name && value === 'municipal'

/** Whether the law binds a municipality's claims is disputed, so two people answer for it, whichever act lays it (domain/3 §2). */
export const collectingOtherwise = defineWeight({
  fact: parameterFact,
  secondPerson: ({ key, body }) => leavesTheLaw(parameterOf(key), (body as ParameterSaid | null)?.value),
})
