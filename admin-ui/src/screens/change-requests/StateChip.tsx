import { Chip } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { RequestState } from '#plugins/change-requests/contract/state.ts'

const colours: Partial<Record<RequestState, 'success' | 'warning' | 'error' | 'info' | 'primary'>> = {
  'submitted': 'info', 'in-review': 'primary', 'question': 'warning', 'approved': 'success', 'planned': 'success',
  'applied': 'success', 'refused': 'error',
}

/** Where a request stands, in a word; the colour only repeats it. */
export const StateChip = ({ state }: { readonly state: RequestState }) => {
  const translate = useTranslate()
  const waits = state !== 'applied' && state !== 'refused'
  return (
    <Chip size="small" color={colours[state] ?? 'default'} variant={waits ? 'outlined' : 'filled'}
      label={translate(`requests.state.${state}`)} />
  )
}
