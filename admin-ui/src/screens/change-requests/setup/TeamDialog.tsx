import { Autocomplete, Button, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { Language } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change, newId } from '#console/change/change.ts'
import { isSaid, TextsFields } from '#console/TextsFields.tsx'
import { useReading } from '#console/reading.ts'
import type { Handlers } from '#plugins/change-requests/contract/answer.ts'
import { HELPDESK, setTeam, type Setup, type Team } from '#plugins/change-requests/contract/setup.ts'
import { describeNamed } from './describeNamed.tsx'

interface TeamDialogProps {
  readonly setup: Setup
  /** None: a new team. */
  readonly code: string | null
  readonly onClose: () => void
}

/** A team's name, who is in it and the forms that land with it. */
export const TeamDialog = ({ setup, code, onClose }: TeamDialogProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const { data } = useReading<{ data: readonly { name: string; title: string }[] }>('/requests/forms')
  const { data: people } = useReading<Handlers>('/requests/handlers')
  const known = setup.teams.find(team => team.code === code)
  const [own] = useState(() => code ?? `team-${newId().slice(0, 8)}`)
  const [gone, setGone] = useState(false)
  const [team, setBody] = useState<Team>({ name: known?.name ?? { nl: '', en: '', fr: '' }, forms: known?.forms ?? [], members: known?.members.map(({ id }) => id) ?? [] })
  const names = new Map([...known?.members ?? [], ...people?.data ?? []].map(({ id, name }) => [id, name]))
  const titles = new Map(data?.data.map(form => [form.name, form.title]))
  const items = useMemo(() => !gone && !isSaid(team.name) ? null : [change(setTeam, { code: own, team: gone ? null : team }, setup.version)],
    [gone, own, team, setup.version])
  return (
    <ActDialog
      title={known ? translate('requests.setup.edit', { name: known.name[language] }) : translate('requests.setup.add.team')}
      act={translate('console.change.save')} items={items} describe={describeNamed} onClose={onClose}
    >
      <TextsFields label={translate('requests.setup.name')} texts={team.name} onChange={name => setBody({ ...team, name })} />
      <Autocomplete multiple options={[...titles.keys()]} value={team.forms} disabled={gone}
        getOptionLabel={name => titles.get(name) ?? name} onChange={(_, forms) => setBody({ ...team, forms })}
        renderInput={params => <TextField {...params} label={translate('requests.setup.takes')} helperText={own === HELPDESK ? translate('requests.setup.restHint') : undefined} />} />
      <Autocomplete multiple options={[...names.keys()]} value={team.members ?? []} disabled={gone}
        getOptionLabel={id => names.get(id) || translate('requests.setup.nameless')} onChange={(_, members) => setBody({ ...team, members })}
        renderInput={params => <TextField {...params} label={translate('requests.setup.members')} helperText={translate('requests.setup.membersHint')} />} />
      {known && own !== HELPDESK && (
        <Button color={gone ? 'primary' : 'error'} onClick={() => setGone(!gone)}>{translate(gone ? 'requests.setup.keep' : 'requests.setup.remove')}</Button>
      )}
    </ActDialog>
  )
}
