import { Box, InputAdornment, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsked } from '#console/asked.ts'
import { useTyped } from '#console/typed.ts'
import type { LimitRow } from '../answers.ts'
import { capital } from '../roles/capital.ts'
import { readLimit } from '../staff/limit-form.ts'

/** How far the act would go, kept in the address by the name of each limit; empty is as far as one likes. */
export const HowFar = ({ limits }: { readonly limits: readonly LimitRow[] }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  if (limits.length === 0) return null
  return (
    <Box
      role="group"
      aria-label={translate('permissions.rights.howFar')}
      sx={{ display: 'grid', gap: 2, mt: 2, gridTemplateColumns: { xs: '1fr', md: 'repeat(3, minmax(0, 1fr))' } }}
    >
      {limits.map(limit => (
        <LimitField
          key={limit.name}
          limit={limit}
          stored={asked(limit.name)}
          onChange={typed => ask({ [limit.name]: typed }, { replace: true })}
        />
      ))}
    </Box>
  )
}

interface LimitFieldProps {
  readonly limit: LimitRow
  readonly stored: string
  readonly onChange: (typed: string) => void
}

const LimitField = ({ limit, stored, onChange }: LimitFieldProps) => {
  const translate = useTranslate()
  const [typed, type] = useTyped(stored, onChange)
  const { kind, title } = limit
  const wrong = typed.trim() !== '' && readLimit(limit, typed) === null
  return (
    <TextField
      label={capital(title)}
      value={typed}
      onChange={event => type(event.target.value)}
      error={wrong}
      helperText={translate(wrong ? `permissions.narrow.wrong.${kind}` : 'permissions.rights.howFarHint')}
      slotProps={{
        htmlInput: { inputMode: kind === 'codes' ? 'text' : 'decimal', autoComplete: 'off', maxLength: 100 },
        input: kind === 'cents' ? { startAdornment: <InputAdornment position="start">€</InputAdornment> } : {},
      }}
    />
  )
}

/** What was typed, as the server reads it: `fee-waivers.amount=500,fee-waivers.journals=K001|K002`. */
export const askedFar = (limits: readonly LimitRow[], asked: (name: string) => string): string | undefined => {
  const read = limits.flatMap(limit => {
    const value = readLimit(limit, asked(limit.name))
    return value === null ? [] : [`${limit.name}=${Array.isArray(value) ? value.join('|') : String(value)}`]
  })
  return read.length === 0 ? undefined : read.join(',')
}
