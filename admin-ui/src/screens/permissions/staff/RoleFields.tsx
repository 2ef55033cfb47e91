import { Box, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useCallback } from 'react'
import type { Day, UnitId } from '#core/contract.ts'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { pathOf, type UnitRow, type Units } from '#console/unit.ts'
import type { RoleRow } from '../answers.ts'

/** Which role, where, and for how long. */
export interface RoleWish {
  readonly role: string
  readonly unit: UnitId | null
  readonly from: string
  readonly to: string
}

export const isWhole = ({ role, unit, from, to }: RoleWish) =>
  role !== '' && unit !== null && isDay(from) && (to === '' || (isDay(to) && to >= from))

interface RoleFieldsProps {
  readonly roles: readonly RoleRow[]
  readonly units: Units
  readonly wish: RoleWish
  readonly today: Day
  readonly onChange: (change: Partial<RoleWish>) => void
}

const mayGive = (role: RoleRow, units: Units, unit: UnitId) =>
  pathOf(units, unit).some(({ id }) => role.mayGrant.includes(id))

/** Roles one may hand out oneself, what each is for, and where and until when it holds. */
export const RoleFields = ({ roles, units, wish, today, onChange }: RoleFieldsProps) => {
  const translate = useTranslate()
  const faultAt = useFaultAt()
  const chosen = roles.find(({ code }) => code === wish.role)
  const only = useCallback(
    (unit: UnitRow) => chosen === undefined || mayGive(chosen, units, unit.id),
    [chosen, units],
  )
  return (
    <>
      <FormControl required>
        <FormLabel id="role-choice">{translate('permissions.grant.role')}</FormLabel>
        <RadioGroup
          aria-labelledby="role-choice"
          value={wish.role}
          onChange={(_, role) => onChange({ role: role as string })}
        >
          {roles
            .filter(({ mayGrant }) => mayGrant.length > 0)
            .map(({ code, name }) => (
              <FormControlLabel
                key={code}
                value={code}
                control={<Radio />}
                sx={{ alignItems: 'flex-start', mb: 0.5 }}
                label={
                  <Box sx={{ pt: 1 }}>
                    <Typography sx={{ fontWeight: 600, '&::first-letter': { textTransform: 'uppercase' } }}>
                      {name}
                    </Typography>
                    <Typography variant="body2" color="textSecondary">
                      {translate(`permissions.roles.about.${code}`, { _: '' })}
                    </Typography>
                  </Box>
                }
              />
            ))}
        </RadioGroup>
      </FormControl>
      <UnitField
        label={translate('permissions.grant.where')}
        value={wish.unit}
        onChange={unit => onChange({ unit })}
        only={only}
        required
        hint={faultAt('/payload/unit') ?? translate('permissions.grant.whereHint')}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <DayField
          label={translate('permissions.grant.from')}
          value={wish.from}
          onChange={from => onChange({ from })}
          near={today}
          fault={faultAt('/from')}
          required
        />
        <DayField
          label={translate('console.day.to')}
          value={wish.to}
          onChange={to => onChange({ to })}
          near={isDay(wish.from) ? wish.from : today}
          emptyHint={translate('permissions.grant.noEnd')}
          fault={
            isDay(wish.to) && wish.to < wish.from ? translate('console.day.endsBeforeStart') : faultAt('/to')
          }
        />
      </Box>
    </>
  )
}
