import Add from '@mui/icons-material/Add'
import { Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { isSaid, TextsFields } from '#console/TextsFields.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import type { DaySet } from '#plugins/branches/contract/hours.ts'

export type NamedPeriod = DaySet['periods'][number]

interface AddPeriodProps {
  readonly year: string
  readonly onAdd: (period: NamedPeriod) => void
}

const fresh = { from: '', to: '', name: { nl: '', en: '', fr: '' } }

/** One more holiday: its days, and what it is called. */
export const AddPeriod = ({ year, onAdd }: AddPeriodProps) => {
  const translate = useTranslate()
  const [period, setPeriod] = useState<NamedPeriod>(fresh)
  const to = period.to === '' ? period.from : period.to
  const complete = isDay(period.from) && isDay(to) && to >= period.from && isSaid(period.name)
  const near = `${year}-01-01`
  return (
    <Stack
      spacing={1.5}
      role="group"
      aria-label={translate('branches.lists.addPeriod')}
      sx={{ p: 2, bgcolor: 'background.default', borderRadius: 1 }}
    >
      <Typography variant="h3">{translate('branches.lists.addPeriod')}</Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <DayField
          label={translate('console.day.from')}
          value={period.from}
          onChange={from => setPeriod({ ...period, from })}
          near={near}
        />
        <DayField
          label={translate('console.day.to')}
          value={period.to}
          onChange={last => setPeriod({ ...period, to: last })}
          near={isDay(period.from) ? period.from : near}
          emptyHint={translate('branches.round.oneDay')}
          fault={
            isDay(period.to) && period.to < period.from ? translate('console.day.endsBeforeStart') : undefined
          }
        />
      </Box>
      <TextsFields beside
        label={translate('branches.lists.name')}
        texts={period.name}
        onChange={name => setPeriod({ ...period, name })}
      />
      <div>
        <Button
          variant="outlined"
          startIcon={<Add />}
          disabled={!complete}
          onClick={() => {
            onAdd({ ...period, to })
            setPeriod(fresh)
          }}
        >
          {translate('branches.lists.add')}
        </Button>
      </div>
    </Stack>
  )
}
