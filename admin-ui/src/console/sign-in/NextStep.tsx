import { useTranslate } from 'ra-core'
import { NextQuestion } from './NextQuestion.tsx'
import type { Asked } from './sign-in.ts'
import { Step } from './Step.tsx'
import type { Entering } from './useEntry.ts'

interface NextStepProps {
  readonly asked: Asked
  readonly entry: Entering
}

/** What is asked beyond the password, as a page of its own. */
export const NextStep = ({ asked, entry }: NextStepProps) => {
  const translate = useTranslate()
  return (
    <Step title={translate(asked.enrol ? 'console.enrol.title' : 'console.second.title')}>
      <NextQuestion asked={asked} entry={entry} />
    </Step>
  )
}
