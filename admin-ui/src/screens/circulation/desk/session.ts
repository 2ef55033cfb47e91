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
  readonly act: 'lent' | 'renewed' | 'returned' | 'undone'
  readonly item: ListedItem
  readonly loan: Loan | null
  readonly fineCents: number
  readonly notices: readonly Notice[]
}

/** Something that staff may pass: what is asked, and what to do once they do. */
export interface Question {
  readonly title: string
  readonly faults: Problem['faults']
  readonly asksReason: boolean
  readonly pass: (reason: string) => void
}

type Asked = readonly { readonly code: string; readonly asksReason: boolean }[]
/** A code that is no item here, or no card. */
export interface Unknown { readonly code: string; readonly asCard: boolean }

const questionsOf = (problem: Problem) => (problem.details?.['questions'] ?? []) as Asked
const refusedWith = (title: string) => new Problem(-1, { title, status: 0, code: 'circulation.stops' })
const isUnknown = (error: unknown, code: string) => asProblem(error).code === code

/** A desk at work: one card after another, and what is lent and taken in between. */
export function useDesk(branch: UnitId) {
  const [mode, setMode] = useState<Mode>('lend')
  const [patron, setPatron] = useState<Patron | null>(null)
  const [lines, setLines] = useState<readonly Line[]>([])
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
    if (line) setLines(before => [line, ...before.filter(({ key }) => key !== line.key)].slice(0, 50))
  }
  const refuse = (error: unknown) => {
    play('no')
    setProblem(asProblem(error))
  }
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
      play('look')
      setProblem(null)
      setQuestion({
        title: item, faults: said.faults, asksReason: asked.some(({ asksReason }) => asksReason),
        pass: reason => void inTurn(() => lend(person, item, id, { also: asked.map(({ code }) => code), ...(reason ? { reason } : {}) })),
      })
    }
  }

  const takeIn = async (item: string) => {
    const taken = await call<Returned>('/returns', { method: 'POST', body: { id: crypto.randomUUID(), branch, item, ...(day !== '' ? { day } : bin ? { bin } : {}) } })
    answer(taken.notices.length > 0 || taken.fineCents > 0 ? 'look' : 'done', {
      key: crypto.randomUUID(), act: 'returned', item: taken.item, loan: taken.loan, fineCents: taken.fineCents, notices: taken.notices,
    })
    if (patron && taken.loan?.person === patron.id) await readAgain(patron.id)
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
    if (!patron) return open({ card: code })
    try {
      await lend(patron.id, code, crypto.randomUUID())
    } catch (error) {
      if (!isUnknown(error, 'circulation.unknown-item')) throw error
      await open({ card: code }).catch((nobody: unknown) => {
        throw isUnknown(nobody, 'circulation.unknown-card') ? error : nobody
      })
    }
  }

  const undo = () => inTurn(async () => {
    const last = lines.find(({ act, loan }) => act === 'lent' && loan?.mayUndo === true)
    if (!last?.loan) return
    const loan = await call<Loan>(`/loans/${last.loan.id}/undo`, { method: 'POST', body: { id: crypto.randomUUID() } })
    answer('done', { ...last, act: 'undone', loan, notices: [] })
    if (patron) await readAgain(patron.id)
  })

  const renew = (loans: readonly string[], reason?: string, also?: readonly string[]) => inTurn(async () => {
    if (!patron || loans.length === 0) return
    const { data } = await call<Renewed>('/renewals', {
      method: 'POST',
      body: { branch, loans: loans.map(loan => ({ id: crypto.randomUUID(), loan })), ...(also ? { also } : {}), ...(reason ? { reason } : {}) },
    })
    await readAgain(patron.id)
    const asked = data.filter(({ renewed, stops, questions }) => !renewed && stops.length === 0 && questions.length > 0)
    const stopped = data.flatMap(({ stops }) => stops)
    setProblem(stopped.length ? refusedWith(stopped.map(({ message }) => message).join(' ')) : null)
    play(stopped.length ? 'no' : asked.length ? 'look' : 'done')
    const questions = [...new Map(asked.flatMap(one => one.questions).map(one => [one.code, one])).values()]
    if (asked.length) setQuestion({
      title: '', faults: questions.map(({ code, message }) => ({ code, message, pointer: '' })),
      asksReason: questions.some(({ asksReason }) => asksReason),
      pass: why => void renew(asked.map(({ loan }) => loan), why, questions.map(({ code }) => code)),
    })
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
    mode, setMode: turn, patron, lines, problem, question, busy, bin, setBin, day, setDay, unknown, forget, scan, undo, renew, close,
    answerQuestion: (reason: string | null) => {
      setQuestion(null)
      if (reason !== null) question?.pass(reason)
    },
  }
}
export type Desk = ReturnType<typeof useDesk>
