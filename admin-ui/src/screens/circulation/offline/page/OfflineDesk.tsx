import VolumeOff from '@mui/icons-material/VolumeOffOutlined'
import VolumeUp from '@mui/icons-material/VolumeUpOutlined'
import { Alert, Box, Button, IconButton, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material'
import { useRef, useState } from 'react'
import { formatDay } from '#console/time/day.ts'
import { Views } from '#console/Views.tsx'
import { useKeys } from '../../desk/keys.ts'
import { ScanField } from '../../desk/ScanField.tsx'
import { isSilent, setSilent } from '../../desk/sound.ts'
import type { KeptAct, KeptKit } from '../kept-kit.ts'
import { formatHour, formatMoment } from '../moment.ts'
import { dueOf, isOver, today } from './due.ts'
import { language, say } from './said.ts'
import { useOfflineDesk, type Mode } from './session.ts'

const modes: readonly Mode[] = ['lend', 'return']

/** Lending and taking in without a server: one field for whatever is scanned. */
export const OfflineDesk = ({ kit }: { readonly kit: KeptKit }) => {
  const desk = useOfflineDesk(kit)
  const field = useRef<HTMLInputElement>(null)
  const waiting = useRef<HTMLHeadingElement>(null)
  const { mode, card } = desk
  const next = () => {
    desk.close()
    field.current?.focus()
  }
  useKeys(key => {
    if (key === 'F4') void desk.undo()
    else if (key === 'F8') desk.setMode(mode === 'lend' ? 'return' : 'lend')
    else if (key === 'F9') waiting.current?.focus()
    else next()
  })
  const hint = mode === 'return' ? 'scanItem' : card ? 'scanItemOrCard' : 'scanCard'
  return (
    <Stack spacing={3}>
      <Age kit={kit} />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Views views={modes} value={mode} label={say('modes')} onChange={desk.setMode} words={name => say(name)} />
        <Sound />
      </Stack>
      {mode === 'lend' && <Kinds kit={kit} {...desk} />}
      <ScanField key={mode} ref={field} label={say(hint)} act={say(mode)} onScan={code => void desk.scan(code)} />
      {desk.problem !== null && <Alert severity="error" role="alert">{desk.problem}</Alert>}
      {mode === 'lend' && card && (
        <Box role="status">
          <Typography variant="h2">{say('card', { card: card.number })}</Typography>
          {card.blocked && <Alert severity="warning" sx={{ mt: 1 }}>{say('blocked')}</Alert>}
        </Box>
      )}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" onClick={() => void desk.undo()} disabled={desk.acts.length === 0}>{say('undo')}</Button>
        <Button variant="outlined" onClick={next} disabled={!card}>{say('next')}</Button>
      </Stack>
      <Box component="section" aria-labelledby="waiting">
        <Typography id="waiting" variant="h2" ref={waiting} tabIndex={-1} sx={{ mb: 1, '&:focus': { outline: 'none' } }}>
          {say('waiting', { count: desk.acts.length })}
        </Typography>
        <Stack role="log" aria-live="polite" aria-label={say('done')} spacing={1}>
          {desk.acts.length === 0 && <Typography color="textSecondary">{say('nothing')}</Typography>}
          {desk.acts.toReversed().map(act => <DoneLine key={act.id} act={act} />)}
        </Stack>
      </Box>
    </Stack>
  )
}

const Age = ({ kit }: { readonly kit: KeptKit }) => {
  const day = today(kit)
  const hours = day?.open ? say('open', { hours: day.hours.join(', ') }) : say('closed')
  return (
    <Box>
      <Typography color="textSecondary">{[say('age', { moment: formatMoment(language, kit.preparedAt) }), ...(day ? [hours] : [])].join(' · ')}</Typography>
      {isOver(kit) && <Alert severity="warning" sx={{ mt: 1 }}>{say('over')}</Alert>}
    </Box>
  )
}

interface KindsProps {
  readonly kit: KeptKit
  readonly material: string
  readonly setMaterial: (code: string) => void
  readonly membership: string
  readonly setMembership: (code: string) => void
}

/** What is lent and to what kind of member, as far as that is known: the day follows from it. */
const Kinds = ({ kit, material, setMaterial, membership, setMembership }: KindsProps) => {
  const due = dueOf(kit, { material, membership })
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <TextField select label={say('material')} value={material} onChange={event => setMaterial(event.target.value)} sx={{ flex: '1 1 200px', maxWidth: 280 }}>
        {kit.materials.map(({ code, name }) => <MenuItem key={code} value={code}>{name}</MenuItem>)}
      </TextField>
      <TextField
        select label={say('membership')} value={membership} onChange={event => setMembership(event.target.value)}
        sx={{ flex: '1 1 200px', maxWidth: 280 }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{say('anyMembership')}</MenuItem>
        {kit.memberships.map(({ code, name }) => <MenuItem key={code} value={code}>{name}</MenuItem>)}
      </TextField>
      <Typography role="status" sx={{ fontSize: '1.25rem', fontWeight: 600 }}>
        {due === undefined ? say('dueUnknown') : due === null ? say('notLent') : say('due', { day: formatDay(language, due) })}
      </Typography>
    </Stack>
  )
}

const DoneLine = ({ act: { act, at, item, card = '', told, branchName } }: { readonly act: KeptAct }) => (
  <Paper variant="outlined" sx={{ p: 1.5 }}>
    <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{item}</Typography>
    <Typography variant="body2" color="textSecondary">
      {[
        formatHour(language, at), act === 'lend' ? say('didLend', { card }) : say('didReturn'), told && say('due', { day: formatDay(language, told) }), branchName,
      ].filter(Boolean).join(' · ')}
    </Typography>
  </Paper>
)

const Sound = () => {
  const [silent, setHere] = useState(isSilent)
  const toggle = () => {
    setSilent(!silent)
    setHere(!silent)
  }
  return (
    <IconButton onClick={toggle} aria-pressed={!silent} aria-label={say('sound')}>
      {silent ? <VolumeOff /> : <VolumeUp />}
    </IconButton>
  )
}
