import { useEffect, useEffectEvent } from 'react'

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
