import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { Day } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import { withdrawRole } from '#plugins/permissions/contract/change.ts'
import type { GrantRow, StaffMember } from '../answers.ts'
import { describeGrant } from './describeGrant.tsx'

interface WithdrawDialogProps {
  readonly person: StaffMember
  readonly grant: GrantRow
  readonly today: Day
  readonly onClose: () => void
}

/** Takes a role away from a day on; it counts from the next thing the colleague does. */
export const WithdrawDialog = ({ person, grant, today, onClose }: WithdrawDialogProps) => {
  const translate = useTranslate()
  const [from, setFrom] = useState<string>(today)
  const items = useMemo(
    () => (isDay(from) ? [change(withdrawRole, { staff: person.id, role: grant.role, unit: grant.unit, from })] : null),
    [from, person.id, grant],
  )
  return (
    <ActDialog
      title={translate('permissions.withdraw.title', { name: person.name })}
      act={translate('permissions.withdraw.act')}
      items={items}
      describe={describeGrant}
      onClose={onClose}
    >
      <Typography>
        {translate('permissions.withdraw.what', { role: grant.roleName, unit: grant.unitName })}
      </Typography>
      <DayField
        place="/from"
        label={translate('permissions.withdraw.from')}
        value={from}
        onChange={setFrom}
        near={today}
        required
      />
    </ActDialog>
  )
}
