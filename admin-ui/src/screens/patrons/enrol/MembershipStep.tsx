import { Alert, MenuItem, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { call } from '#console/http.ts'
import { faultText, type Problem } from '#console/problem.ts'
import { useReading } from '#console/reading.ts'
import { useMe } from '#console/session.ts'
import { mayAt, useUnits } from '#console/unit.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import type { EnrolmentPlan, TypesOffered } from '#plugins/patrons/contract/enrolment.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'
import { money } from '../money.ts'
import { useSaid } from '../said.ts'
import type { StepProps } from './PersonStep.tsx'
import { plainDay } from '../plain-day.ts'

/** The third screen: what they become, until when and for how much, and by which rule of cooperation. */
export const MembershipStep = ({ wish, set, problem }: StepProps) => {
  const translate = useTranslate()
  const me = useMe()
  const units = useUnits()
  const types = useReading<TypesOffered>('/membership-types', { branch: wish.branch }, { enabled: wish.branch !== '' })
  const { branch, type, bornOn, onto } = wish
  const asked = {
    branch, type, ...(bornOn && { bornOn }), ...(onto && { onto: onto.id }),
    ...(wish.address.postalCode.trim() && { postalCode: wish.address.postalCode.trim() }),
  }
  const plan = useQuery<EnrolmentPlan, Problem>({
    queryKey: ['/patrons/plan', asked], enabled: type !== '' && branch !== '', staleTime: 0, retry: false,
    queryFn: ({ signal }) => call<EnrolmentPlan>('/patrons/plan', { method: 'POST', body: asked, signal }),
  })
  const wrong = (name: string) => faultText(problem, `/${name}`)
  return (
    <>
      {onto && <Alert severity="info">{translate('patrons.enrol.onto', { name: onto.name })}</Alert>}
      <UnitField label={translate('patrons.field.branch')} value={branch || null} required onChange={unit => set({ branch: unit ?? '' })}
        only={unit => (unit.type === 'branch' || unit.type === 'bookmobile') && units !== undefined && mayAt(me, units, permissions.register, unit.id)} />
      <TextField select required label={translate('patrons.field.type')} value={type} onChange={event => set({ type: event.target.value })}
        error={wrong('type') !== ''} helperText={wrong('type')}>
        {(types.data?.data ?? []).filter(({ kind }) => kind === wish.kind || kind === 'none').map(({ code, name }) => (
          <MenuItem key={code} value={code}>
            {code} {name}
          </MenuItem>
        ))}
      </TextField>
      {type !== '' && <Answered reading={plan}>{known => <Plan plan={known} />}</Answered>}
      <TextField label={translate('patrons.field.card')} value={wish.card} onChange={event => set({ card: event.target.value })}
        error={wrong('card') !== ''} helperText={wrong('card') || translate('patrons.card.hint')}
        slotProps={{ htmlInput: { maxLength: 20, autoComplete: 'off', inputMode: 'numeric' } }} />
    </>
  )
}

const Plan = ({ plan: { from, until, feeCents, rule, isRefused, age, depositCents } }: { readonly plan: EnrolmentPlan }) => {
  const translate = useTranslate()
  const language = useLocale()
  const said = useSaid()
  return (
    <>
      {!isRefused && (
        <Typography>
          {translate('patrons.plan', { from: plainDay(language, from), until: plainDay(language, until), fee: money(language, feeCents) })}
          {depositCents > 0 && ` ${translate('patrons.enrol.deposit', { amount: money(language, depositCents) })}`}
        </Typography>
      )}
      <Alert severity={isRefused ? 'error' : 'info'}>{said(rule.message)}</Alert>
      {age && <Alert severity="warning">{said(age)}</Alert>}
    </>
  )
}
