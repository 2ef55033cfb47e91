import { Alert, MenuItem, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { newId } from '#console/change/change.ts'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import type { Problem } from '#console/problem.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import type { RenewalPlan, TypesOffered } from '#plugins/patrons/contract/enrolment.ts'
import type { PatronMembership } from '#plugins/patrons/contract/page.ts'
import { money } from '../money.ts'
import { useSaid } from '../said.ts'
import { plainDay } from '../plain-day.ts'

interface RenewDialogProps {
  readonly membership: PatronMembership
  readonly name: string
  readonly onClose: () => void
}

/** Another period, or another type: from when to when and for how much is told before it is done. */
export const RenewDialog = ({ membership, name, onClose }: RenewDialogProps) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const [id] = useState(newId)
  const [type, setType] = useState(membership.type)
  const types = useReading<TypesOffered>('/membership-types', { branch: membership.branch.id })
  const plan = useQuery<RenewalPlan, Problem>({
    queryKey: ['/renewal-plan', membership.id, membership.version, type], staleTime: 0,
    queryFn: ({ signal }) => call<RenewalPlan>(`/memberships/${membership.id}/renewal-plan`, { method: 'POST', body: { type }, signal }),
  })
  const { busy, problem, trying } = useTrying()
  const send = () =>
    trying(async () => {
      await call(`/memberships/${membership.id}/renewal`, { method: 'POST', body: { id, version: membership.version, type } })
      await readAgain()
      onClose()
    })
  return (
    <FormDialog title={translate('patrons.renew.title', { name })} act={translate('patrons.renew.act')} width="sm"
      ready={plan.data?.faults.length === 0} busy={busy} onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} faults />
      <TextField select label={translate('patrons.field.type')} value={type} onChange={event => setType(event.target.value)}>
        {(types.data?.data ?? [{ code: membership.type, name: membership.typeName }]).map(({ code, name: title }) => (
          <MenuItem key={code} value={code}>
            {code} {title}
          </MenuItem>
        ))}
      </TextField>
      <Answered reading={plan}>{known => <Plan plan={known} />}</Answered>
    </FormDialog>
  )
}

const Plan = ({ plan: { from, until, feeCents, tariffCents, owedCents, reductionCents, rule, faults } }: { readonly plan: RenewalPlan }) => {
  const translate = useTranslate()
  const language = useLocale()
  const said = useSaid()
  if (faults.length > 0) return faults.map(({ code, message }) => <Alert key={code} severity="error">{said(message)}</Alert>)
  return (
    <>
      <Typography>
        {translate('patrons.plan', { from: plainDay(language, from), until: plainDay(language, until), fee: money(language, feeCents) })}
      </Typography>
      {reductionCents > 0 && (
        <Typography>
          {translate('patrons.renew.reduction', { tariff: money(language, tariffCents), amount: money(language, reductionCents) })}{' '}
          {owedCents > 0 && translate('patrons.renew.owed', { amount: money(language, owedCents) })}
        </Typography>
      )}
      <Alert severity="info">{said(rule.message)}</Alert>
    </>
  )
}
