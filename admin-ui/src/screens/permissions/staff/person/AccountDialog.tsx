import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change, type Version } from '#console/change/change.ts'
import { useMe } from '#console/session.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { mayAt, useUnits, type Units } from '#console/unit.ts'
import { openAccount } from '#plugins/permissions/contract/change.ts'
import { permissions } from '#plugins/permissions/contract/permission.ts'
import type { StaffDetail } from '../../answers.ts'
import { StaffField, type Person } from '../../rights/StaffField.tsx'

interface AccountDialogProps {
  readonly person: StaffDetail
  readonly units: Units
  readonly onClose: () => void
}

/** Where somebody works, until when, and who stands in for them. */
export const AccountDialog = ({ person, units, onClose }: AccountDialogProps) => {
  const translate = useTranslate()
  const me = useMe()
  const today = todayHere()
  const [unit, setUnit] = useState<UnitId | null>(person.homeUnit?.id ?? null)
  const [from, setFrom] = useState<string>(person.from && person.from > today ? person.from : today)
  const [to, setTo] = useState(person.to ?? '')
  const [substitute, setSubstitute] = useState<Person | null>(person.substitute)
  const ends = isDay(to) && to < from
  const items = useMemo(() => {
    if (unit === null || !isDay(from) || (to !== '' && (!isDay(to) || to < from))) return null
    const wish = { staff: person.id, unit, from, to: to === '' ? null : to }
    return [change(openAccount, substitute ? { ...wish, substitute: substitute.id } : wish)]
  }, [person.id, unit, from, to, substitute])
  return (
    <ActDialog
      title={translate('permissions.account.title', { name: person.name })}
      act={translate('ra.action.save')}
      items={items}
      describe={version => <DescribedAccount version={version} />}
      onClose={onClose}
    >
      <UnitField
        label={translate('permissions.account.unit')}
        value={unit}
        onChange={setUnit}
        only={({ id }) => mayAt(me, units, permissions.manage, id)}
        required
        hint={translate('permissions.account.unitHint')}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <DayField
          place="/from"
          label={translate('permissions.account.from')}
          value={from}
          onChange={setFrom}
          near={today}
          required
        />
        <DayField
          place="/to"
          label={translate('permissions.account.to')}
          value={to}
          onChange={setTo}
          near={isDay(from) ? from : today}
          emptyHint={translate('permissions.grant.noEnd')}
          fault={ends ? translate('console.day.endsBeforeStart') : undefined}
        />
      </Box>
      <StaffField
        label={translate('permissions.account.substitute')}
        value={substitute}
        onChange={setSubstitute}
        besides={person.id}
      />
      <Typography variant="body2" color="textSecondary">
        {translate('permissions.account.substituteHint')}
      </Typography>
    </ActDialog>
  )
}

/** One of two versions, when two people moved the same colleague. */
const DescribedAccount = ({ version: { unit, from, to, body } }: { readonly version: Version }) => {
  const translate = useTranslate()
  const units = useUnits()
  const period = usePeriod()
  if (body === null) return <Typography>{translate('permissions.staff.state.disabled')}</Typography>
  return (
    <Typography>
      {units?.byId.get(unit)?.name}, {period({ from, to }, todayHere())}
    </Typography>
  )
}
