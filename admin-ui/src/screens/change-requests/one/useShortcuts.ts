import { useEffect } from 'react'
import { useNavigate } from 'react-router-dom'
import { holds, useMe } from '#console/session.ts'
import { useUnitLink } from '#console/unit.ts'
import { permissions } from '#plugins/change-requests/contract/permission.ts'
import type { OneRequest } from '../answers.ts'
import type { Act } from './useAct.ts'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName) || target.closest('[role=dialog], [role=listbox]') !== null)

/** Keys for whoever handles many: `t` takes it, `r` goes to the answer, `i` back to the inbox. They stand in the help. */
export const useShortcuts = ({ may, assignee }: OneRequest, { act }: Act) => {
  const me = useMe()
  const { staff } = me
  const navigate = useNavigate()
  const link = useUnitLink()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const handles = may.includes('handle')
      if (handles && event.key === 't' && assignee?.id !== staff.id) void act('handle', { assignee: staff.id })
      else if (handles && event.key === 'r') document.getElementById('request-word')?.focus()
      else if (event.key === 'i' && holds(me, permissions.handle)) void navigate(link('/inbox'))
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
