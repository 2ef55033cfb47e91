import { Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change, newId } from '#console/change/change.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import type { UnitRow } from '#console/unit.ts'
import { setProvider } from '#plugins/sign-in/contract/provider.ts'
import type { ProviderRow } from '../answers.ts'
import { describeProvider } from './describeProvider.tsx'
import { examples, providerOf, typedOf, type Typed } from './provider-form.ts'

interface ProviderDialogProps {
  /** Absent for a new one. */
  readonly row?: ProviderRow
  readonly unit: UnitRow
  readonly onClose: () => void
}

/** Where another organisation vouches for its people: its address, and how somebody is recognised. */
export const ProviderDialog = ({ row, unit, onClose }: ProviderDialogProps) => {
  const translate = useTranslate()
  const [id] = useState(() => row?.id ?? newId())
  const [typed, setTyped] = useState(() => typedOf(row?.provider, row?.unit ?? unit.id))
  const set = (more: Partial<Typed>) => setTyped(before => ({ ...before, ...more }))
  const items = useMemo(() => {
    const provider = providerOf(typed)
    return provider && typed.unit ? [change(setProvider, { id, unit: typed.unit, provider })] : null
  }, [typed, id])
  const field = (name: keyof Typed) => ({
    label: translate(`signIn.provider.field.${name}`),
    helperText: translate(`signIn.provider.hint.${name}`),
    value: typed[name] ?? '',
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    autoComplete: 'off',
  })
  return (
    <ActDialog
      title={translate(row ? 'signIn.provider.changeTitle' : 'signIn.provider.add', { name: row?.provider.name ?? '' })}
      act={translate('console.change.save')}
      items={items}
      describe={describeProvider}
      onClose={onClose}
    >
      {!row && (
        <Box>
          <Typography variant="body2" color="textSecondary">
            {translate('signIn.provider.examples')}
          </Typography>
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
            <Button size="small" variant="outlined" onClick={() => set(examples.acm)}>
              ACM/IDM Vlaanderen
            </Button>
            <Button size="small" variant="outlined" onClick={() => set(examples.entra)}>
              Microsoft Entra
            </Button>
          </Stack>
        </Box>
      )}
      <TextField {...field('name')} required />
      <TextField {...field('issuer')} required />
      <TextField {...field('clientId')} required />
      {!row && (
        <UnitField
          label={translate('signIn.provider.field.unit')}
          hint={translate('signIn.provider.hint.unit')}
          value={typed.unit}
          onChange={at => set({ unit: at })}
          required
        />
      )}
      <TextField {...field('linkBy')} select>
        {(['self', 'email', 'claim'] as const).map(way => (
          <MenuItem key={way} value={way}>
            {translate(`signIn.provider.linkBy.${way}`)}
          </MenuItem>
        ))}
      </TextField>
      {typed.linkBy === 'claim' && <TextField {...field('claim')} required />}
      <TextField {...field('scopes')} />
      <TextField {...field('acr')} />
      <TextField {...field('amr')} />
    </ActDialog>
  )
}
