import { useEffect, useRef, useState } from 'react'
import { play, type Sound } from '../../desk/sound.ts'
import type { KeptAct, KeptKit } from '../kept-kit.ts'
import { actsKept, forgetActs, keepAct } from '../kept.ts'
import { dueOf, isBlocked, looksLike, momentBy } from './due.ts'
import { say } from './said.ts'

export type Mode = 'lend' | 'return'
export interface Shown { readonly number: string; readonly blocked: boolean }

/** As the server takes numbers; anything else would be refused there. */
const NUMBER = /^[0-9A-Z]{4,20}$/

/** A desk at work without a server: what is scanned is on the disk before it is heard to be done. */
export function useOfflineDesk(kit: KeptKit) {
  const [mode, setMode] = useState<Mode>('lend')
  const [card, setCard] = useState<Shown | null>(null)
  const [acts, setActs] = useState<readonly KeptAct[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [material, setMaterial] = useState(kit.materials[0]?.code ?? '')
  const [membership, setMembership] = useState('')
  const queue = useRef<Promise<void>>(Promise.resolve())
  useEffect(() => void actsKept().then(setActs), [])

  const heard = (sound: Sound, words: string | null = null) => {
    play(sound)
    setProblem(words)
  }
  const inTurn = (act: () => Promise<void>) => {
    queue.current = queue.current.then(act).catch(() => heard('no', say('notKept')))
    return queue.current
  }
  const keep = async (act: Pick<KeptAct, 'act' | 'item' | 'card' | 'told'>) => {
    await keepAct({
      ...act, id: crypto.randomUUID(), at: momentBy(kit).toISOString(), branch: kit.branch.id, branchName: kit.branch.name,
      preparedAt: kit.preparedAt,
    })
    setActs(await actsKept())
    heard('done')
  }
  const show = async (number: string) => {
    const blocked = await isBlocked(kit, number)
    setCard({ number, blocked })
    heard(blocked ? 'look' : 'done')
  }

  /** Whatever was scanned: a card first, then items; what looks like a card is that of the next. */
  const scan = (typed: string) => inTurn(async () => {
    const code = typed.trim().toUpperCase()
    if (code === '') return
    if (!NUMBER.test(code)) return heard('no', say('badCode', { code }))
    const looks = looksLike(kit, code)
    if (mode === 'return') return looks === 'card' ? heard('no', say('itemFirst')) : keep({ act: 'return', item: code })
    if (code === card?.number) return heard('no', say('sameCard'))
    if (looks === 'card' || (!card && looks !== 'item')) return show(code)
    if (!card) return heard('no', say('cardFirst'))
    const told = dueOf(kit, { material, membership })
    return keep({ act: 'lend', item: code, card: card.number, ...(told ? { told } : {}) })
  })
  const undo = () => inTurn(async () => {
    const last = (await actsKept()).at(-1)
    if (!last) return
    await forgetActs([last.id])
    setActs(await actsKept())
    heard('done')
  })
  const close = () => {
    setCard(null)
    setProblem(null)
  }
  return { mode, setMode, card, acts, problem, material, setMaterial, membership, setMembership, scan, undo, close }
}
