import { Chip } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { MailState } from '#plugins/mail/contract.ts'

const well = { bgcolor: 'var(--day-open)', color: 'var(--day-open-ink)' }
const under = { bgcolor: 'var(--day-V)', color: 'var(--day-V-ink)' }
const doubt = { bgcolor: 'var(--day-B)', color: 'var(--day-B-ink)' }
const ill = { bgcolor: 'var(--day-G)', color: 'var(--day-G-ink)' }

const looks: Readonly<Record<MailState, object>> = {
  sent: well, waiting: under, kept: under, unsure: doubt, failed: ill, bounced: ill,
}

/** Where a mail stands: it left, it waits, or why it did not leave. */
export const StateChip = ({ state }: { readonly state: MailState }) => {
  const translate = useTranslate()
  return <Chip size="small" sx={looks[state]} label={translate(`mail.state.${state}`)} />
}
