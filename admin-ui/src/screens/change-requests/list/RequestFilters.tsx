import { MenuItem, Stack, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Language } from '#core/contract.ts'
import { useAsked } from '#console/asked.ts'
import { useReading } from '#console/reading.ts'
import { SearchField } from '#console/SearchField.tsx'
import { useMe } from '#console/session.ts'
import { OWN_TEAMS, type Setup } from '#plugins/change-requests/contract/setup.ts'
import { openStates, requestStates } from '#plugins/change-requests/contract/state.ts'
import type { Requests } from '../answers.ts'

const states = ['open', 'ended', ...requestStates.filter(state => state !== 'draft')] as const
const sorts = ['due', 'new', 'old', 'priority'] as const

interface RequestFiltersProps {
  readonly counts: Requests['counts'] | undefined
  /** The helpdesk also filters by who has it. */
  readonly forHelpdesk: boolean
}

/** Filters in the address, so that a view can be shared and walked back to. */
export const RequestFilters = ({ counts, forHelpdesk }: RequestFiltersProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const { asked, ask } = useAsked()
  const { data: setup } = useReading<Setup>('/requests/setup', {}, { enabled: forHelpdesk })
  const teams = setup?.teams ?? []
  const { staff } = useMe()
  const isMember = teams.some(({ members }) => members.some(({ id }) => id === staff.id))
  const choose = (name: string, usual: string, options: readonly (readonly [value: string, words: string])[]) => (
    <TextField select size="small" label={translate(`requests.filter.${name}`)} value={asked(name) || usual}
      onChange={event => ask({ [name]: event.target.value === usual ? null : event.target.value, page: null })} sx={{ minWidth: 170 }}>
      {options.map(([value, words]) => <MenuItem key={value} value={value}>{words}</MenuItem>)}
    </TextField>
  )
  const who = { all: counts?.open, me: counts?.mine, nobody: counts?.nobody } as const
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <SearchField label={translate('requests.search')} value={asked('q')} onChange={q => ask({ q, page: null }, { replace: true })} />
      {choose('state', 'open', states.map(state => [state, translate(openStates.some(one => one === state) || state === 'open' || state === 'ended'
        ? `requests.view.${state}` : `requests.state.${state}`)] as const))}
      {teams.length > 1 && choose('team', 'all', [['all', translate('requests.team.all')] as const,
        ...(isMember ? [[OWN_TEAMS, `${translate('requests.team.mine')}${counts ? ` (${counts.team})` : ''}`] as const] : []),
        ...teams.map(({ code, name }) => [code, name[language]] as const)])}
      {forHelpdesk && choose('assignee', 'all', (['all', 'me', 'nobody'] as const).map(one =>
        [one, `${translate(`requests.assignee.${one}`)}${who[one] === undefined ? '' : ` (${who[one]})`}`] as const))}
      {forHelpdesk && choose('due', 'any', (['any', 'late', 'week'] as const).map(one =>
        [one, `${translate(`requests.due.${one}`)}${one === 'late' && counts ? ` (${counts.late})` : ''}`] as const))}
      {forHelpdesk && choose('priority', 'any', [['any', translate('requests.priority.any')] as const,
        ...([1, 2, 3] as const).map(one => [String(one), translate(`requests.priority.${one}`)] as const)])}
      {choose('sort', forHelpdesk ? 'due' : 'new', sorts.map(sort => [sort, translate(`requests.sort.${sort}`)] as const))}
    </Stack>
  )
}
