import Delete from '@mui/icons-material/DeleteOutlined'
import { Box, Button, FormHelperText, FormLabel, IconButton, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useContext, useId } from 'react'
import { ActDialogFaults } from '#console/change/ActDialogFault.tsx'
import { AnswerField } from './AnswerField.tsx'
import { columnOf, emptyRow, type QuestionFieldProps, type TypedRow } from './answer.ts'

/** An answer of several rows: a price for each type of material, a person for each role. */
export const RowsField = ({ question, unit, value, onChange, place }: QuestionFieldProps) => {
  const translate = useTranslate()
  const rows = Array.isArray(value) ? value as readonly TypedRow[] : []
  const title = question.optional ? translate('requests.ask.optional', { title: question.title }) : question.title
  const heading = useId()
  const below = useId()
  // What is wrong with one cell stands at that cell.
  const fault = useContext(ActDialogFaults).find(({ pointer }) => pointer.endsWith(place))?.message
  const shown = rows.length > 0 ? rows : [emptyRow(question)]
  const { columns = [], help } = question
  const most = (question.schema as { readonly maxItems?: number }).maxItems ?? 40
  return (
    <Box role="group" aria-labelledby={heading} aria-describedby={below}>
      <FormLabel id={heading} component="div" error={fault !== undefined}>{title}</FormLabel>
      <FormHelperText id={below} error={fault !== undefined} sx={{ mx: 0, mb: 1 }}>{fault ?? help}</FormHelperText>
      <Stack spacing={2}>
        {shown.map((row, n) => (
          <Stack key={n} direction="row" spacing={1} role="group" aria-label={translate('requests.ask.row', { n: n + 1 })}
            sx={{ alignItems: 'flex-start', pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
            <Box sx={{ flex: 1, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fit, minmax(180px, 1fr))' } }}>
              {columns.map(column => (
                <AnswerField
                  key={column.name}
                  question={columnOf(question, column)}
                  unit={unit}
                  value={row[column.name]}
                  place={`${place}/${n}/${column.name}`}
                  onChange={cell => onChange(shown.map((one, at) => at === n ? { ...one, [column.name]: cell } : one))}
                />
              ))}
            </Box>
            {shown.length > 1 && (
              <IconButton aria-label={translate('requests.ask.rowRemove', { n: n + 1 })} onClick={() => onChange(shown.filter((_, at) => at !== n))}>
                <Delete />
              </IconButton>
            )}
          </Stack>
        ))}
      </Stack>
      {shown.length < most && (
        <Button size="small" sx={{ mt: 1 }} onClick={() => onChange([...shown, emptyRow(question)])}>{translate('requests.ask.rowAdd')}</Button>
      )}
    </Box>
  )
}
