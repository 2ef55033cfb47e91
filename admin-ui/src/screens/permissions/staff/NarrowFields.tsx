import { Checkbox, FormControlLabel, InputAdornment, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import type { LimitRow } from '../answers.ts'
import { capital } from '../roles/capital.ts'
import { readLimit, type TypedLimits } from './limit-form.ts'

/** How a grant is made smaller than its role. */
export interface Narrowed {
  readonly only: boolean
  readonly limits: TypedLimits
}

interface NarrowFieldsProps {
  readonly limits: readonly LimitRow[]
  readonly wish: Narrowed
  readonly onChange: (change: Partial<Narrowed>) => void
}

/** Only here and not below it; up to an amount, some days, these codes only. */
export const NarrowFields = ({ limits, wish, onChange }: NarrowFieldsProps) => {
  const translate = useTranslate()
  const faultAt = useFaultAt()
  return (
    <>
      <div>
        <FormControlLabel
          control={<Checkbox checked={wish.only} onChange={(_, only) => onChange({ only })} />}
          label={translate('permissions.narrow.only')}
        />
      </div>
      {limits.length > 0 && (
        <Stack spacing={2} role="group" aria-label={translate('permissions.narrow.limits')}>
          <Typography variant="body2" color="textSecondary">
            {translate('permissions.narrow.limitsHint')}
          </Typography>
          {limits.map(limit => {
            const { name, kind, title } = limit
            const typed = wish.limits[name] ?? ''
            const wrong = typed.trim() !== '' && readLimit(limit, typed) === null
            const fault = wrong ? translate(`permissions.narrow.wrong.${kind}`) : faultAt(`/limits/${name}`)
            return (
              <TextField
                key={name}
                label={capital(title)}
                value={typed}
                onChange={event => onChange({ limits: { ...wish.limits, [name]: event.target.value } })}
                error={fault !== undefined}
                helperText={fault ?? translate(`permissions.narrow.hint.${kind}`)}
                slotProps={{
                  htmlInput: { inputMode: kind === 'codes' ? 'text' : 'decimal', autoComplete: 'off', maxLength: 400 },
                  input:
                    kind === 'cents' ? { startAdornment: <InputAdornment position="start">€</InputAdornment> } : {},
                }}
              />
            )
          })}
        </Stack>
      )}
    </>
  )
}
