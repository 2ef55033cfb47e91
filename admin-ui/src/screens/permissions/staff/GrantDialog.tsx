import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { Day } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { useReading } from '#console/reading.ts'
import type { UnitRow, Units } from '#console/unit.ts'
import { grantRole } from '#plugins/permissions/contract/change.ts'
import type { Roles, StaffMember } from '../answers.ts'
import { describeGrant } from './describeGrant.tsx'
import { isWhole, RoleFields, type RoleWish } from './RoleFields.tsx'

interface GrantDialogProps {
  readonly person: StaffMember
  readonly unit: UnitRow
  readonly units: Units
  readonly today: Day
  readonly onClose: () => void
}

/** Gives a colleague a role somewhere, for as long as it takes. */
export const GrantDialog = ({ person, unit, units, today, onClose }: GrantDialogProps) => {
  const translate = useTranslate()
  const roles = useReading<Roles>('/roles')
  const [wish, setWish] = useState<RoleWish>({ role: '', unit: unit.id, from: today, to: '' })
  const items = useMemo(() => {
    const { role, unit: where, from, to } = wish
    if (!isWhole(wish) || role === '' || where === null) return null
    return [change(grantRole, { staff: person.id, role, unit: where, from, to: to === '' ? null : to })]
  }, [wish, person.id])
  return (
    <ActDialog
      title={translate('permissions.grant.title', { name: person.name })}
      act={translate('permissions.grant.act')}
      items={items}
      describe={describeGrant}
      onClose={onClose}
    >
      <Answered reading={roles}>
        {({ data }) => (
          <RoleFields
            roles={data}
            units={units}
            wish={wish}
            today={today}
            onChange={typed => setWish({ ...wish, ...typed })}
          />
        )}
      </Answered>
    </ActDialog>
  )
}
