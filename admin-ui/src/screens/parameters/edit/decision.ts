import type { UnitId } from '#core/contract.ts'
import { newId } from '#console/change/change.ts'
import { inBase64 } from '#console/file.ts'
import { call } from '#console/http.ts'
import { decisionAddress, isDecisionAddress } from '#plugins/parameters/contract/answer/decision.ts'

/** Whether the text of a basis is something to open: an address, or a file kept here. */
export const isReadable = (text: string) => /^https?:\/\/\S+$/.test(text) || isDecisionAddress(text)

/** Brings the text of a decision in, and says where it can be read from then on. */
export async function keepDecision(unit: UnitId, file: File): Promise<string> {
  const id = newId()
  const content = await inBase64(file)
  await call('/decisions', { method: 'POST', body: { id, unit, name: file.name.slice(0, 200), content } })
  return decisionAddress(id)
}
