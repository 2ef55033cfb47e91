import { Box, Button, Chip, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Static } from 'typebox'
import { useAsked } from '#console/asked.ts'
import { useReading } from '#console/reading.ts'
import { SearchField } from '#console/SearchField.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { daysSearched, type AuditWords } from '#plugins/audit/contract.ts'

const filters = ['q', 'act', 'subject', 'from', 'to', 'staff', 'set'] as const

/** What to look for, kept in the address so that a search can be shared. */
export const AuditFilters = () => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const { data } = useReading<Static<typeof AuditWords>>('/audit/words')
  const filtered = filters.some(name => asked(name) !== '')
  return (
    <Stack spacing={2}>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '2fr 1fr 1fr 1fr 1fr' } }}
      >
        <SearchField label={translate('audit.search')} value={asked('q')} onChange={q => ask({ q }, { replace: true })} />
        <Choice
          name="act"
          label={translate('audit.act')}
          options={(data?.acts ?? []).map(({ act, name }) => [act, name])}
        />
        <Choice
          name="subject"
          label={translate('audit.subject')}
          options={(data?.subjects ?? []).map(({ subject, name }) => [subject, name])}
        />
        <DayField label={translate('audit.from')} value={asked('from')} onChange={from => ask({ from }, { replace: true })} />
        <DayField label={translate('audit.to')} value={asked('to')} onChange={to => ask({ to }, { replace: true })} />
      </Box>
      {asked('q') !== '' && asked('from') === '' && asked('set') === '' && (
        <Typography variant="body2" color="textSecondary">
          {translate('audit.searched', { days: daysSearched })}
        </Typography>
      )}
      {filtered && (
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          {asked('staff') !== '' && (
            <Chip label={translate('audit.onePerson')} onDelete={() => ask({ staff: null })} />
          )}
          {asked('set') !== '' && <Chip label={translate('audit.oneChange')} onDelete={() => ask({ set: null })} />}
          <Button size="small" onClick={() => ask(Object.fromEntries(filters.map(name => [name, null])))}>
            {translate('audit.all')}
          </Button>
        </Stack>
      )}
    </Stack>
  )
}

interface ChoiceProps {
  readonly name: 'act' | 'subject'
  readonly label: string
  readonly options: readonly (readonly [value: string, text: string])[]
}

const Choice = ({ name, label, options }: ChoiceProps) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const value = options.some(([option]) => option === asked(name)) ? asked(name) : ''
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={event => ask({ [name]: event.target.value })}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{translate('audit.any')}</MenuItem>
      {options.map(([option, text]) => (
        <MenuItem key={option} value={option}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  )
}
