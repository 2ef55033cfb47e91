import type { UnitId } from '#core/contract.ts'
import { call } from '#console/http.ts'
import type { Kit } from '#plugins/circulation/contract/offline.ts'
import { keepKit, kitsKept, setBranchHere } from './kept.ts'

const FRESH_MS = 3_600_000

/** A browser that reached us over plain HTTP from elsewhere keeps no page. */
export const canPrepare = () => 'serviceWorker' in navigator && 'indexedDB' in globalThis

/** Makes this device ready to go on without a server: the page with its code, and the dates of this branch and its stops. */
export async function prepare(branch: UnitId): Promise<Kit> {
  await navigator.serviceWorker.register('/offline-worker.js', { scope: '/' })
  await navigator.serviceWorker.ready
  const kit = await takeAlong(branch)
  for (const { id } of kit.stops) await takeAlong(id)
  setBranchHere(branch)
  await navigator.storage?.persist?.()
  return kit
}

async function takeAlong(branch: UnitId): Promise<Kit> {
  const kit = await call<Kit>('/desk/offline-kit', { query: { branch } })
  await keepKit({ ...kit, aheadMs: Date.parse(kit.preparedAt) - Date.now() })
  return kit
}

/** Whenever a desk is used with the server it is made ready for without, once an hour; what goes wrong here troubles nobody. */
export async function keepReady(branch: UnitId): Promise<void> {
  if (!canPrepare()) return
  try {
    const here = (await kitsKept()).find(kit => kit.branch.id === branch)
    if (here && Date.now() + here.aheadMs - Date.parse(here.preparedAt) < FRESH_MS) setBranchHere(branch)
    else await prepare(branch)
  } catch {
    // The desk goes on; the screen for this tells how old its dates are.
  }
}
