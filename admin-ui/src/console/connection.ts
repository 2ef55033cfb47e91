import { useSyncExternalStore } from 'react'

/** Whether the server answers, and whether it still knows who we are. */
export interface Connection {
  readonly online: boolean
  readonly signedOut: boolean
}

let connection: Connection = { online: true, signedOut: false }
const listeners = new Set<() => void>()

/** Notes a change of the line; whoever shows it is told. */
export const noteConnection = (change: Partial<Connection>) => {
  const next = { ...connection, ...change }
  if (next.online === connection.online && next.signedOut === connection.signedOut) return
  connection = next
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useConnection = () => useSyncExternalStore(listen, () => connection)
