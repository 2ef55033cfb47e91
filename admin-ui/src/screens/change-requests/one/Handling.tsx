import { ListSubheader, MenuItem, Stack, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Language } from '#core/contract.ts'
import { useReading } from '#console/reading.ts'
import { isDay } from '#console/time/day.ts'
import { DayField } from '#console/time/DayField.tsx'
import type { Handlers } from '#plugins/change-requests/contract/answer.ts'
import type { Setup } from '#plugins/change-requests/contract/setup.ts'
import type { OneRequest } from '../answers.ts'
import type { Act } from './useAct.ts'

interface HandlingProps {
  readonly request: OneRequest
  readonly act: Act
}

/** Who has it, the members of its team first; how it is pressed and by when it wants an answer. */
export const Handling = ({ request: { unit, team, assignee, priority, dueOn }, act: { act, busy } }: HandlingProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const { data: setup } = useReading<Setup>('/requests/setup')
  const teams = setup?.teams ?? []
  const { data } = useReading<Handlers>('/requests/handlers', { unit: unit.id })
  const people = data?.data ?? (assignee?.id ? [{ id: assignee.id, name: assignee.name, teams: [] }] : [])
  const [members, others] = [people.filter(({ teams: own }) => own.includes(team)), people.filter(({ teams: own }) => !own.includes(team))]
  const named = (who: Handlers['data']) => who.map(({ id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)
  return (
    <Stack spacing={2}>
      {teams.length > 1 && (
        <TextField select label={translate('requests.filter.team')} value={teams.some(({ code }) => code === team) ? team : ''} disabled={busy}
          onChange={event => void act('handle', { team: event.target.value })}>
          {teams.map(({ code, name }) => <MenuItem key={code} value={code}>{name[language]}</MenuItem>)}
        </TextField>
      )}
      <TextField select label={translate('requests.column.assignee')} value={assignee?.id ?? ''} disabled={busy}
        onChange={event => void act('handle', { assignee: event.target.value || null })}>
        <MenuItem value="">{translate('requests.nobody')}</MenuItem>
        {members.length > 0 && <ListSubheader>{teams.find(({ code }) => code === team)?.name[language]}</ListSubheader>}
        {named(members)}
        {members.length > 0 && others.length > 0 && <ListSubheader>{translate('requests.otherColleagues')}</ListSubheader>}
        {named(others)}
      </TextField>
      <TextField select label={translate('requests.filter.priority')} value={priority} disabled={busy}
        onChange={event => void act('handle', { priority: Number(event.target.value) })}>
        {[1, 2, 3].map(one => <MenuItem key={one} value={one}>{translate(`requests.priority.${one}`)}</MenuItem>)}
      </TextField>
      <DayField label={translate('requests.column.due')} value={dueOn ?? ''} onChange={day => {
        if (day !== (dueOn ?? '') && (day === '' || isDay(day))) void act('handle', { dueOn: day || null })
      }} />
    </Stack>
  )
}
