import { Stack } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useChange } from '#console/change/useChange.ts'
import { DayField } from '#console/time/DayField.tsx'
import type { Form } from '../../answers.ts'
import { dayOf, firstFilling, type Filling } from '../../ask/filling.ts'
import { filledOf, typedIn } from '../../ask/question/answer.ts'
import { QuestionField } from '../../ask/question/QuestionField.tsx'
import { useWish } from '../../ask/useWish.ts'
import { WishShown } from '../../ask/WishShown.tsx'
import type { AdjustProps } from './Adjust.tsx'
import { AdjustFrame } from './AdjustFrame.tsx'

const nothing = () => {}

/** The guided form as it was sent, to be filled otherwise. */
export const AdjustForm = ({ form, ...props }: AdjustProps & { readonly form: Form }) => {
  const { request } = props
  const translate = useTranslate()
  const language = useLocale()
  const [filling, setFilling] = useState<Filling>(() => {
    const first = firstFilling(form, request)
    return request.passed ? { ...first, from: request.passed.from } : first
  })
  const typed = typedIn(form, filling.typed)
  const { asked, answers, wrong } = filledOf(form, typed, language)
  const from = dayOf(form, filling)
  const day = from ? { from } : {}
  const { wish, problem, looking } = useWish(form.name, { id: request.id, unit: request.unit.id, filled: answers, ...day })
  const change = useChange(wish && wish.items.length > 0 && !looking ? wish.items : null, { onDone: nothing })
  const faults = [
    ...(wish?.faults ?? []), ...(problem?.faults ?? []),
    ...(form.hasOwnDay || from ? [] : [{ code: 'change-requests.unanswered', pointer: '/from', message: translate('requests.ask.dayMissing') }]),
  ]
  const ready = wish !== undefined && !looking && faults.length === 0 && wrong.length === 0
  return (
    <AdjustFrame {...props} sent={ready ? { filled: answers, ...day } : null} faults={faults}
      preview={<WishShown wish={wish} change={change} looking={looking} />}>
      <Stack spacing={2.5}>
        {!form.hasOwnDay && (
          <DayField label={translate('requests.ask.from')} value={filling.from} onChange={next => setFilling(before => ({ ...before, from: next }))} place="/from" />
        )}
        {asked.map(question => (
          <QuestionField
            key={question.name}
            question={question}
            unit={request.unit.id}
            value={typed[question.name]}
            onChange={value => setFilling(before => ({ ...before, typed: { ...before.typed, [question.name]: value } }))}
            place={`/filled/${question.name}`}
          />
        ))}
      </Stack>
    </AdjustFrame>
  )
}
