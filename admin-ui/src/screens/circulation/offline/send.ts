import { call } from '#console/http.ts'
import { BATCH_MOST, type Batch } from '#plugins/circulation/contract/offline.ts'
import type { KeptAct } from './kept-kit.ts'
import { actsKept, forgetActs } from './kept.ts'

/** One branch's acts in parts that the server takes at once; the first of a part names it, so that a repeat is the same part. */
const parts = (acts: readonly KeptAct[]): KeptAct[][] =>
  [...Map.groupBy(acts, ({ branch }) => branch).values()].flatMap(of =>
    Array.from({ length: Math.ceil(of.length / BATCH_MOST) }, (_, n) => of.slice(n * BATCH_MOST, (n + 1) * BATCH_MOST)))

/**
 * Sends in what this device did without a server, and has it done over. What the server holds is wiped here; what breaks off
 * goes on from there the next time. Answers the batches.
 */
export async function sendIn(device: string, onLeft: (left: number) => void): Promise<string[]> {
  const batches: string[] = []
  for (const part of parts(await actsKept())) {
    const [first] = part
    if (!first) continue
    const acts = part.map(({ branch: _branch, branchName: _name, preparedAt: _prepared, ...act }) => act)
    const { id } = await call<Batch>('/offline-batches', {
      method: 'POST', body: { id: first.id, branch: first.branch, device, preparedAt: first.preparedAt, acts },
    })
    await forgetActs(part.map(act => act.id))
    batches.push(id)
  }
  for (const batch of batches) await replay(batch, onLeft)
  return batches
}

/** Has the acts of a branch done over, some at a time, until none waits. */
export async function replay(batch: string, onLeft: (left: number) => void): Promise<void> {
  for (let left = 1; left > 0;) {
    ({ left } = await call<{ left: number }>(`/offline-batches/${batch}/replay`, { method: 'POST' }))
    onLeft(left)
  }
}

const DEVICE = 'filiaal.offline-device'
export const deviceHere = () => localStorage.getItem(DEVICE) ?? ''
export const setDeviceHere = (name: string) => localStorage.setItem(DEVICE, name)
