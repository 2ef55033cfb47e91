import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, Button, Chip, Collapse, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { useAsked } from '#console/asked.ts'
import { formatClock } from '#console/time/day.ts'
import type { AuditRow } from '#plugins/audit/contract.ts'

/** One thing somebody did: the sentence, who and when, and on demand what it changed. */
export const AuditLine = ({ row }: { readonly row: AuditRow }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { ask } = useAsked()
  const details = useId()
  const [open, setOpen] = useState(false)
  const { set } = row
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: { xs: 0.25, sm: 1.5 }, alignItems: { sm: 'baseline' } }}>
        <Typography
          component="time"
          dateTime={row.at}
          variant="body2"
          color="textSecondary"
          sx={{ flex: { sm: '0 0 5rem' }, fontVariantNumeric: 'tabular-nums' }}
        >
          {formatClock(language, row.at)}
        </Typography>
        <Stack sx={{ flex: 1, minWidth: 0 }} spacing={0.25}>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{row.sentence}</Typography>
          {set?.sentence && !row.sentence.includes(set.sentence) && (
            <Typography variant="body2" color="textSecondary">
              {translate('audit.inChange', { sentence: set.sentence })}
            </Typography>
          )}
        </Stack>
        <Stack direction="row" useFlexGap sx={{ gap: 0.5, alignItems: 'center', flexWrap: 'wrap' }}>
          {row.erased && <Chip size="small" variant="outlined" label={translate('audit.erased')} />}
          {(set !== null || row.by.id !== null || row.fields.length > 0) && (
            <Button
              size="small"
              aria-expanded={open}
              aria-controls={details}
              aria-label={`${translate('audit.details')}: ${row.sentence}`}
              onClick={() => setOpen(!open)}
              endIcon={<ExpandMore aria-hidden sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />}
            >
              {translate('audit.details')}
            </Button>
          )}
        </Stack>
      </Stack>
      <Collapse in={open} id={details} unmountOnExit>
        <Box sx={{ ml: { sm: '6.5rem' } }}>
          {row.fields.length > 0 && <Fields fields={row.fields} />}
          <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', mt: 0.5, ml: -0.75 }}>
            {set && (
              <Button size="small" onClick={() => ask({ set: set.id })}>
                {translate('audit.wholeChange')}
              </Button>
            )}
            {row.by.id !== null && (
              <Button size="small" onClick={() => ask({ staff: row.by.id })}>
                {translate('audit.allOf', { name: row.by.name })}
              </Button>
            )}
          </Stack>
        </Box>
      </Collapse>
    </Box>
  )
}

const Fields = ({ fields }: Pick<AuditRow, 'fields'>) => {
  const translate = useTranslate()
  const name = translate('audit.details')
  return (
    <Box sx={{ overflowX: 'auto', mt: 1 }} tabIndex={0} role="region" aria-label={name}>
      <Table size="small" aria-label={name} sx={{ width: 'auto', minWidth: 480, bgcolor: 'background.default' }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('audit.field')}</TableCell>
            <TableCell>{translate('audit.before')}</TableCell>
            <TableCell>{translate('audit.after')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map(({ title, before, after }) => (
            <TableRow key={title}>
              <TableCell component="th" scope="row">
                {title}
              </TableCell>
              <TableCell>{before ?? '–'}</TableCell>
              <TableCell sx={{ fontWeight: 550 }}>{after ?? '–'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}
