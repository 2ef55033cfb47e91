import { Step, StepLabel, Stepper, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatDay } from '#console/time/day.ts'
import { helpdeskStates } from '#plugins/change-requests/contract/state.ts'
import type { OneRequest } from '../answers.ts'

/** How far a state is along the way; what ended otherwise stands where it ended. */
const reached: Readonly<Record<OneRequest['state'], number>> = {
  'draft': 0, 'submitted': 1, 'in-review': 2, 'question': 2, 'approved': 3, 'planned': 3, 'applied': 4, 'refused': 3,
  'withdrawn': 3, 'put-back': 4,
}

interface ProgressProps { readonly request: OneRequest }

/** Where the request is, in plain words: sent, being handled, decided, done; and by when it is answered. */
export const Progress = ({ request }: ProgressProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const { state, applyOn, dueOn, late, asker, assignee, approvedFirstBy, tasksOpen, unconfirmed, awaitsLibraries, may } = request
  const waitsForSecond = state === 'approved' && approvedFirstBy !== null && tasksOpen === 0
  const at = waitsForSecond ? reached['in-review'] : reached[state]
  const words = ['sent', 'handled', 'decided', 'done'].map(step => translate(`requests.step.${step}`))
  const isTheirs = helpdeskStates.includes(state)
  const awaited = unconfirmed ? 'unconfirmed' : awaitsLibraries ? 'agreement' : null
  const where = translate(`requests.told.${waitsForSecond ? 'second' : (isTheirs && awaited) || state}`, {
    day: applyOn ? formatDay(language, applyOn) : '', name: assignee?.name ?? translate('requests.helpdesk'), asker: asker.name,
  })
  const until = (due: string) => translate(`requests.answer.${may.includes('handle') ? 'theirs' : 'yours'}${late ? 'Late' : ''}`, { due })
  const told = dueOn !== null && isTheirs && !awaited ? `${where} ${until(formatDay(language, dueOn))}` : where
  return (
    <div>
      <Stepper activeStep={at} alternativeLabel aria-label={translate('requests.progress')}>
        {words.map((word, n) => (
          <Step key={word} completed={n < at && !(n === 3 && state === 'put-back')}>
            <StepLabel error={(state === 'refused' && n === 2) || (state === 'put-back' && n === 3)}>{word}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Typography role="status" sx={{ mt: 1.5, textAlign: 'center' }}>{told}</Typography>
    </div>
  )
}
