import { useRef, useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { call } from '#console/http.ts'
import { asProblem, Problem } from '#console/problem.ts'
import type { ListedItem } from '#plugins/circulation/contract/item.ts'
import type { DeskPatron, Lent, Loan, Renewed, Returned } from '#plugins/circulation/contract/loan.ts'
import { play, type Sound } from './sound.ts'

export type Patron = DeskPatron
export type Mode = 'lend' | 'return'
interface Notice { readonly code: string; readonly message: string }

/** One line of what was done here, the newest first. */
export interface Line {
  readonly key: string
  readonly act: 'lent' | 'renewed' | 'returned' | 'undone' | 'claimed' | 'lost'
  readonly item: ListedItem
  readonly loan: Loan | null
  readonly fineCents: number
  readonly notices: readonly Notice[]
}

/** Something that staff may pass: what is asked, and whether they must say why. */
export interface Question {
  readonly faults: Problem['faults']
  readonly asksReason: boolean
  /** With a reason, often none; null where staff leave it. */
  readonly answer: (reason: string | null) => void
}

type Asked = readonly { readonly code: string; readonly asksReason: boolean }[]
/** A code that is no item here, or no card. */
export interface Unknown { readonly code: string; readonly asCard: boolean }

const questionsOf = (problem: Problem) => (problem.details?.['questions'] ?? []) as Asked
const refusedWith = (title: string) => new Problem(-1, { title, status: 0, code: 'circulation.stops' })
const isUnknown = (error: unknown, code: string) => asProblem(error).code === code

/** What is shown, and what it is by now for whatever waited its turn. */
function useLatest<T>(first: T) {
  const [shown, show] = useState(first)
  const now = useRef(first)
  const set = (value: T) => {
    now.current = value
    show(value)
  }
  return [shown, set, () => now.current] as const
}

/** A desk at work: one card after another, and what is lent and taken in between. */
export function useDesk(branch: UnitId) {
  const [mode, setMode] = useState<Mode>('lend')
  const [patron, setPatron, patronNow] = useLatest<Patron | null>(null)
  const [lines, setLines, linesNow] = useLatest<readonly Line[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const [busy, setBusy] = useState(false)
  const [bin, setBin] = useState(false)
  /** The day on which it really came back, where staff say so; else today. */
  const [day, setDay] = useState('')
  /** What was scanned and nobody knows. */
  const [unknown, setUnknown] = useState<Unknown | null>(null)
  /** The card that was shown: one that is blocked lends nothing. */
  const card = useRef<string | undefined>(undefined)
  const queue = useRef<Promise<void>>(Promise.resolve())

  const answer = (sound: Sound, line?: Line) => {
    play(sound)
    setProblem(null)
    setUnknown(null)
    if (line) setLines([line, ...linesNow().filter(({ key }) => key !== line.key)].slice(0, 50))
  }
  const refuse = (error: unknown) => {
    play('no')
    setProblem(asProblem(error))
  }
  /** What is scanned meanwhile waits for the answer. */
  const mayPass = (faults: Problem['faults'], asksReason: boolean) => new Promise<string | null>(settled => {
    play('look')
    setQuestion({ faults, asksReason, answer: reason => { setQuestion(null); settled(reason) } })
  })
  /** A scanner is quicker than an answer: one after the other, and none is lost. */
  const inTurn = (act: () => Promise<void>) => {
    queue.current = queue.current.then(async () => {
      setBusy(true)
      await act().catch(refuse)
      setBusy(false)
    })
    return queue.current
  }

  const open = async (asked: { card?: string; person?: string }) => {
    const found = await call<Patron>('/desk/patron', { query: { branch, ...asked } })
    card.current = asked.card
    setPatron(found)
    answer(found.blocks.length > 0 ? 'look' : 'done')
  }
  const readAgain = async (person: string) => setPatron(await call<Patron>('/desk/patron', { query: { branch, person } }))

  const lend = async (person: string, item: string, id: string, passed: { also?: string[]; reason?: string } = {}): Promise<void> => {
    try {
      const { loan, renewed, notices } = await call<Lent>('/loans', { method: 'POST', body: { id, branch, person, item, ...(card.current ? { card: card.current } : {}), ...passed } })
      answer(notices.length > 0 ? 'look' : 'done', { key: loan.id, act: renewed ? 'renewed' : 'lent', item: loan.item, loan, fineCents: 0, notices })
      await readAgain(person)
    } catch (error) {
      const said = asProblem(error)
      const asked = questionsOf(said)
      if (said.status !== 409 || asked.length === 0) throw error
      setProblem(null)
      const reason = await mayPass(said.faults, asked.some(({ asksReason }) => asksReason))
      if (reason !== null) await lend(person, item, id, { also: asked.map(({ code }) => code), ...(reason ? { reason } : {}) })
    }
  }

  const takeIn = async (item: string) => {
    const taken = await call<Returned>('/returns', { method: 'POST', body: { id: crypto.randomUUID(), branch, item, ...(day !== '' ? { day } : bin ? { bin } : {}) } })
    answer(taken.notices.length > 0 || taken.fineCents > 0 ? 'look' : 'done', {
      key: crypto.randomUUID(), act: 'returned', item: taken.item, loan: taken.loan, fineCents: taken.fineCents, notices: taken.notices,
    })
    const who = patronNow()
    if (who && taken.loan?.person === who.id) await readAgain(who.id)
  }

  /** Whatever was scanned: an item for whoever stands here, else the card of the next. */
  const scan = (typed: string) => inTurn(async () => {
    const code = typed.trim().toUpperCase()
    if (code === '') return
    setUnknown(null)
    setProblem(null)
    try {
      await taken(code)
    } catch (error) {
      const what = asProblem(error).code
      if (what === 'circulation.unknown-item' || what === 'circulation.unknown-card') setUnknown({ code, asCard: what === 'circulation.unknown-card' })
      throw error
    }
  })

  const taken = async (code: string) => {
    if (mode === 'return') return takeIn(code)
    // Whoever stands here now, also where their card was scanned a blink ago.
    const who = patronNow()
    if (!who) return open({ card: code })
    try {
      await lend(who.id, code, crypto.randomUUID())
    } catch (error) {
      if (!isUnknown(error, 'circulation.unknown-item')) throw error
      await open({ card: code }).catch((nobody: unknown) => {
        throw isUnknown(nobody, 'circulation.unknown-card') ? error : nobody
      })
    }
  }

  const undo = () => inTurn(async () => {
    const last = linesNow().find(({ act, loan }) => act === 'lent' && loan?.mayUndo === true)
    if (!last?.loan) return
    const loan = await call<Loan>(`/loans/${last.loan.id}/undo`, { method: 'POST', body: { id: crypto.randomUUID() } })
    answer('done', { ...last, act: 'undone', loan, notices: [] })
    const who = patronNow()
    if (who) await readAgain(who.id)
  })

  const renewEach = async (person: string, loans: readonly string[], passed: { reason?: string; also?: readonly string[] } = {}): Promise<void> => {
    const { data } = await call<Renewed>('/renewals', {
      method: 'POST', body: { branch, loans: loans.map(loan => ({ id: crypto.randomUUID(), loan })), ...passed },
    })
    await readAgain(person)
    const asked = data.filter(({ renewed, stops, questions }) => !renewed && stops.length === 0 && questions.length > 0)
    const stopped = data.flatMap(({ stops }) => stops)
    setProblem(stopped.length ? refusedWith(stopped.map(({ message }) => message).join(' ')) : null)
    if (stopped.length || asked.length === 0) play(stopped.length ? 'no' : 'done')
    if (asked.length === 0) return
    const questions = [...new Map(asked.flatMap(one => one.questions).map(one => [one.code, one])).values()]
    const reason = await mayPass(
      questions.map(({ code, message }) => ({ code, message, pointer: '' })), questions.some(({ asksReason }) => asksReason))
    if (reason !== null)
      await renewEach(person, asked.map(({ loan }) => loan), { also: questions.map(({ code }) => code), ...(reason ? { reason } : {}) })
  }
  const renew = (loans: readonly string[]) => inTurn(async () => {
    const who = patronNow()
    if (who && loans.length > 0) await renewEach(who.id, loans)
  })

  /** What a borrower says of what they have: that it was returned, or that it is lost. */
  const note = (act: 'claimed' | 'lost', loans: readonly Loan[], reason: string) => inTurn(async () => {
    for (const { id, item } of loans) {
      const loan = await call<Loan>(`/loans/${id}/${act === 'claimed' ? 'claim' : 'lost'}`, {
        method: 'POST', body: { id: crypto.randomUUID(), ...(reason ? { reason } : {}) },
      })
      answer('done', { key: id, act, item, loan, fineCents: act === 'lost' ? loan.fineCents : 0, notices: [] })
    }
    const who = patronNow()
    if (who) await readAgain(who.id)
  })

  const close = () => {
    setPatron(null)
    setLines([])
    setProblem(null)
    setQuestion(null)
    setUnknown(null)
    setDay('')
  }
  const forget = () => {
    setUnknown(null)
    setProblem(null)
  }
  /** Another day of return is for what one takes in now, and no longer. */
  const turn = (to: Mode) => {
    setMode(to)
    setDay('')
  }
  return {
    mode, setMode: turn, patron, lines, problem, question, busy, bin, setBin, day, setDay, unknown, forget, scan, undo, renew, note, close,
  }
}
export type Desk = ReturnType<typeof useDesk>
