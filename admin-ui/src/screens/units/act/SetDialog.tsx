import { Box, Button, Chip, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useCallback, useMemo, useState } from 'react'
import type { Day, UnitId } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { FaultAt } from '#console/change/ActDialogFault.tsx'
import { change } from '#console/change/change.ts'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { pathOf, type UnitRow, type Units } from '#console/unit.ts'
import { setKinds, setMembers, type SetKind } from '#plugins/units/contract.ts'
import type { UnitSetRow } from '../answers.ts'
import { describeSet } from './describeSet.tsx'

interface SetDialogProps {
  readonly owner: UnitId
  /** Null: a new one. */
  readonly set: UnitSetRow | null
  readonly units: Units
  readonly today: Day
  readonly onClose: () => void
}

interface SetForm {
  readonly code: string
  readonly name: string
  readonly kind: SetKind
  readonly members: readonly UnitId[]
  readonly from: string
}

const formOf = (set: UnitSetRow | null, today: Day): SetForm => ({
  code: set?.code ?? '',
  name: set?.name ?? '',
  kind: set?.kind ?? 'branch-group',
  members: set?.members.map(({ id }) => id) ?? [],
  from: today,
})

/** Makes a set of units beside the tree, changes who belongs to it, or gives it up. */
export const SetDialog = ({ owner, set, units, today, onClose }: SetDialogProps) => {
  const translate = useTranslate()
  const first = useMemo(() => formOf(set, today), [set, today])
  const draft = useDraft(`units.set ${owner} ${set?.code ?? ''}`, first)
  const [gone, setGone] = useState(false)
  const { code, name, kind, members, from } = draft.value
  const type = (typed: Partial<SetForm>) => draft.set(before => ({ ...before, ...typed }))
  const items = useMemo(() => {
    const same = set !== null && !draft.touched && !gone
    const complete = !same && isDay(from) && /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(code) && name.trim() !== ''
    return complete
      ? [
          change(setMembers, {
            unit: owner,
            code,
            from,
            set: gone ? null : { kind, name: name.trim(), members: [...members] },
          }),
        ]
      : null
  }, [owner, code, name, kind, members, from, gone, set, draft.touched])
  const may = useCallback(
    (unit: UnitRow) =>
      !members.includes(unit.id) && unit.id !== owner && pathOf(units, unit.id).some(({ id }) => id === owner),
    [members, owner, units],
  )
  return (
    <ActDialog
      title={translate(set ? 'units.set.edit' : 'units.set.add', { name: set?.name ?? '' })}
      act={translate('console.change.save')}
      items={items}
      describe={describeSet}
      keeps
      onClose={onClose}
      onSaved={draft.forget}
    >
      <DraftKept draft={draft} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' } }}>
        <TextField
          label={translate('units.field.name')}
          value={name}
          onChange={event => type({ name: event.target.value })}
          required
          disabled={gone}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <FaultAt place="/code">
          {fault => (
            <TextField
              label={translate('units.field.code')}
              value={code}
              onChange={event => type({ code: event.target.value })}
              required
              error={fault !== undefined}
              helperText={fault ?? translate('units.set.codeHint')}
              slotProps={{ htmlInput: { maxLength: 40, readOnly: set !== null } }}
            />
          )}
        </FaultAt>
      </Box>
      <TextField
        select
        label={translate('units.set.kindLabel')}
        value={kind}
        onChange={event => type({ kind: event.target.value as SetKind })}
        disabled={gone}
      >
        {setKinds.map(one => (
          <MenuItem key={one} value={one}>
            {translate(`units.set.kind.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box>
        <Typography variant="h3" sx={{ mb: 1 }}>
          {translate('units.set.members', { smart_count: members.length })}
        </Typography>
        <Stack
          direction="row"
          useFlexGap
          component="ul"
          sx={{ listStyle: 'none', p: 0, m: 0, mb: 1.5, gap: 0.75, flexWrap: 'wrap' }}
        >
          {members.map(id => {
            const label = units.byId.get(id)?.name ?? set?.members.find(member => member.id === id)?.name ?? id
            return (
              <li key={id}>
                <Chip
                  label={label}
                  variant="outlined"
                  disabled={gone}
                  aria-label={translate('units.set.remove', { name: label })}
                  onDelete={() => type({ members: members.filter(other => other !== id) })}
                />
              </li>
            )
          })}
        </Stack>
        {!gone && (
          <UnitField
            place="/members"
            key={members.length}
            label={translate('units.set.addMember')}
            value={null}
            onChange={id => {
              if (id) type({ members: [...members, id] })
            }}
            only={may}
          />
        )}
      </Box>
      <DayField
        place="/from"
        label={translate('units.form.from')}
        value={from}
        onChange={day => type({ from: day })}
        near={today}
        required
      />
      {set && (
        <div>
          <Button color={gone ? 'primary' : 'error'} onClick={() => setGone(!gone)}>
            {translate(gone ? 'units.set.keep' : 'units.set.giveUp')}
          </Button>
        </div>
      )}
    </ActDialog>
  )
}
