import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'

const ours = ['F4', 'F7', 'F8', 'F9', 'F12']

/** The keys that staff know, whatever has the focus; what stands open has the keyboard for itself. */
export function useKeys(act: (key: string) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!ours.includes(event.key) || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('[role=dialog]')) return
    event.preventDefault()
    act(event.key)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** What one types in: there a letter is a letter. */
const written = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=combobox]'
const isTyped = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey

/** A scanner types wherever the keyboard is: its code goes to the field, and its Enter presses no button that was pressed before. */
export function useScanner(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isTyped(event) || !(event.target instanceof Element) || event.target.closest(`${written}, [role=dialog], [role=menu], [role=listbox]`)) return
      field.current?.focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [field])
}

/** A barcode or the number of a card, as no reason is written. */
const isCode = (typed: string) => /^[0-9A-Za-z]{4,40}$/.test(typed) && (typed.match(/[0-9]/g)?.length ?? 0) >= 4

/** Hears what is scanned while something is asked, and keeps its Enter from being the answer. */
export function useScannedOn(scan: (code: string) => void): void {
  const typed = useRef('')
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isTyped(event)) {
      typed.current += event.key
      return
    }
    if (event.key === 'Shift') return
    const code = typed.current
    typed.current = ''
    if (event.key !== 'Enter' || !isCode(code)) return
    event.preventDefault()
    event.stopPropagation()
    scan(code)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
}
