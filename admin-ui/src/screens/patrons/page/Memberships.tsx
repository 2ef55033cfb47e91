import { Box, Button, Chip, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { useTrying } from '#console/trying.ts'
import { useUnitLink } from '#console/unit.ts'
import type { PatronMembership, PatronPage } from '#plugins/patrons/contract/page.ts'
import { money } from '../money.ts'
import { ConfirmDialog } from '../online/ConfirmDialog.tsx'
import { EndDialog } from './EndDialog.tsx'
import { RenewDialog } from './RenewDialog.tsx'
import { plainDay } from '../plain-day.ts'

/** Where somebody is a member: until when, what it cost, and the acts on it. */
export const Memberships = ({ patron }: { readonly patron: PatronPage }) => {
  const translate = useTranslate()
  return (
    <Section title={translate('patrons.membership.title')}>
      <Stack spacing={3}>
        {patron.memberships.map(one => (
          <Membership key={one.id} membership={one} patron={patron} />
        ))}
      </Stack>
    </Section>
  )
}

const Membership = ({ membership, patron }: { readonly membership: PatronMembership; readonly patron: PatronPage }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const navigate = useNavigate()
  const [open, setOpen] = useState<Dialog | null>(null)
  const { library, branch, typeName, sentence, isValid, discreet } = membership
  return (
    <Box component="section" aria-label={library.name}>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" sx={{ flex: '1 1 14rem' }}>
          {library.name}, {branch.name}
        </Typography>
        {membership.mayChange && <Acts membership={membership} onOpen={setOpen} />}
      </Stack>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography>{typeName}</Typography>
        <Chip size="small" color={isValid ? 'success' : 'warning'} variant="outlined" label={sentence}
          sx={{ maxWidth: '100%', height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal' } }} />
        {discreet && <Chip size="small" label={translate('patrons.membership.discreet')} />}
      </Stack>
      <Periods periods={membership.periods} />
      {open === 'confirm' && (
        <ConfirmDialog membership={membership.id} name={patron.name} onClose={() => setOpen(null)}
          onDone={({ person }) => {
            setOpen(null)
            if (person !== patron.id) void navigate(link(`/patrons/${person}`))
          }} />
      )}
      {open === 'renew' && <RenewDialog membership={membership} name={patron.name} onClose={() => setOpen(null)} />}
      {open === 'end' && <EndDialog membership={membership} name={patron.name} onClose={() => setOpen(null)} />}
    </Box>
  )
}

type Dialog = 'confirm' | 'renew' | 'end'

interface ActsProps {
  readonly membership: PatronMembership
  readonly onOpen: (dialog: Dialog) => void
}

const Acts = ({ membership: { id, internetBlock, endsOn, status }, onOpen }: ActsProps) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const act = (path: string) =>
    void trying(async () => {
      await call(`/memberships/${id}/${path}`, { method: 'POST', body: {} })
      await readAgain()
    })
  const hasEnded = status === 9
  return (
    <>
      {internetBlock && (
        <Button size="small" variant="contained" onClick={() => onOpen('confirm')}>
          {translate('patrons.online.confirm')}
        </Button>
      )}
      <Button size="small" variant="outlined" onClick={() => onOpen('renew')}>
        {translate(hasEnded ? 'patrons.renew.again' : 'patrons.renew.ask')}
      </Button>
      {!hasEnded && endsOn && (
        <Button size="small" variant="outlined" loading={busy} onClick={() => act('keeping')}>
          {translate('patrons.end.keep')}
        </Button>
      )}
      {!hasEnded && !endsOn && (
        <Button size="small" variant="outlined" color="error" onClick={() => onOpen('end')}>
          {translate('patrons.end.ask')}
        </Button>
      )}
      <Refused problem={problem} faults />
    </>
  )
}

const Periods = ({ periods }: Pick<PatronMembership, 'periods'>) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Box component="ul" aria-label={translate('patrons.membership.periods')} sx={{ m: 0, mt: 1, pl: 2.5 }}>
      {periods.map(({ id, act, from, until, feeCents, reductionCents, typeName, by }) => (
        <Typography component="li" key={id} variant="body2" color="textSecondary">
          {translate('patrons.membership.period', {
            act, type: typeName, from: plainDay(language, from), until: plainDay(language, until), fee: money(language, feeCents),
          })}
          {reductionCents > 0 && `, ${translate('patrons.membership.reduction', { amount: money(language, reductionCents) })}`}
          {by && ` (${by})`}
        </Typography>
      ))}
    </Box>
  )
}
