import { AnswerField } from './AnswerField.tsx'
import type { QuestionFieldProps } from './answer.ts'
import { RowsField } from './RowsField.tsx'

/** One question of a form. */
export const QuestionField = (props: QuestionFieldProps) =>
  props.question.as === 'rows' ? <RowsField {...props} /> : <AnswerField {...props} />
