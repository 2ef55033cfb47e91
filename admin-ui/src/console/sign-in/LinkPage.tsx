import { Alert } from '@mui/material'
import type { ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { ChoosePassword } from './ChoosePassword.tsx'
import { enter } from './enter.ts'
import { NextStep } from './NextStep.tsx'
import { Step } from './Step.tsx'
import { useEntry } from './useEntry.ts'

interface LinkPageProps {
  readonly title: string
  readonly intro: string
  /** What the password is called: a first one, or a new one. */
  readonly label: string
  readonly act: string
  /** Said where the address has lost its link. */
  readonly noToken: string
  readonly children?: ReactNode
}

/** Opened from a one-time link: a password is chosen, and one is inside unless more is asked. */
export const LinkPage = ({ title, intro, label, act, noToken, children }: LinkPageProps) => {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const entry = useEntry(me => {
    enter(me)
    void navigate('/', { replace: true })
  })
  const token = search.get('token') ?? ''
  if (entry.asked) return <NextStep asked={entry.asked} entry={entry} />
  return (
    <Step title={title} intro={intro}>
      <ChoosePassword token={token} label={label} act={act} onEntry={entry.take}>
        {token === '' && <Alert severity="warning">{noToken}</Alert>}
      </ChoosePassword>
      {children}
    </Step>
  )
}
