import { Alert, Box, MenuItem, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { languages, type Texts } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { faultText, type Problem } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { todayHere } from '#console/time/day.ts'
import { DayField } from '#console/time/DayField.tsx'
import { useTrying } from '#console/trying.ts'
import type { CancelAsked } from '#plugins/patrons/contract/act.ts'
import type { CancelPlan, PatronMembership } from '#plugins/patrons/contract/page.ts'
import { endTitles } from '#plugins/patrons/contract/words.ts'
import { useSaid } from '../said.ts'

interface EndDialogProps {
  readonly membership: Pick<PatronMembership, 'id' | 'version'>
  readonly name: string
  readonly onClose: () => void
}

const whens = ['now', 'expiry', 'day'] as const

/** Cancels a membership: when, why, and what follows from it, before the button is pressed. */
export const EndDialog = ({ membership, name, onClose }: EndDialogProps) => {
  const translate = useTranslate()
  const locale = useLocale()
  const language = languages.find(one => one === locale) ?? 'nl'
  const readAgain = useReadAgain()
  const [when, setWhen] = useState<CancelAsked['when']>('now')
  const [reason, setReason] = useState<CancelAsked['reason'] | ''>('')
  const [day, setDay] = useState('')
  const isDeath = reason === 'deceased'
  const isWhole = reason !== '' && (when !== 'day' || day !== '') && (!isDeath || day !== '')
  const asked = { when: isDeath ? 'now' : when, reason, ...(isDeath ? { deceasedOn: day } : when === 'day' ? { day } : {}) }
  const plan = useQuery<CancelPlan, Problem>({
    queryKey: ['/end-plan', membership.id, membership.version, asked], enabled: isWhole, staleTime: 0, retry: false,
    queryFn: ({ signal }) => call<CancelPlan>(`/memberships/${membership.id}/end-plan`, { method: 'POST', body: asked, signal }),
  })
  const { busy, problem, trying } = useTrying()
  const send = () =>
    trying(async () => {
      await call(`/memberships/${membership.id}/end`, { method: 'POST', body: { ...asked, version: membership.version } })
      await readAgain()
      onClose()
    })
  const wrong = faultText(plan.error, isDeath ? '/deceasedOn' : '/day')
  return (
    <FormDialog title={translate('patrons.end.title', { name })} act={translate('patrons.end.act')} width="sm" removes
      ready={isWhole && plan.isSuccess} busy={busy} onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} faults />
      <TextField select required label={translate('patrons.end.reason')} value={reason}
        onChange={event => setReason(event.target.value as CancelAsked['reason'])}>
        {Object.entries<Texts>(endTitles).map(([code, titles]) => (
          <MenuItem key={code} value={code}>
            {titles[language]}
          </MenuItem>
        ))}
      </TextField>
      {!isDeath && (
        <TextField select label={translate('patrons.end.when')} value={when} onChange={event => setWhen(event.target.value as CancelAsked['when'])}>
          {whens.map(one => (
            <MenuItem key={one} value={one}>
              {translate(`patrons.end.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {(isDeath || when === 'day') && (
        <DayField required label={translate(isDeath ? 'patrons.end.died' : 'patrons.end.on')} value={day} onChange={setDay}
          near={todayHere()} fault={wrong || undefined} />
      )}
      {isWhole && wrong === '' && <Answered reading={plan}>{known => <Follows plan={known} />}</Answered>}
    </FormDialog>
  )
}

const Follows = ({ plan: { follows, open } }: { readonly plan: CancelPlan }) => {
  const translate = useTranslate()
  const said = useSaid()
  return (
    <Box component="section" aria-label={translate('patrons.end.follows')}>
      <Typography variant="h3">{translate('patrons.end.follows')}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
        {follows.map(texts => (
          <li key={texts.nl}>{said(texts)}</li>
        ))}
      </Box>
      {open.length > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('patrons.end.open')} {open.map(said).join(', ')}
        </Alert>
      )}
    </Box>
  )
}
