import CalendarToday from '@mui/icons-material/CalendarTodayOutlined'
import { Box, IconButton, InputAdornment, Popover, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { lazy, Suspense, useState } from 'react'
import type { Day } from '#core/contract.ts'
import { useFaultAt } from '../change/ActDialogFault.tsx'
import { Waiting } from '../frame/Waiting.tsx'
import { formatLongDay, isDay, readDay, todayHere, typedDay } from './day.ts'

const DayGrid = lazy(() => import('./DayGrid.tsx'))

interface DayFieldProps {
  readonly label: string
  /** An ISO day, empty, or what was typed when that is no day. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly required?: boolean
  readonly fault?: string | undefined
  /** Where in an act it goes: what the server says there stands below it. */
  readonly place?: string
  /** The day that a date without a year comes after. */
  readonly near?: Day
  /** What stands below an empty field: "zonder einde". */
  readonly emptyHint?: string
  readonly autoFocus?: boolean
}

/** A day as people type it (`24/12`, `24-12-2026`), or picked from a month; the weekday is read back. */
export const DayField = (props: DayFieldProps) => {
  const {
    label,
    value,
    onChange,
    required = false,
    fault: own,
    place,
    near = todayHere(),
    emptyHint,
    autoFocus = false,
  } = props
  const translate = useTranslate()
  const language = useLocale()
  const faultAt = useFaultAt()
  const fault = own ?? (place && faultAt(place))
  const [typed, setTyped] = useState<string | null>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const known = isDay(value)
  const wrong = typed === null && value !== '' && !known
  const leave = () => {
    if (typed !== null) onChange(typed.trim() === '' ? '' : (readDay(typed, near) ?? typed))
    setTyped(null)
  }
  const below =
    fault ??
    (wrong
      ? translate('console.day.wrong')
      : known
        ? formatLongDay(language, value)
        : (emptyHint ?? translate('console.day.hint')))
  return (
    <Box>
      <TextField
        label={label}
        value={typed ?? (known ? typedDay(value) : value)}
        required={required}
        fullWidth
        autoFocus={autoFocus}
        onChange={event => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={event => {
          if (event.key === 'Enter') leave()
        }}
        error={wrong || fault !== undefined}
        helperText={below}
        slotProps={{
          htmlInput: { autoComplete: 'off', inputMode: 'text' },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton
                  edge="end"
                  size="small"
                  aria-haspopup="dialog"
                  aria-label={`${label}: ${translate('console.day.pick')}`}
                  onClick={event => setAnchor(event.currentTarget)}
                >
                  <CalendarToday fontSize="small" />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            variant: 'outlined',
            role: 'dialog',
            'aria-label': translate('console.day.pick'),
            sx: { p: 1.5 },
          },
        }}
      >
        <Suspense fallback={<Waiting />}>
          <DayGrid
            day={known ? value : null}
            near={near}
            onPick={day => {
              onChange(day)
              setTyped(null)
              setAnchor(null)
            }}
          />
        </Suspense>
      </Popover>
    </Box>
  )
}
