import { Alert } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Problem } from './problem.ts'

interface RefusedProps {
  readonly problem: Problem | null
  /** Names every fault as well; where a form names them at its fields that would be twice. */
  readonly faults?: boolean
}

/** Why something was not done, in the server's own words. */
export const Refused = ({ problem, faults = false }: RefusedProps) => {
  const translate = useTranslate()
  if (!problem) return null
  return (
    <Alert severity="error" role="alert">
      {problem.isOffline ? translate('console.offline') : problem.message || translate('console.failed')}
      {faults && problem.faults.map(({ code, pointer, message }) => <div key={code + pointer}>{message}</div>)}
    </Alert>
  )
}
