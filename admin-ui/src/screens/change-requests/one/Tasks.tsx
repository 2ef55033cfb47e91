import { Button, Checkbox, FormControlLabel, Stack, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { DayField } from '#console/time/DayField.tsx'
import { formatDay, isDay, todayHere } from '#console/time/day.ts'
import type { OneRequest } from '../answers.ts'
import type { Act } from './useAct.ts'

type Task = OneRequest['tasks'][number]
interface TasksProps {
  readonly request: OneRequest
  readonly act: Act
}

/** Work outside Filiaal, ticked off with the day it was done and where that shows. */
export const Tasks = ({ request: { tasks, may }, act }: TasksProps) => (
  <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
    {tasks.map(task => <li key={task.n}><OneTask task={task} act={act} mayTick={may.includes('handle')} /></li>)}
  </Stack>
)

const OneTask = ({ task: { n, title, doneOn, doneBy, proof }, act: { act, busy }, mayTick }: { readonly task: Task; readonly act: Act; readonly mayTick: boolean }) => {
  const translate = useTranslate()
  const language = useLocale()
  const [ticking, setTicking] = useState(false)
  const [day, setDay] = useState<string>(todayHere())
  const [where, setWhere] = useState('')
  const done = doneOn !== null
  const tick = async () => {
    if (await act(`tasks/${n}`, { doneOn: day, ...(where.trim() && { proof: where.trim() }) }, 'requests.tasks.ticked')) setTicking(false)
  }
  return (
    <>
      <FormControlLabel
        disabled={!mayTick || busy}
        label={title}
        control={<Checkbox checked={done} onChange={() => { if (done) void act(`tasks/${n}`, { doneOn: null }); else setTicking(true) }} />}
      />
      {doneOn && (
        <Typography variant="body2" color="textSecondary" sx={{ pl: 4 }}>
          {translate('requests.tasks.done', { day: formatDay(language, doneOn), name: doneBy ?? '' })}{proof ? `: ${proof}` : ''}
        </Typography>
      )}
      {ticking && !done && (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ pl: 4, mt: 1, alignItems: { sm: 'flex-start' } }}>
          <DayField label={translate('requests.tasks.day')} value={day} onChange={setDay} required />
          <TextField label={translate('requests.tasks.proof')} value={where} onChange={event => setWhere(event.target.value)} sx={{ flex: 1 }} />
          <Button variant="contained" disabled={busy || !isDay(day)} onClick={() => void tick()}>{translate('requests.tasks.tick')}</Button>
        </Stack>
      )}
    </>
  )
}
