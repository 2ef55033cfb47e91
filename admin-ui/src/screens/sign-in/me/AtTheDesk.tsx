import { Box, Button, Stack, TextField, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { call } from '#console/http.ts'
import { Refused } from '#console/Refused.tsx'
import { useReadAgain } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import type { Factors } from '../answers.ts'
import { RemoveAsked } from './RemoveAsked.tsx'

/** The badge and the PIN with which one takes over at a shared desk. */
export const AtTheDesk = ({ badge, pin }: Pick<Factors, 'badge' | 'pin'>) => {
  const translate = useTranslate()
  return (
    <Section title={translate('signIn.atDesk.title')} intro={translate('signIn.atDesk.intro')}>
      <Stack spacing={2} sx={{ maxWidth: 560 }}>
        <Means what="badge" held={badge} />
        <Means what="pin" held={pin} />
      </Stack>
    </Section>
  )
}

interface MeansProps {
  readonly what: 'badge' | 'pin'
  readonly held: boolean
}

const Means = ({ what, held }: MeansProps) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [typed, setTyped] = useState('')
  const keep = async (value: string | null) => {
    const body = { [what]: value }
    const done = await trying(() => whenConfirmed(() => call(`/desk/${what}`, { method: 'PUT', body })))
    if (!done) return
    setTyped('')
    notify(`signIn.atDesk.${what}${value === null ? 'Removed' : 'Set'}`, { type: 'success' })
    await readAgain()
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void keep(typed.trim())
  }
  return (
    <Box component="form" onSubmit={submit}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {translate(`signIn.atDesk.${what}`)}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {translate(`signIn.atDesk.${what}${held ? 'Held' : 'None'}`)}
      </Typography>
      <Refused problem={problem} faults />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', mt: 1 }}>
        <TextField
          label={translate(`signIn.atDesk.${what}New`)}
          helperText={translate(`signIn.atDesk.${what}Hint`)}
          // Not a password of this site: a password store would offer it at the wrong place.
          type="password"
          autoComplete="one-time-code"
          required
          value={typed}
          onChange={event => setTyped(event.target.value)}
          sx={{ flex: '1 1 14rem' }}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: what === 'pin' ? 8 : 200 } }}
        />
        <Button type="submit" variant="outlined" loading={busy} disabled={typed.trim() === ''} sx={{ minHeight: 40 }}>
          {translate('ra.action.save')}
        </Button>
        {held && (
          <RemoveAsked
            act={translate('signIn.second.remove')}
            label={translate(`signIn.atDesk.${what}Remove`)}
            sure={translate(`signIn.atDesk.${what}Sure`)}
            onRemove={() => keep(null)}
          />
        )}
      </Box>
    </Box>
  )
}
