import { queryClient } from '../reading.ts'
import { takeSession, type Me } from '../session.ts'

/** Lets somebody in who was outside: what was read for nobody is read anew for them. */
export const enter = (me: Me) => {
  takeSession(me)
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/session' })
}
