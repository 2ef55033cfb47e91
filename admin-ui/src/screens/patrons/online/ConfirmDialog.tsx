import { Alert, Box, Checkbox, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { faultText } from '#console/problem.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import type { Double } from '#plugins/patrons/contract/enrolment.ts'
import type { WaitingOne } from '#plugins/patrons/contract/online.ts'
import type { PatronPage } from '#plugins/patrons/contract/page.ts'
import { money } from '../money.ts'
import { plainDay } from '../plain-day.ts'

/** Who was confirmed, as the person they turned out to be. */
export interface Confirmed {
  readonly person: string
  readonly name: string
}

interface ConfirmDialogProps {
  readonly membership: string
  readonly name: string
  readonly onClose: () => void
  readonly onDone: (confirmed: Confirmed) => void
}

/** The choice that nobody who looks the same is the one at the desk. */
const ANOTHER = 'another'

/** The desk compares who enrolled online with an identity card, says who they are, and confirms: one act. */
export const ConfirmDialog = ({ membership, name, onClose, onDone }: ConfirmDialogProps) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const reading = useReading<WaitingOne>(`/memberships/${membership}/online`, {}, { staleTime: 0, gcTime: 0 })
  const [who, setWho] = useState('')
  const [takesContact, setTakesContact] = useState(true)
  const [card, setCard] = useState('')
  const { busy, problem, trying } = useTrying()
  const waiting = reading.data
  const isJoined = who !== '' && who !== ANOTHER
  const number = card.trim().toUpperCase()
  const send = () =>
    trying(async () => {
      const body = {
        version: waiting?.version, ...(isJoined && { onto: who, takesContact }), ...(who === ANOTHER && { different: true }),
        ...(number !== '' && { card: number }),
      }
      const page = await call<PatronPage>(`/memberships/${membership}/confirmation`, { method: 'POST', body })
      onDone({ person: page.id, name: page.name })
      await readAgain()
    })
  return (
    <FormDialog title={translate('patrons.online.dialog', { name })} act={translate('patrons.online.act')} width="sm"
      ready={waiting !== undefined && (waiting.found.length === 0 || who !== '')} busy={busy} onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} />
      <Answered reading={reading}>
        {known => (
          <>
            <Typed waiting={known} />
            {known.found.length > 0 && <Who found={known.found} who={who} onChoose={setWho} />}
            {isJoined && (
              <Box>
                <FormControlLabel label={translate('patrons.online.contact')}
                  control={<Checkbox checked={takesContact} onChange={event => setTakesContact(event.target.checked)} />} />
              </Box>
            )}
            <TextField label={translate('patrons.field.card')} value={card} onChange={event => setCard(event.target.value)}
              autoFocus={known.found.length === 0} error={faultText(problem, '/card') !== ''}
              helperText={faultText(problem, '/card') || (known.card ? translate('patrons.online.card', { card: known.card }) : translate('patrons.online.cardAny'))}
              slotProps={{ htmlInput: { maxLength: 20, autoComplete: 'off', inputMode: 'numeric' } }} />
          </>
        )}
      </Answered>
    </FormDialog>
  )
}

/** What was filled in, to be held beside the card. */
const Typed = ({ waiting }: { readonly waiting: WaitingOne }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { name, bornOn, age, address, email, phones, typeName, branch, what, owes, feeCents } = waiting
  const facts = [
    ['patrons.field.name', name],
    ['patrons.fact.born', bornOn && `${plainDay(language, bornOn)}${age === null ? '' : ` (${translate('patrons.age', { age })})`}`],
    ['patrons.fact.address', address], ['patrons.fact.email', email], ['patrons.fact.phone', phones.join(', ')],
    ['patrons.membership.title', translate('patrons.online.typeOf', { type: typeName, branch: branch.name })],
  ] as const
  return (
    <>
      <Typography>{translate(what === 'renewed' ? 'patrons.online.check' : 'patrons.online.compare')}</Typography>
      <Box component="dl" aria-label={translate('patrons.online.typed')}
        sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'max-content 1fr' }, columnGap: 2, rowGap: 0.5 }}>
        {facts.map(([label, value]) => value && (
          <Box key={label} sx={{ display: 'contents' }}>
            <Typography component="dt" color="textSecondary">{translate(label)}</Typography>
            <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>{value}</Typography>
          </Box>
        ))}
      </Box>
      {owes && <Alert severity="info">{translate('patrons.online.owes', { fee: money(language, feeCents) })}</Alert>}
    </>
  )
}

interface WhoProps {
  readonly found: readonly Double[]
  readonly who: string
  readonly onChoose: (who: string) => void
}

/** Somebody with this name and day of birth is known: the same, or a twin or namesake. */
const Who = ({ found, who, onChoose }: WhoProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const where = ({ libraries }: Double) => (libraries.length > 0
    ? translate('patrons.double.memberAt', { names: libraries.map(({ name }) => name).join(', ') }) : translate('patrons.double.noMember'))
  return (
    <FormControl>
      <FormLabel id="who">{translate('patrons.online.choose')}</FormLabel>
      <RadioGroup aria-labelledby="who" value={who} sx={{ mt: 1, gap: 0.5 }} onChange={event => onChoose(event.target.value)}>
        {found.map((double, n) => (
          <FormControlLabel key={double.id} value={double.id} control={<Radio autoFocus={n === 0} />}
            label={`${translate('patrons.online.same', { name: double.name, born: double.bornOn ? plainDay(language, double.bornOn) : '' })} (${where(double)})`} />
        ))}
        <FormControlLabel value={ANOTHER} control={<Radio />} label={translate('patrons.online.another')} />
      </RadioGroup>
    </FormControl>
  )
}
