import { useState } from 'react'
import type { Me } from '../session.ts'
import type { Asked, Entry } from './sign-in.ts'

/** The way in, question by question: what is still asked, and how each answer is taken. */
export const useEntry = (onSignedIn: (me: Me) => void) => {
  const [asked, setAsked] = useState<Asked | null>(null)
  return {
    asked,
    take: (entry: Entry) => {
      if ('asked' in entry) setAsked(entry.asked)
      else onSignedIn(entry)
    },
    back: () => setAsked(null),
  }
}

export type Entering = ReturnType<typeof useEntry>
