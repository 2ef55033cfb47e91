import Delete from '@mui/icons-material/DeleteOutlined'
import { Box, Button, FormHelperText, FormLabel, IconButton, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import { TimeField } from '#console/time/TimeField.tsx'
import { emptySlot, type TypedSlot } from './answer.ts'

interface HoursFieldProps {
  readonly title: string
  readonly hint: string | undefined
  readonly slots: readonly TypedSlot[]
  readonly onChange: (slots: readonly TypedSlot[]) => void
  readonly place: string
}

/** No day is cut in more pieces. */
const SLOTS_AT_MOST = 6

/** The hours of one day: from and to, and again after the break. */
export const HoursField = ({ title, hint, slots, onChange, place }: HoursFieldProps) => {
  const translate = useTranslate()
  const heading = useId()
  const below = useId()
  const fault = useFaultAt()(place)
  const put = (at: number, next: Partial<TypedSlot>) => onChange(slots.map((slot, n) => n === at ? { ...slot, ...next } : slot))
  return (
    <Box role="group" aria-labelledby={heading} aria-describedby={below}>
      <FormLabel id={heading} component="div" error={fault !== undefined} sx={{ mb: 1 }}>{title}</FormLabel>
      <Stack spacing={1.5}>
        {slots.map(({ from, to }, n) => (
          <Stack key={n} direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
            <TimeField label={translate('requests.ask.slotFrom', { n: n + 1 })} value={from} onChange={next => put(n, { from: next })} />
            <Box component="span" aria-hidden sx={{ pt: 1 }}>–</Box>
            <TimeField label={translate('requests.ask.slotTo', { n: n + 1 })} value={to} onChange={next => put(n, { to: next })} />
            {slots.length > 1 && (
              <IconButton aria-label={translate('requests.ask.slotRemove', { n: n + 1 })} onClick={() => onChange(slots.filter((_, at) => at !== n))}>
                <Delete />
              </IconButton>
            )}
          </Stack>
        ))}
      </Stack>
      <FormHelperText id={below} error={fault !== undefined} sx={{ mx: 0 }}>{fault ?? hint}</FormHelperText>
      {slots.length < SLOTS_AT_MOST && (
        <Button size="small" onClick={() => onChange([...slots, emptySlot])}>{translate('requests.ask.slotAdd')}</Button>
      )}
    </Box>
  )
}
