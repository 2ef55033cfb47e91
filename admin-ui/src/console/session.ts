import type { AuthProvider } from 'react-admin'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { noteConnection } from './connection.ts'
import { forgetDrafts } from './draft.ts'
import { call, forgetVersion } from './http.ts'
import { asProblem } from './problem.ts'
import { queryClient, useReading } from './reading.ts'
import type { Allow } from './screens.ts'
import { noteHere } from './time/day.ts'

/** Who sits at this console, and at which units what may be done. */
export interface Me {
  readonly staff: {
    readonly id: string
    readonly name: string
    readonly email: string | null
    readonly language: Language
    readonly initials: string | null
  }
  readonly grants: readonly { readonly role: string; readonly roleName: string; readonly unit: UnitId; readonly only: boolean }[]
  readonly permissions: Readonly<Record<string, readonly UnitId[]>>
  /** What is held at a unit only, and not below it. */
  readonly only: Readonly<Record<string, readonly UnitId[]>>
  readonly session: {
    readonly method: string
    readonly secondFactor: boolean
    /** A badge or a PIN is all they showed: what gives rights waits until they confirm who they are. */
    readonly byBadge: boolean
  }
  readonly installation: { readonly zone: string }
  readonly today: Day
}

/** What is told about the installation before anyone has signed in. */
export interface Installation {
  readonly name: string
  readonly kind: 'demo' | 'practice' | 'live' | 'empty'
  readonly needsFirstAdmin: boolean
  readonly languages: readonly Language[]
  readonly signIns?: readonly {
    readonly email: string
    readonly name: string
    readonly role: string
    readonly password?: string
  }[]
}

const sessionKey = ['/session', {}] as const

export const useInstallation = () => useReading<Installation>('/installation', {}, { staleTime: 60_000 })

/** The session, or null for whoever has none. */
export const readSession = async (signal?: AbortSignal) => {
  try {
    const me = await call<Me>('/session', { signal, aboutSession: true })
    noteHere(me.today, me.installation.zone)
    return me
  } catch (error) {
    if (asProblem(error).status === 401) return null
    throw error
  }
}

export const useSession = () =>
  useReading<Me | null>('/session', {}, {
    staleTime: Infinity,
    queryFn: ({ signal }: { signal: AbortSignal }) => readSession(signal),
  } as never)

/** The person at the desk; only for what is drawn behind the sign-in. */
export const useMe = (): Me => {
  const { data } = useSession()
  if (!data) throw new Error('Nobody is signed in')
  return data
}

/** Takes a fresh session over; answers whether it is another person's than the one before. */
export const takeSession = (me: Me) => {
  const before = queryClient.getQueryData<Me | null>(sessionKey)
  noteHere(me.today, me.installation.zone)
  queryClient.setQueryData(sessionKey, me)
  noteConnection({ signedOut: false })
  return before != null && before.staff.id !== me.staff.id
}

/** Other windows of this browser show what somebody else may see no longer. */
const windows = new BroadcastChannel('filiaal.person')
windows.addEventListener('message', () => {
  forgetDrafts()
  location.reload()
})

/** Nothing that one person read or typed is left for the next. */
const forgetPerson = () => {
  forgetDrafts()
  forgetVersion()
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/session' })
  windows.postMessage(null)
}

/** Another colleague takes this console over; the frame is drawn anew for them. */
export const changePerson = (me: Me) => {
  forgetPerson()
  takeSession(me)
}

export const signOut = async () => {
  await call('/session', { method: 'DELETE', aboutSession: true })
  // What was still being read of the session that ended would bring it back on screen.
  await queryClient.cancelQueries({ queryKey: sessionKey })
  forgetPerson()
  queryClient.setQueryData(sessionKey, null)
}

/** Whether a right, or one of several, is held anywhere at all: enough to show a menu entry. */
export const holds = (me: Me, allow: Allow) =>
  allow === null || [allow].flat().some(({ name }) => [me.permissions, me.only].some(held => (held[name]?.length ?? 0) > 0))

/**
 * For the parts of react-admin that ask. The console shows its own sign-in in place, so that the
 * address and everything typed stay where they are.
 */
export const authProvider: AuthProvider = {
  login: async () => {},
  logout: async () => false,
  checkAuth: async () => {},
  checkError: async () => {},
  getIdentity: async () => {
    const me = queryClient.getQueryData<Me | null>(sessionKey)
    return { id: me?.staff.id ?? '', fullName: me?.staff.name ?? '' }
  },
}
