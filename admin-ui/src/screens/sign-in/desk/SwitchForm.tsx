import BadgeIcon from '@mui/icons-material/BadgeOutlined'
import { Avatar, Box, Button, InputAdornment, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef, useState, type SubmitEvent } from 'react'
import { call } from '#console/http.ts'
import { Refused } from '#console/Refused.tsx'
import type { Me } from '#console/session.ts'
import { useTrying } from '#console/trying.ts'
import type { ThisDesk } from '../answers.ts'

interface SwitchFormProps {
  readonly desk: ThisDesk
  readonly onSwitched: (me: Me) => void
}

type Shown = { readonly badge: string } | { readonly staff: string; readonly pin: string }

/** A badge under the scanner, which types its number and Enter; or a name and a PIN. */
export const SwitchForm = ({ desk, onSwitched }: SwitchFormProps) => {
  const translate = useTranslate()
  const { busy, problem, trying } = useTrying()
  const [badge, setBadge] = useState('')
  const [person, setPerson] = useState<ThisDesk['people'][number] | null>(null)
  const scanner = useRef<HTMLInputElement>(null)
  const show = async (body: Shown) => {
    const done = await trying(async () =>
      onSwitched(await call<Me>('/desk/switch', { method: 'POST', body, aboutSession: true })),
    )
    if (done) return
    setBadge('')
    // The next scan must land in an empty field.
    if ('badge' in body) scanner.current?.focus()
  }
  const scan = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    // Read from the field itself: a scanner is faster than the next drawing.
    const scanned = scanner.current?.value.trim() ?? ''
    if (scanned !== '') void show({ badge: scanned })
  }
  return (
    <Stack spacing={2.5}>
      <Refused problem={problem} />
      <Box component="form" onSubmit={scan} aria-label={translate('signIn.desk.byBadge')}>
        <TextField
          label={translate('signIn.desk.badge')}
          helperText={translate('signIn.desk.badgeHint')}
          type="password"
          autoComplete="one-time-code"
          size="medium"
          fullWidth
          autoFocus
          inputRef={scanner}
          value={badge}
          onChange={event => setBadge(event.target.value)}
          slotProps={{
            htmlInput: { maxLength: 64 },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <BadgeIcon aria-hidden />
                </InputAdornment>
              ),
            },
          }}
        />
      </Box>
      {desk.people.length > 0 && (
        <Box component="section" aria-labelledby="desk-people">
          <Typography id="desk-people" variant="h3" component="h2" sx={{ mb: 1 }}>
            {translate('signIn.desk.byPin')}
          </Typography>
          {person ? (
            <Pin
              key={person.id}
              name={person.name}
              busy={busy}
              onPin={pin => void show({ staff: person.id, pin })}
              onBack={() => setPerson(null)}
            />
          ) : (
            <People people={desk.people} onPick={setPerson} />
          )}
        </Box>
      )}
    </Stack>
  )
}

interface PeopleProps {
  readonly people: ThisDesk['people']
  readonly onPick: (person: ThisDesk['people'][number]) => void
}

const People = ({ people, onPick }: PeopleProps) => (
  <Box
    component="ul"
    sx={{
      listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1,
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(13rem, 100%), 1fr))',
    }}
  >
    {people.map(person => (
      <li key={person.id}>
        <Button
          fullWidth
          variant="outlined"
          onClick={() => onPick(person)}
          sx={{ justifyContent: 'flex-start', textAlign: 'left', gap: 1.5, borderColor: 'divider', color: 'text.primary' }}
        >
          <Avatar
            aria-hidden
            sx={{ width: 30, height: 30, fontSize: '0.8rem', fontWeight: 700, bgcolor: 'secondary.main', color: 'secondary.contrastText' }}
          >
            {person.initials ?? person.name.slice(0, 1)}
          </Avatar>
          {person.name}
        </Button>
      </li>
    ))}
  </Box>
)

interface PinProps {
  readonly name: string
  readonly busy: boolean
  readonly onPin: (pin: string) => void
  readonly onBack: () => void
}

const Pin = ({ name, busy, onPin, onBack }: PinProps) => {
  const translate = useTranslate()
  const [pin, setPin] = useState('')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onPin(pin)
    setPin('')
  }
  return (
    <Stack component="form" spacing={1.5} onSubmit={submit}>
      <TextField
        label={translate('signIn.desk.pin', { name })}
        type="password"
        autoComplete="one-time-code"
        size="medium"
        required
        autoFocus
        value={pin}
        onChange={event => setPin(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 12 } }}
      />
      <Stack direction="row" spacing={1}>
        <Button type="submit" variant="contained" loading={busy} disabled={pin === ''}>
          {translate('signIn.desk.go')}
        </Button>
        <Button onClick={onBack}>{translate('signIn.desk.other')}</Button>
      </Stack>
    </Stack>
  )
}
