import { Box, FormControlLabel, Stack, Switch, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useCallback, useMemo, useState } from 'react'
import { languages } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { FaultAt } from '#console/change/ActDialogFault.tsx'
import { change } from '#console/change/change.ts'
import { useReading } from '#console/reading.ts'
import { useMe } from '#console/session.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { mayAt, useUnits, type UnitRow } from '#console/unit.ts'
import { setRole } from '#plugins/permissions/contract/change.ts'
import { permissions } from '#plugins/permissions/contract/permission.ts'
import type { Permissions } from '../answers.ts'
import { describeRole } from './describeRole.tsx'
import { PermissionChoice } from './PermissionChoice.tsx'
import { namesFor, type RoleDraft } from './role-draft.ts'

interface RoleDialogProps {
  readonly draft: RoleDraft
  readonly onClose: () => void
}

/** Writes a role: what it is called, where it is used, and right by right what it allows. */
export const RoleDialog = ({ draft, onClose }: RoleDialogProps) => {
  const translate = useTranslate()
  const me = useMe()
  const units = useUnits()
  const declared = useReading<Permissions>('/permissions')
  const [role, setRoleDraft] = useState(draft)
  const [from, setFrom] = useState<string>(todayHere())
  const edit = (typed: Partial<RoleDraft>) => setRoleDraft({ ...role, ...typed })
  const mayMakeAt = useCallback(
    (unit: UnitRow) => units !== undefined && mayAt(me, units, permissions.roles, unit.id),
    [me, units],
  )
  const items = useMemo(() => {
    const { code, unit, name, permissions: names, reach, version } = role
    if (unit === null || name.nl.trim() === '' || names.length === 0 || !isDay(from)) return null
    const body = { name: namesFor(name), permissions: [...names], ...(reach === 'branch' ? { reach } : {}) }
    return [change(setRole, { code, unit, from, role: body }, version)]
  }, [role, from])
  return (
    <ActDialog
      title={translate(role.isNew ? 'permissions.roles.newTitle' : 'permissions.roles.editTitle', { name: role.name.nl })}
      act={translate('ra.action.save')}
      items={items}
      describe={describeRole}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {languages.map(language => (
          <FaultAt key={language} place={`/role/name/${language}`}>
            {fault => (
              <TextField
                label={translate(`permissions.roles.name.${language}`)}
                value={role.name[language]}
                onChange={event => edit({ name: { ...role.name, [language]: event.target.value } })}
                required={language === 'nl'}
                sx={language === 'nl' ? { gridColumn: { sm: '1 / -1' } } : {}}
                error={fault !== undefined}
                helperText={fault}
                slotProps={{ htmlInput: { maxLength: 120 } }}
              />
            )}
          </FaultAt>
        ))}
      </Box>
      {role.isNew && (
        <UnitField
          label={translate('permissions.roles.where')}
          value={role.unit}
          onChange={unit => edit({ unit })}
          only={mayMakeAt}
          hint={translate('permissions.roles.whereHint')}
          required
        />
      )}
      <FormControlLabel
        control={
          <Switch
            checked={role.reach === 'branch'}
            onChange={event => edit({ reach: event.target.checked ? 'branch' : 'library' })}
          />
        }
        label={translate('permissions.roles.branchOnly')}
      />
      <Answered reading={declared}>
        {({ data }) => (
          <Stack>
            <PermissionChoice
              declared={data}
              chosen={role.permissions}
              onChange={names => edit({ permissions: names })}
            />
          </Stack>
        )}
      </Answered>
      <DayField
        place="/from"
        label={translate('permissions.grant.from')}
        value={from}
        onChange={setFrom}
        required
      />
    </ActDialog>
  )
}
