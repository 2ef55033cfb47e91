import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useReading } from '#console/reading.ts'
import { todayHere } from '#console/time/day.ts'
import type { UnitRow, Units } from '#console/unit.ts'
import type { GrantRow, StaffMember } from '../answers.ts'
import { Access } from './Access.tsx'
import { GrantDialog } from './GrantDialog.tsx'
import { GrantWords } from './GrantWords.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

interface PersonDialogProps {
  readonly id: string
  readonly unit: UnitRow
  readonly units: Units
  readonly onClose: () => void
}

/** One colleague: their roles, and their way in. */
export const PersonDialog = ({ id, unit, units, onClose }: PersonDialogProps) => {
  const translate = useTranslate()
  const heading = useId()
  const today = todayHere()
  const reading = useReading<StaffMember>(`/staff/${id}`)
  const [granting, setGranting] = useState(false)
  const [withdrawn, setWithdrawn] = useState<GrantRow | null>(null)
  const person = reading.data
  const held = ({ roleName, unitName }: GrantRow) =>
    translate('permissions.staff.grant', { role: roleName, unit: unitName })
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading} sx={{ typography: 'h2' }}>
        {person?.name ?? '…'}
      </DialogTitle>
      <DialogContent>
        <Answered reading={reading}>
          {somebody => (
            <Stack spacing={3}>
              <Typography color="textSecondary">
                {somebody.email} · {somebody.homeUnit?.name}
              </Typography>
              <div>
                <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
                  {translate('permissions.staff.roles')}
                </Typography>
                {somebody.grants.length === 0 && (
                  <Typography color="textSecondary">{translate('permissions.staff.noRole')}</Typography>
                )}
                <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
                  {somebody.grants.map(grant => (
                    <Stack
                      key={grant.role + grant.unit}
                      component="li"
                      direction="row"
                      sx={{ gap: 2, py: 1, borderBottom: 1, borderColor: 'divider', alignItems: 'center' }}
                    >
                      <Stack sx={{ flex: 1 }}>
                        <GrantWords grant={grant} />
                      </Stack>
                      {somebody.mayManage && (
                        <Button
                          size="small"
                          color="error"
                          onClick={() => setWithdrawn(grant)}
                          aria-label={`${translate('permissions.withdraw.act')}: ${held(grant)}`}
                        >
                          {translate('permissions.withdraw.act')}
                        </Button>
                      )}
                    </Stack>
                  ))}
                </Stack>
                {somebody.mayManage && !somebody.disabled && (
                  <Button variant="outlined" sx={{ mt: 1.5 }} onClick={() => setGranting(true)}>
                    {translate('permissions.grant.add')}
                  </Button>
                )}
              </div>
              {somebody.mayManage && <Access person={somebody} />}
            </Stack>
          )}
        </Answered>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
      {granting && person && (
        <GrantDialog
          person={person}
          unit={unit}
          units={units}
          today={today}
          onClose={() => setGranting(false)}
        />
      )}
      {withdrawn && person && (
        <WithdrawDialog person={person} grant={withdrawn} today={today} onClose={() => setWithdrawn(null)} />
      )}
    </Dialog>
  )
}
