import { useRef, useState } from 'react'
import { call } from '../http.ts'
import { asProblem, type Fault, type Problem } from '../problem.ts'
import { useReadAgain } from '../reading.ts'
import { whenConfirmed } from '../sign-in/confirm.ts'
import type { Day } from '#core/contract.ts'
import { newId, type ChangeItem, type ChangeSet, type Conflict, type Preview } from './change.ts'
import { usePreview } from './usePreview.ts'

interface Wish {
  readonly reason: string
  readonly applyOn?: Day | null
  readonly asRequest?: boolean
}

interface Options {
  readonly onDone: (set: ChangeSet) => void
}

const pause = (milliseconds: number) =>
  new Promise(done => {
    setTimeout(done, milliseconds)
  })

/**
 * The one way in which screens save: rehearse, show, send.
 *
 * The id is made here and kept over every retry, so a change that was sent twice happens once. It
 * says "saved" only when the server did. Where the server first wants to know who sits here, that is asked
 * and the very same change is sent again.
 */
export const useChange = (items: readonly ChangeItem[] | null, { onDone }: Options) => {
  const { preview: rehearsed, problem: unrehearsed, looking } = usePreview(items)
  const readAgain = useReadAgain()
  const act = useRef({ of: '', id: '' })
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [shifted, setShifted] = useState<{ readonly of: string; readonly preview: Preview } | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const asked = JSON.stringify(items)
  const moved = shifted?.of === asked ? shifted.preview : undefined
  const preview = moved ?? rehearsed

  const idOf = (wish: Wish) => {
    const of = `${asked} ${wish.asRequest ?? false} ${wish.applyOn ?? ''} ${wish.reason}`
    if (act.current.of !== of) act.current = { of, id: newId() }
    return act.current.id
  }

  const post = async (
    wish: Wish,
    sent: readonly ChangeItem[],
    fingerprint: string | undefined,
  ): Promise<ChangeSet> => {
    const { reason, applyOn, asRequest } = wish
    const body = {
      id: idOf(wish),
      items: sent,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(applyOn ? { applyOn } : {}),
      ...(asRequest ? { asRequest } : {}),
      ...(fingerprint ? { fingerprint } : {}),
    }
    for (let wait = 1000; ; wait = Math.min(wait * 2, 15_000)) {
      try {
        return await whenConfirmed(() => call<ChangeSet>('/changes', { method: 'POST', body }))
      } catch (error) {
        if (!asProblem(error).isOffline) throw error
        setProblem(asProblem(error))
        await pause(wait)
      }
    }
  }

  const refuse = (refusal: Problem) => {
    const { code, details } = refusal
    if (code === 'core.ground-shifted') setShifted({ of: asked, preview: details?.['preview'] as Preview })
    else if (code === 'core.conflict') setConflict(details as unknown as Conflict)
    if (refusal.status !== 401) setProblem(refusal)
  }

  const send = async (wish: Wish, { over = false } = {}) => {
    if (items === null || sending) return
    setSending(true)
    setProblem(null)
    try {
      const sent = over ? items.map(({ kind, payload }) => ({ kind, payload })) : items
      const set = await post(wish, sent, over ? undefined : preview?.fingerprint)
      act.current = { of: '', id: '' }
      setShifted(null)
      setConflict(null)
      onDone(set)
      await readAgain()
    } catch (error) {
      refuse(asProblem(error))
    } finally {
      setSending(false)
    }
  }

  const faults: readonly Fault[] = problem?.faults.length
    ? problem.faults
    : (preview?.faults ?? unrehearsed?.faults ?? [])
  return {
    preview,
    looking,
    sending,
    faults,
    conflict,
    problem: problem ?? unrehearsed,
    groundShifted: moved !== undefined,
    /** Sends what is shown. */
    send,
    /** In a conflict: mine after all, over the other's. */
    sendOver: (wish: Wish) => send(wish, { over: true }),
    forgetConflict: () => {
      setConflict(null)
      setProblem(null)
    },
  }
}

export type Change = ReturnType<typeof useChange>
