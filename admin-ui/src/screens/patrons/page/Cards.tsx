import { Button, Chip, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { languages, type Texts } from '#core/contract.ts'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { useTrying } from '#console/trying.ts'
import type { PatronPage } from '#plugins/patrons/contract/page.ts'
import { blockTitles } from '#plugins/patrons/contract/words.ts'
import { CardDialog } from './CardDialog.tsx'
import { plainDay } from '../plain-day.ts'

type Card = PatronPage['cards'][number]

/** The cards of somebody: which one works, which was blocked or replaced. */
export const Cards = ({ patron }: { readonly patron: PatronPage }) => {
  const translate = useTranslate()
  const own = patron.memberships.filter(({ mayChange }) => mayChange)
  const [giving, setGiving] = useState<{ membership: string; replaces: Card | null } | null>(null)
  const [first] = own
  return (
    <Section
      title={translate('patrons.card.title')}
      actions={
        first && !patron.cards.some(({ until, mayChange }) => until === null && mayChange) && (
          <Button size="small" variant="outlined" onClick={() => setGiving({ membership: first.id, replaces: null })}>
            {translate('patrons.card.give')}
          </Button>
        )
      }
    >
      <Stack spacing={1.5}>
        {patron.cards.length === 0 && <Typography color="textSecondary">{translate('patrons.card.none')}</Typography>}
        {patron.cards.map(card => (
          <OneCard key={card.id} card={card} onReplace={() => setGiving({ membership: card.membership, replaces: card })} />
        ))}
      </Stack>
      {giving && <CardDialog {...giving} name={patron.name} onClose={() => setGiving(null)} />}
    </Section>
  )
}

const OneCard = ({ card, onReplace }: { readonly card: Card; readonly onReplace: () => void }) => {
  const translate = useTranslate()
  const language = useLocale()
  const readAgain = useReadAgain()
  const [blocking, setBlocking] = useState(false)
  const { busy, problem, trying } = useTrying()
  const { id, number, until, blockedOn, blockReason, mayChange } = card
  const unblock = () =>
    void trying(async () => {
      await call(`/cards/${id}/block`, { method: 'DELETE' })
      await readAgain()
    })
  return (
    <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      <Typography sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>{number}</Typography>
      {until && <Chip size="small" label={translate('patrons.card.replacedOn', { day: plainDay(language, until) })} />}
      {!until && blockedOn && (
        <Chip size="small" color="error" variant="outlined"
          label={translate('patrons.card.blockedOn', { day: plainDay(language, blockedOn), reason: blockReason ?? '' })} />
      )}
      {!until && mayChange && (
        <>
          {blockedOn ? (
            <Button size="small" loading={busy} onClick={unblock} aria-label={translate('patrons.card.unblockOne', { number })}>
              {translate('patrons.card.unblock')}
            </Button>
          ) : (
            <Button size="small" onClick={() => setBlocking(true)} aria-label={translate('patrons.card.blockOne', { number })}>
              {translate('patrons.card.block')}
            </Button>
          )}
          <Button size="small" onClick={onReplace} aria-label={translate('patrons.card.replaceOne', { number })}>
            {translate('patrons.card.replace')}
          </Button>
        </>
      )}
      <Refused problem={problem} faults />
      {blocking && <BlockDialog card={card} onClose={() => setBlocking(false)} />}
    </Stack>
  )
}

const BlockDialog = ({ card: { id, number }, onClose }: { readonly card: Card; readonly onClose: () => void }) => {
  const translate = useTranslate()
  const locale = useLocale()
  const language = languages.find(one => one === locale) ?? 'nl'
  const readAgain = useReadAgain()
  const [reason, setReason] = useState('lost')
  const { busy, problem, trying } = useTrying()
  const send = () =>
    trying(async () => {
      await call(`/cards/${id}/block`, { method: 'PUT', body: { reason } })
      await readAgain()
      onClose()
    })
  return (
    <FormDialog title={translate('patrons.card.blockOne', { number })} act={translate('patrons.card.block')} ready busy={busy} removes
      onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} faults />
      <TextField select label={translate('patrons.end.reason')} value={reason} onChange={event => setReason(event.target.value)}>
        {Object.entries<Texts>(blockTitles).map(([code, titles]) => (
          <MenuItem key={code} value={code}>
            {titles[language]}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  )
}
