import { TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { BlankField } from '#console/value/BlankField.tsx'
import type { Typed } from '#console/value/typed.ts'
import { blankOf, choicesOf, isPicked, isSeveral, isYesNo, textOf, type Question, type QuestionFieldProps, type TypedSlot } from './answer.ts'
import { BranchesField } from './BranchesField.tsx'
import { HoursField } from './HoursField.tsx'
import { FewField } from './FewField.tsx'
import { useBranchesHere } from './useBranchesHere.ts'

/** More answers than these are unfolded when somebody wants to choose. */
const FEW = 7

/** One answer, asked as it is given. */
export const AnswerField = (props: QuestionFieldProps) => {
  const { question, value, onChange, place } = props
  const translate = useTranslate()
  const { optional, help } = question
  const title = optional ? translate('requests.ask.optional', { title: question.title }) : question.title
  switch (question.as) {
    case 'day': return <DayField label={title} value={textOf(value)} onChange={onChange} place={place} {...(help ? { emptyHint: help } : {})} />
    case 'branch': return <BranchField {...props} title={title} />
    case 'branches': return <BranchesField {...props} title={title} />
    case 'lines': return <LinesField {...props} title={title} />
    case 'hours': return <HoursField title={title} hint={help} slots={slotsOf(value)} onChange={onChange} place={place} />
  }
  if (isYesNo(question)) {
    const words = [['true', translate('ra.boolean.true')], ['false', translate('ra.boolean.false')]] as const
    return <FewField title={title} hint={help} choices={words} value={typeof value === 'boolean' ? String(value) : ''} onChange={next => onChange(next === 'true')} place={place} />
  }
  const choices = isPicked(question) ? choicesOf(question) : []
  if (isPicked(question) && choices.length <= FEW && !isSeveral(question)) {
    return <FewField title={title} hint={help} choices={choices} value={textOf(value)} onChange={onChange} place={place} />
  }
  return <BlankField blank={{ ...blankOf(asListed(question)), title }} unit={props.unit} value={value} onChange={onChange} place={place} hint={help} quiet />
}

const slotsOf = (value: Typed): readonly TypedSlot[] => Array.isArray(value) && value.length > 0 ? value as readonly TypedSlot[] : [{ from: '', to: '' }]

/** Words that are kept where it is asked, such as its roles, are a list like any other. */
const asListed = (question: Question): Question => {
  if (!isPicked(question) || isSeveral(question)) return question
  return { ...question, schema: { ...(question.schema as object), enum: choicesOf(question).map(([one]) => one) } }
}

type Titled = QuestionFieldProps & { readonly title: string }

const BranchField = ({ question: { help }, unit, value, onChange, place, title }: Titled) => {
  const branches = useBranchesHere(unit)
  const ids = new Set(branches.map(({ id }) => id))
  return (
    <UnitField label={title} value={typeof value === 'string' ? value : null} onChange={onChange}
      only={one => ids.has(one.id)} place={place} {...(help ? { hint: help } : {})} />
  )
}

const LinesField = ({ question: { help, schema }, value, onChange, place, title }: Titled) => {
  const fault = useFaultAt()(place)
  const { maxLength } = schema as { readonly maxLength?: number }
  return (
    <TextField
      label={title}
      value={textOf(value)}
      onChange={event => onChange(event.target.value)}
      error={fault !== undefined}
      helperText={fault ?? help}
      multiline
      minRows={4}
      maxRows={14}
      fullWidth
      slotProps={{ htmlInput: maxLength ? { maxLength } : {} }}
    />
  )
}
