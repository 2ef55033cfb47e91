import { Button, Chip, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { ListTable } from '#console/ListTable.tsx'
import { DayMark } from '#console/time/DayMark.tsx'
import { formatSpan } from '#console/time/hour.ts'
import type { RuleRow } from '../answers.ts'

interface RuleTableProps {
  readonly rules: readonly RuleRow[]
  readonly onEdit: (rule: RuleRow) => void
}

/** Rules that come back every year, each with where it comes from. */
export const RuleTable = ({ rules, onEdit }: RuleTableProps) => {
  const translate = useTranslate()
  const language = useLocale()
  if (rules.length === 0)
    return <Typography color="textSecondary">{translate('branches.year.noRules')}</Typography>
  return (
    <ListTable
      name={translate('branches.year.rules')}
      columns={['rule', 'when', 'says', 'origin'].map(column => translate(`branches.year.${column}`))}
      acts={translate('branches.now.act')}
      dense
    >
      {rules.map(rule => (
        <TableRow key={rule.id}>
          <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
            {rule.body.text}
          </TableCell>
          <TableCell>{rule.text}</TableCell>
          <TableCell>
            {'kind' in rule.body ? (
              <DayMark kind={rule.body.kind} named />
            ) : (
              formatSpan(language, rule.body.cut.from, rule.body.cut.to)
            )}
          </TableCell>
          <TableCell>
            <Chip
              size="small"
              variant={rule.own ? 'filled' : 'outlined'}
              label={rule.own ? translate('branches.year.own') : rule.unitName}
            />
          </TableCell>
          <TableCell align="right">
            {rule.own && (
              <Button
                size="small"
                onClick={() => onEdit(rule)}
                aria-label={`${rule.body.text}: ${translate('branches.year.edit')}`}
              >
                {translate('branches.year.edit')}
              </Button>
            )}
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  )
}
