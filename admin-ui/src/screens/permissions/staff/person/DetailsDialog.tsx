import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Stack, TextField } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useId, useState, type SubmitEvent } from 'react'
import { languages, type Language } from '#core/contract.ts'
import { call } from '#console/http.ts'
import { languageNames } from '#console/language.ts'
import { faultsAt } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import type { StaffDetail } from '../../answers.ts'

interface DetailsDialogProps {
  readonly person: StaffDetail
  readonly onClose: () => void
}

const fields = ['name', 'email', 'initials'] as const
type Field = (typeof fields)[number]
const longest: Readonly<Record<Field, number>> = { name: 120, email: 254, initials: 8 }

/** Corrects how somebody is called, written to and spoken to; a new address is how they sign in from then on. */
export const DetailsDialog = ({ person, onClose }: DetailsDialogProps) => {
  const translate = useTranslate()
  const notify = useNotify()
  const heading = useId()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const before = {
    name: person.name, email: person.email ?? '', initials: person.initials ?? '', language: person.language,
  }
  const [typed, setTyped] = useState(before)
  const changed = Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([name, value]) => value !== '' && value !== before[name as keyof typeof before]),
  )
  const wrong = (name: Field) =>
    faultsAt(problem?.faults ?? [], `/${name}`)
      .map(({ message }) => message)
      .join(' ')
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const done = await trying(() =>
      whenConfirmed(() => call(`/staff/${person.id}`, { method: 'PATCH', body: changed })),
    )
    if (!done) return
    notify('permissions.details.done', { type: 'success' })
    onClose()
    await readAgain()
  }
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="xs" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading} sx={{ typography: 'h2' }}>
        {translate('permissions.details.title', { name: person.name })}
      </DialogTitle>
      <form onSubmit={event => void submit(event)}>
        <DialogContent sx={{ pt: 0 }}>
          <Stack spacing={2.5} sx={{ pt: 1 }}>
            <Refused problem={problem} />
            {fields.map(name => (
              <TextField
                key={name}
                label={translate(name === 'name' ? 'permissions.invite.name' : `permissions.person.fact.${name}`)}
                type={name === 'email' ? 'email' : 'text'}
                value={typed[name]}
                onChange={event => setTyped({ ...typed, [name]: event.target.value })}
                required={name !== 'initials'}
                autoFocus={name === 'name'}
                autoComplete="off"
                error={wrong(name) !== ''}
                helperText={wrong(name) || (name === 'email' ? translate('permissions.details.email') : '')}
                slotProps={{ htmlInput: { maxLength: longest[name] } }}
              />
            ))}
            <TextField
              select
              label={translate('console.language')}
              value={typed.language}
              onChange={event => setTyped({ ...typed, language: event.target.value as Language })}
            >
              {languages.map(language => (
                <MenuItem key={language} value={language} lang={language}>
                  {languageNames[language]}
                </MenuItem>
              ))}
            </TextField>
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose} disabled={busy}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy} disabled={Object.keys(changed).length === 0}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
