import { Checkbox, FormControl, FormControlLabel, FormGroup, FormLabel, MenuItem, Switch, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useCallback, useMemo, useState } from 'react'
import { languages, type Language, type UnitId } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { FaultAt } from '#console/change/ActDialogFault.tsx'
import { change, newId } from '#console/change/change.ts'
import { useReading } from '#console/reading.ts'
import { useMe } from '#console/session.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { mayAt, useUnits, type UnitRow } from '#console/unit.ts'
import { permissions, setEndpoint, type Endpoint } from '#plugins/webhooks/contract.ts'
import type { EventList, WebhookRow } from './answers.ts'
import { describeWebhook } from './describeWebhook.tsx'

interface WebhookDialogProps {
  /** Absent for a new one. */
  readonly row?: WebhookRow
  readonly unit: UnitRow
  readonly onClose: () => void
  readonly onMade?: (id: string, name: string) => void
}

interface Typed extends Omit<Endpoint, 'events'> {
  readonly events: readonly string[]
  readonly unit: UnitId | null
}

/** What is sent, or null while something is missing. */
const endpointOf = ({ unit: _unit, ...typed }: Typed): Endpoint | null => {
  const [name, address] = [typed.name.trim(), typed.address.trim()]
  const whole = name !== '' && /^https?:\/\/[^\s#\\]+$/.test(address) && typed.events.length > 0
  return whole ? { ...typed, events: [...typed.events], name, address } : null
}

/** Which system hears what, in which language; a new one gets its secret afterwards. */
export const WebhookDialog = ({ row, unit, onClose, onMade }: WebhookDialogProps) => {
  const translate = useTranslate()
  const me = useMe()
  const units = useUnits()
  const events = useReading<EventList>('/webhooks/events')
  const [id] = useState(() => row?.id ?? newId())
  const [typed, setTyped] = useState<Typed>(() => ({
    ...(row?.endpoint ?? { name: '', address: 'https://', events: ['core.changed'], language: 'nl', names: false, on: true }),
    unit: row?.unit.id ?? unit.id,
  }))
  const set = (more: Partial<Typed>) => setTyped(before => ({ ...before, ...more }))
  const items = useMemo(() => {
    const endpoint = endpointOf(typed)
    return endpoint && typed.unit ? [change(setEndpoint, { id, unit: typed.unit, endpoint })] : null
  }, [typed, id])
  const only = useCallback((one: UnitRow) => units !== undefined && mayAt(me, units, permissions.set, one.id), [me, units])
  const toggled = (name: string) =>
    typed.events.includes(name) ? typed.events.filter(one => one !== name) : [...typed.events, name]
  return (
    <ActDialog
      title={translate(row ? 'webhooks.changeTitle' : 'webhooks.add', { name: row?.endpoint.name ?? '' })}
      act={translate('console.change.save')}
      items={items}
      describe={describeWebhook}
      onClose={onClose}
      onSaved={({ state }) => {
        if (state === 'applied') onMade?.(id, typed.name.trim())
      }}
    >
      <TextField
        label={translate('webhooks.field.name')}
        helperText={translate('webhooks.hint.name')}
        value={typed.name}
        onChange={event => set({ name: event.target.value })}
        required
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      <FaultAt place="/address">
        {fault => (
          <TextField
            label={translate('webhooks.field.address')}
            helperText={fault ?? translate('webhooks.hint.address')}
            error={fault !== undefined}
            value={typed.address}
            onChange={event => set({ address: event.target.value })}
            required
            type="url"
            autoComplete="off"
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        )}
      </FaultAt>
      {!row && (
        <UnitField
          label={translate('webhooks.field.unit')}
          hint={translate('webhooks.hint.unit')}
          value={typed.unit}
          onChange={at => set({ unit: at })}
          only={only}
          place="/unit"
          required
        />
      )}
      <FormControl component="fieldset">
        <FormLabel component="legend">{translate('webhooks.field.events')}</FormLabel>
        <FormGroup>
          {events.data?.data.map(({ name, title }) => (
            <FormControlLabel
              key={name}
              label={title}
              control={<Checkbox checked={typed.events.includes(name)} onChange={() => set({ events: toggled(name) })} />}
            />
          ))}
        </FormGroup>
      </FormControl>
      <TextField
        select
        label={translate('webhooks.field.language')}
        value={typed.language}
        onChange={event => set({ language: event.target.value as Language })}
      >
        {languages.map(language => (
          <MenuItem key={language} value={language}>
            {translate(`webhooks.language.${language}`)}
          </MenuItem>
        ))}
      </TextField>
      <FormGroup>
        <FormControlLabel
          label={translate('webhooks.field.names')}
          control={<Checkbox checked={typed.names} onChange={(_, names) => set({ names })} />}
        />
        <FormControlLabel
          label={translate('webhooks.field.on')}
          control={<Switch checked={typed.on} onChange={(_, on) => set({ on })} />}
        />
      </FormGroup>
    </ActDialog>
  )
}
