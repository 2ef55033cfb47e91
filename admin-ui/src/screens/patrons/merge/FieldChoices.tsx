import { FormControlLabel, Radio, TableCell, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { ListTable } from '#console/ListTable.tsx'
import type { MergePlan } from '#plugins/patrons/contract/merge.ts'

type Field = MergePlan['fields'][number]
export type Choices = Partial<Record<Field['name'], Field['suggested']>>

interface FieldChoicesProps {
  readonly plan: MergePlan
  readonly choices: Choices
  readonly onChoose: (field: Field['name'], whose: Field['suggested']) => void
}

/** Where the two differ, whose detail stays; of lists both may. */
export const FieldChoices = ({ plan: { fields, keep, gone }, choices, onChoose }: FieldChoicesProps) => {
  const translate = useTranslate()
  const columns = [
    translate('patrons.merge.field'), `${translate('patrons.merge.keeps')}: ${translate('patrons.merge.number', { number: keep.patron.number })}`,
    `${translate('patrons.merge.goes')}: ${translate('patrons.merge.number', { number: gone.patron.number })}`, translate('patrons.merge.both'),
  ]
  return (
    <ListTable name={translate('patrons.merge.field')} columns={columns}>
      {fields.map(field => {
        const title = translate(`patrons.edited.${field.name}`)
        const option = (whose: Field['suggested'], value: string) => (
          <FormControlLabel label={value} sx={{ overflowWrap: 'anywhere' }}
            control={<Radio name={field.name} checked={choices[field.name] === whose} onChange={() => onChoose(field.name, whose)}
              slotProps={{ input: { 'aria-label': translate('patrons.merge.option', { field: title, value }) } }} />} />
        )
        return (
          <TableRow key={field.name} hover>
            <TableCell component="th" scope="row">
              {title}
            </TableCell>
            <TableCell>{option('keep', field.keep ?? translate('patrons.merge.empty'))}</TableCell>
            <TableCell>{option('gone', field.gone ?? translate('patrons.merge.empty'))}</TableCell>
            <TableCell>{field.both && option('both', translate('patrons.merge.both'))}</TableCell>
          </TableRow>
        )
      })}
    </ListTable>
  )
}
