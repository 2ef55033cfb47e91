import Add from '@mui/icons-material/Add'
import Delete from '@mui/icons-material/DeleteOutlined'
import { Box, Button, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change, newId } from '#console/change/change.ts'
import { useReading } from '#console/reading.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { setClaimRules, type ClaimRule } from '#plugins/sign-in/contract/provider.ts'
import type { GivableRoles, ProviderRow } from '../answers.ts'
import { describeProvider } from './describeProvider.tsx'

interface RulesDialogProps {
  readonly row: ProviderRow
  readonly onClose: () => void
}

type Line = Omit<ClaimRule, 'unit'> & { readonly key: string; readonly unit: UnitId | null }

const isWhole = (line: Line): line is Line & { unit: UnitId } =>
  line.claim.trim() !== '' && line.value.trim() !== '' && line.role !== '' && line.unit !== null

/** Which words of the provider give which role, where; each line reads as a sentence. */
export const RulesDialog = ({ row, onClose }: RulesDialogProps) => {
  const translate = useTranslate()
  const { data: roles } = useReading<GivableRoles>('/roles')
  const [lines, setLines] = useState<readonly Line[]>(() => row.rules.map(rule => ({ ...rule, key: newId() })))
  const items = useMemo(() => {
    const rules = lines
      .filter(isWhole)
      .map(({ claim, value, role, unit }) => ({ claim: claim.trim(), value: value.trim(), role, unit }))
    if (rules.length < lines.length) return null
    return [change(setClaimRules, { provider: row.id, unit: row.unit, rules })]
  }, [lines, row])
  const set = (key: string, more: Partial<Line>) =>
    setLines(before => before.map(line => (line.key === key ? { ...line, ...more } : line)))
  const add = () =>
    setLines(before => [...before, { key: newId(), claim: before.at(-1)?.claim ?? 'groups', value: '', role: '', unit: row.unit }])
  return (
    <ActDialog
      title={translate('signIn.provider.rulesTitle', { name: row.provider.name })}
      act={translate('console.change.save')}
      items={items}
      describe={describeProvider}
      onClose={onClose}
    >
      <Typography>{translate('signIn.provider.rulesWhat')}</Typography>
      {lines.map((line, at) => (
        <Box
          key={line.key}
          role="group"
          aria-label={translate('signIn.provider.line', { at: at + 1 })}
          sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, display: 'grid', gap: 1.5, gridTemplateColumns: { sm: '1fr 1fr' } }}
        >
          <TextField
            label={translate('signIn.provider.claim')}
            value={line.claim}
            onChange={event => set(line.key, { claim: event.target.value })}
            required
            slotProps={{ htmlInput: { maxLength: 120 } }}
          />
          <TextField
            label={translate('signIn.provider.value')}
            value={line.value}
            onChange={event => set(line.key, { value: event.target.value })}
            required
            slotProps={{ htmlInput: { maxLength: 250 } }}
          />
          <TextField
            select
            label={translate('signIn.provider.role')}
            value={roles ? line.role : ''}
            onChange={event => set(line.key, { role: event.target.value })}
            required
          >
            {roles?.data.map(({ code, name }) => (
              <MenuItem key={code} value={code}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <Stack direction="row" spacing={0.5}>
            <UnitField
              label={translate('signIn.provider.where')}
              value={line.unit}
              onChange={unit => set(line.key, { unit })}
              required
            />
            <IconButton
              aria-label={translate('signIn.provider.dropLine', { at: at + 1 })}
              onClick={() => setLines(before => before.filter(({ key }) => key !== line.key))}
              sx={{ alignSelf: 'center' }}
            >
              <Delete />
            </IconButton>
          </Stack>
        </Box>
      ))}
      <Button startIcon={<Add />} onClick={add} sx={{ alignSelf: 'flex-start' }}>
        {translate('signIn.provider.addLine')}
      </Button>
    </ActDialog>
  )
}
