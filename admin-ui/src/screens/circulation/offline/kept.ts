import type { KeptAct, KeptKit } from './kept-kit.ts'

const DATABASE = 'filiaal-offline'
const BRANCH = 'filiaal.offline-branch'
type Store = 'kit' | 'act'

/** What this browser keeps for a desk without a server; it outlives the window. */
const opened = () => new Promise<IDBDatabase>((done, failed) => {
  const asked = indexedDB.open(DATABASE, 1)
  asked.addEventListener('upgradeneeded', () => {
    asked.result.createObjectStore('kit', { keyPath: 'branch.id' })
    asked.result.createObjectStore('act', { keyPath: 'id' })
  })
  asked.addEventListener('success', () => done(asked.result))
  asked.addEventListener('error', () => failed(asked.error ?? new Error('No store')))
})

/** One piece of work in one store, which is on the disk when this answers. */
async function inStore<T>(store: Store, mode: IDBTransactionMode, act: (rows: IDBObjectStore) => IDBRequest<T> | undefined): Promise<T | undefined> {
  const database = await opened()
  try {
    return await new Promise((done, failed) => {
      const work = database.transaction(store, mode, { durability: 'strict' })
      const asked = act(work.objectStore(store))
      work.addEventListener('complete', () => done(asked?.result))
      work.addEventListener('abort', () => failed(work.error ?? new Error('Not kept')))
    })
  } finally {
    database.close()
  }
}

const all = async <T>(store: Store): Promise<T[]> => (await inStore<unknown[]>(store, 'readonly', rows => rows.getAll()) ?? []) as T[]

export const keepKit = (kit: KeptKit) => inStore('kit', 'readwrite', rows => rows.put(kit))
export const kitsKept = () => all<KeptKit>('kit')
export const keepAct = (act: KeptAct) => inStore('act', 'readwrite', rows => rows.put(act))
/** In the order in which they happened. */
export const actsKept = async () => (await all<KeptAct>('act')).sort((one, other) => one.at.localeCompare(other.at) || one.id.localeCompare(other.id))

const forget = (store: Store, keys: readonly string[]) => inStore(store, 'readwrite', rows => {
  for (const key of keys) rows.delete(key)
  return undefined
})
export const forgetActs = (ids: readonly string[]) => forget('act', ids)
export const forgetKits = (branches: readonly string[]) => forget('kit', branches)

/** At which branch this device was last. */
export const branchHere = () => localStorage.getItem(BRANCH)
export const setBranchHere = (branch: string) => localStorage.setItem(BRANCH, branch)
