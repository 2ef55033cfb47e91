import { Enrolment } from './Enrolment.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import type { Asked } from './sign-in.ts'
import type { Entering } from './useEntry.ts'

interface NextQuestionProps {
  readonly asked: Asked
  readonly entry: Entering
}

/** What is asked beyond the password. */
export const NextQuestion = ({ asked, entry: { take, back } }: NextQuestionProps) =>
  asked.enrol ? (
    <Enrolment ticket={asked.ticket} onSignedIn={take} onBack={back} />
  ) : (
    <SecondFactor asked={asked} onSignedIn={take} onBack={back} />
  )
