import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useCallback, useId, useState, type SubmitEvent } from 'react'
import { newId } from '#console/change/change.ts'
import { call } from '#console/http.ts'
import { faultText } from '#console/problem.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useMe } from '#console/session.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { isDay, todayHere } from '#console/time/day.ts'
import { DayField } from '#console/time/DayField.tsx'
import { useTrying } from '#console/trying.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { mayAt, pathOf, type UnitRow, type Units } from '#console/unit.ts'
import { signInPermissions } from '#plugins/sign-in/contract/permission.ts'
import type { GivableRoles, MadeToken } from '../answers.ts'
import { TokenShown } from './TokenShown.tsx'

interface TokenDialogProps {
  readonly unit: UnitRow
  readonly units: Units
  readonly onClose: () => void
}

const aYearOn = () => Temporal.PlainDate.from(todayHere()).add({ years: 1 }).toString()

/** A machine gets a way in: for what, in which role, where, until when. Ends with the token, shown once. */
export const TokenDialog = ({ unit, units, onClose }: TokenDialogProps) => {
  const translate = useTranslate()
  const heading = useId()
  const me = useMe()
  const readAgain = useReadAgain()
  const roles = useReading<GivableRoles>('/roles')
  const { busy, problem, trying } = useTrying()
  const [id] = useState(newId)
  const [wish, setWish] = useState({ name: '', role: '', unit: unit.id as string | null, expires: aYearOn() as string })
  const [made, setMade] = useState<MadeToken | null>(null)
  const set = (typed: Partial<typeof wish>) => setWish(before => ({ ...before, ...typed }))
  const only = useCallback((one: UnitRow) => mayAt(me, units, signInPermissions.tokens, one.id), [me, units])
  const path = wish.unit === null ? [] : pathOf(units, wish.unit)
  const givable = roles.data?.data.filter(({ mayGrant }) => path.some(one => mayGrant.includes(one.id))) ?? []
  const chosen = givable.some(({ code }) => code === wish.role) ? wish.role : ''
  const faultAt = (place: string) => faultText(problem, place)
  const ready = wish.name.trim() !== '' && chosen !== '' && wish.unit !== null && isDay(wish.expires)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void trying(async () => {
      const { unit: at, expires } = wish
      const body = { id, name: wish.name.trim(), unit: at, expires, grants: [{ role: chosen, unit: at }] }
      setMade(await whenConfirmed(() => call<MadeToken>('/tokens', { method: 'POST', body })))
      await readAgain()
    })
  }
  return (
    <Dialog open onClose={busy || made ? undefined : onClose} aria-labelledby={heading} maxWidth="sm" fullWidth>
      <DialogTitle id={heading} component="h2">
        {translate(made ? 'signIn.token.done' : 'signIn.token.makeAt', { unit: unit.name })}
      </DialogTitle>
      {made ? (
        <TokenShown token={made.token} name={made.machine.name} onClose={onClose} />
      ) : (
        <form onSubmit={submit}>
          <DialogContent>
            <Stack spacing={2.5} sx={{ pt: 1 }}>
              <Refused problem={problem} faults />
              <TextField
                label={translate('signIn.token.what')}
                helperText={faultAt('/name') || translate('signIn.token.whatHint')}
                error={faultAt('/name') !== ''}
                value={wish.name}
                onChange={event => set({ name: event.target.value })}
                required
                autoFocus
                autoComplete="off"
                slotProps={{ htmlInput: { maxLength: 120 } }}
              />
              <UnitField
                label={translate('signIn.token.where')}
                value={wish.unit}
                onChange={at => set({ unit: at })}
                only={only}
                required
                hint={translate('signIn.token.whereHint')}
              />
              <TextField
                select
                label={translate('signIn.token.role')}
                helperText={translate('signIn.token.roleHint')}
                value={chosen}
                onChange={event => set({ role: event.target.value })}
                required
              >
                {givable.map(({ code, name }) => (
                  <MenuItem key={code} value={code}>
                    {name}
                  </MenuItem>
                ))}
              </TextField>
              <DayField
                label={translate('signIn.token.until')}
                value={wish.expires}
                onChange={expires => set({ expires })}
                near={todayHere()}
                fault={faultAt('/expires') || undefined}
                required
              />
            </Stack>
          </DialogContent>
          <DialogActions sx={{ px: 3, pb: 2 }}>
            <Button onClick={onClose} disabled={busy}>
              {translate('ra.action.cancel')}
            </Button>
            <Button type="submit" variant="contained" loading={busy} disabled={!ready}>
              {translate('signIn.token.make')}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  )
}
