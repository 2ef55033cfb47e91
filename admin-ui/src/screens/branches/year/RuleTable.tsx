import {
  Button,
  Chip,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
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
    <TableContainer
      component={Paper}
      variant="outlined"
      tabIndex={0}
      role="region"
      aria-label={translate('branches.year.rules')}
    >
      <Table size="small" aria-label={translate('branches.year.rules')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('branches.year.rule')}</TableCell>
            <TableCell>{translate('branches.year.when')}</TableCell>
            <TableCell>{translate('branches.year.says')}</TableCell>
            <TableCell>{translate('branches.year.origin')}</TableCell>
            <TableCell align="right">{translate('branches.now.act')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
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
        </TableBody>
      </Table>
    </TableContainer>
  )
}
