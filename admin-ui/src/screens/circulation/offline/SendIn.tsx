import { Button, LinearProgress, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { asProblem, type Problem } from '#console/problem.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import type { KeptAct } from './kept-kit.ts'
import { actsKept } from './kept.ts'
import { deviceHere, sendIn, setDeviceHere } from './send.ts'

/** What waits on this device, and the button that enters it. */
export const SendIn = ({ onSent }: { readonly onSent: () => void }) => {
  const translate = useTranslate()
  const [acts, setActs] = useState<readonly KeptAct[]>([])
  const [device, name] = useState(deviceHere)
  const [left, setLeft] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const look = () => void actsKept().then(setActs, () => setActs([]))
  useEffect(look, [])
  if (acts.length === 0 && left === null && !problem) return null
  const send = async () => {
    setProblem(null)
    setLeft(acts.length)
    setDeviceHere(device.trim())
    try {
      await sendIn(device.trim() || translate('circulation.offline.nameless'), setLeft)
    } catch (error) {
      setProblem(asProblem(error))
    }
    setLeft(null)
    look()
    onSent()
  }
  const places = [...new Set(acts.map(({ branchName }) => branchName))].join(', ')
  return (
    <Section title={translate('circulation.offline.here')}>
      <Stack spacing={2} sx={{ alignItems: 'start' }}>
        <Typography>{translate('circulation.offline.waitHere', { smart_count: acts.length, places })}</Typography>
        <TextField
          label={translate('circulation.offline.device')} helperText={translate('circulation.offline.deviceHint')} value={device}
          onChange={event => name(event.target.value)} slotProps={{ htmlInput: { maxLength: 60 } }} sx={{ width: '100%', maxWidth: 400 }}
        />
        <Refused problem={problem} faults />
        <Button variant="contained" disabled={left !== null || acts.length === 0} onClick={() => void send()}>
          {translate('circulation.offline.send')}
        </Button>
        {left !== null && <LinearProgress aria-label={translate('circulation.offline.busy')} sx={{ width: '100%' }} />}
      </Stack>
    </Section>
  )
}
