import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { Day } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { useReading } from '#console/reading.ts'
import type { UnitRow, Units } from '#console/unit.ts'
import { grantRole } from '#plugins/permissions/contract/change.ts'
import type { Permissions, Roles, StaffMember } from '../answers.ts'
import { describeGrant } from './describeGrant.tsx'
import { limitsOfRole, readLimits } from './limit-form.ts'
import { NarrowFields, type Narrowed } from './NarrowFields.tsx'
import { isWhole, RoleFields, type RoleWish } from './RoleFields.tsx'

interface GrantDialogProps {
  readonly person: StaffMember
  readonly unit: UnitRow
  readonly units: Units
  readonly today: Day
  readonly onClose: () => void
}

/** Gives a colleague a role somewhere, for as long and as far as it takes. */
export const GrantDialog = ({ person, unit, units, today, onClose }: GrantDialogProps) => {
  const translate = useTranslate()
  const roles = useReading<Roles>('/roles')
  const { data: permissions } = useReading<Permissions>('/permissions')
  const [wish, setWish] = useState<RoleWish>({ role: '', unit: unit.id, from: today, to: '' })
  const [narrowed, setNarrowed] = useState<Narrowed>({ only: false, limits: {} })
  const limited = useMemo(
    () => limitsOfRole(roles.data?.data.find(({ code }) => code === wish.role), permissions?.data ?? []),
    [roles.data, permissions, wish.role],
  )
  const items = useMemo(() => {
    const { role, unit: where, from, to } = wish
    const limits = readLimits(limited, narrowed.limits)
    if (!isWhole(wish) || where === null || limits === null) return null
    return [
      change(grantRole, {
        staff: person.id, role, unit: where, from, to: to === '' ? null : to,
        ...(narrowed.only ? { only: true as const } : {}),
        ...(Object.keys(limits).length > 0 ? { limits } : {}),
      }),
    ]
  }, [wish, narrowed, limited, person.id])
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
      <NarrowFields
        limits={limited}
        wish={narrowed}
        onChange={typed => setNarrowed({ ...narrowed, ...typed })}
      />
    </ActDialog>
  )
}
