import { TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { readTime } from './hour.ts'

interface TimeFieldProps {
  /** `HH:MM`, or what was typed when that is no time. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Read out; the field itself is too small for a label. */
  readonly label: string
  readonly fault?: string | undefined
  readonly describedBy?: string | undefined
  readonly autoFocus?: boolean
}

/**
 * A time as people type it: `9`, `930`, `9.30`, `9u30` or `17:30` become `09:30` and `17:30` on
 * leaving the field. What is no time stays as it was typed and is named.
 */
export const TimeField = ({
  value,
  onChange,
  label,
  fault,
  describedBy,
  autoFocus = false,
}: TimeFieldProps) => {
  const translate = useTranslate()
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed === null && value !== '' && readTime(value) === null
  const said = useRef(onChange)
  useEffect(() => {
    said.current = onChange
  })
  // A pause is enough for what is a time: a fault that went away only on leaving the field would
  // move the button that is being clicked.
  useEffect(() => {
    const time = typed === null ? null : readTime(typed)
    if (time === null || time === value) return
    const timer = setTimeout(() => said.current(time), 400)
    return () => clearTimeout(timer)
  }, [typed, value])
  const leave = () => {
    if (typed !== null) onChange(readTime(typed) ?? typed)
    setTyped(null)
  }
  return (
    <TextField
      value={typed ?? value}
      onChange={event => setTyped(event.target.value)}
      onBlur={leave}
      autoFocus={autoFocus}
      onKeyDown={event => {
        if (event.key === 'Enter') leave()
      }}
      error={wrong || fault !== undefined}
      placeholder="0:00"
      sx={{ width: 92 }}
      helperText={fault ?? (wrong ? translate('console.time.wrong') : undefined)}
      slotProps={{
        htmlInput: {
          'aria-label': label,
          inputMode: 'text',
          autoComplete: 'off',
          maxLength: 8,
          'aria-describedby': describedBy,
          style: { textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
        },
        formHelperText: { sx: { mx: 0, width: 'max-content', maxWidth: 240 } },
      }}
    />
  )
}
