import { Alert, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Waiting } from './frame/Waiting.tsx'
import type { Problem } from './problem.ts'

interface AnsweredProps<T> {
  readonly reading: {
    readonly data: T | undefined
    readonly error: Problem | null
    readonly refetch: () => unknown
  }
  readonly children: (answer: T) => ReactNode
}

/** Waits for an answer, shows it, or says why there is none and offers to ask again. */
export const Answered = <T,>({ reading: { data, error, refetch }, children }: AnsweredProps<T>) => {
  const translate = useTranslate()
  if (data !== undefined) return children(data)
  if (!error) return <Waiting />
  return (
    <Alert
      severity="error"
      role="alert"
      action={
        <Button color="inherit" size="small" onClick={() => void refetch()}>
          {translate('console.again')}
        </Button>
      }
    >
      {error.message || translate('console.failed')}
    </Alert>
  )
}
