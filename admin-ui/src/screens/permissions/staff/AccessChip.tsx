import { Chip } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { StaffMember } from '../answers.ts'

const looks = {
  active: { bgcolor: 'var(--day-open)', color: 'var(--day-open-ink)' },
  invited: { bgcolor: 'var(--day-B)', color: 'var(--day-B-ink)' },
  disabled: { bgcolor: 'var(--day-G)', color: 'var(--day-G-ink)' },
} as const

/** Whether somebody can sign in: yes, once they came in by their link or from elsewhere, or not any more. */
export const AccessChip = ({ person: { disabled, invited, lastSeen } }: { readonly person: StaffMember }) => {
  const translate = useTranslate()
  const state = disabled ? 'disabled' : invited && lastSeen === null ? 'invited' : 'active'
  return <Chip size="small" sx={looks[state]} label={translate(`permissions.staff.state.${state}`)} />
}
