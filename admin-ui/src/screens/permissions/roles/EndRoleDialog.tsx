import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import { endRole } from '#plugins/permissions/contract/change.ts'
import type { RoleRow } from '../answers.ts'
import { describeRole } from './describeRole.tsx'

interface EndRoleDialogProps {
  readonly role: RoleRow
  readonly onClose: () => void
}

/** Takes a role away that nobody holds any more. */
export const EndRoleDialog = ({ role, onClose }: EndRoleDialogProps) => {
  const translate = useTranslate()
  const [from, setFrom] = useState<string>(todayHere())
  const items = useMemo(
    () => (isDay(from) ? [change(endRole, { code: role.code, unit: role.unit, from }, role.version)] : null),
    [from, role],
  )
  return (
    <ActDialog
      title={translate('permissions.roles.endTitle', { name: role.name })}
      act={translate('ra.action.delete')}
      items={items}
      describe={describeRole}
      onClose={onClose}
    >
      <Typography>{translate('permissions.roles.endWhat')}</Typography>
      <DayField place="/from" label={translate('permissions.grant.from')} value={from} onChange={setFrom} required />
    </ActDialog>
  )
}
