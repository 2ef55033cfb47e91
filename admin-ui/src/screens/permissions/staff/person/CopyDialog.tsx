import { Alert, Box, FormControlLabel, Radio, RadioGroup, Stack, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { newId } from '#console/change/change.ts'
import { Told } from '#console/change/ChangePreview.tsx'
import { useSaved } from '#console/change/useSaved.tsx'
import { FormDialog } from '#console/FormDialog.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { call } from '#console/http.ts'
import type { Problem } from '#console/problem.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import type { Copied, StaffDetail } from '../../answers.ts'
import { capital } from '../../roles/capital.ts'
import { StaffField, type Person } from '../../rights/StaffField.tsx'

interface CopyDialogProps {
  readonly person: StaffDetail
  readonly onClose: () => void
}

/** What taking over the roles of a colleague would give; nothing is kept of it. */
const useCopyPreview = (id: string, from: string | undefined, at: string | undefined) => {
  const language = useLocale()
  return useQuery<Copied, Problem>({
    queryKey: ['copy-grants', id, from, at, language],
    queryFn: ({ signal }) =>
      call<Copied>(`/staff/${id}/copy-grants`, {
        method: 'POST', body: { id: newId(), from, ...(at ? { at } : {}), preview: true }, signal,
      }),
    enabled: from !== undefined,
    staleTime: 0,
    gcTime: 0,
  })
}

/** Gives somebody the roles of a colleague, as far as one may give them oneself. */
export const CopyDialog = ({ person, onClose }: CopyDialogProps) => {
  const translate = useTranslate()
  const saved = useSaved()
  const readAgain = useReadAgain()
  const [id] = useState(newId)
  const [from, setFrom] = useState<Person | null>(null)
  const [here, setHere] = useState(true)
  const { data: other } = useReading<StaffDetail>(`/staff/${from?.id}`, {}, { enabled: from !== null })
  const home = person.homeUnit
  const differs = home !== null && other?.homeUnit != null && other.homeUnit.id !== home.id
  const at = differs && here ? home.id : undefined
  const { data: copy, error, isFetching } = useCopyPreview(person.id, from?.id, at)
  const { busy, problem, trying } = useTrying()
  const preview = copy?.preview
  const may = preview?.mayApply === true && preview.faults.length === 0 && !isFetching
  const send = () =>
    trying(async () => {
      const body = { id, from: from?.id, ...(at ? { at } : {}) }
      const { set } = await whenConfirmed(() =>
        call<Copied>(`/staff/${person.id}/copy-grants`, { method: 'POST', body }),
      )
      if (set) saved(set)
      onClose()
      await readAgain()
    })
  return (
    <FormDialog
      title={translate('permissions.copy.title', { name: person.name })}
      act={translate('permissions.copy.act')}
      ready={may}
      busy={busy}
      width="sm"
      onSend={() => void send()}
      onClose={onClose}
    >
      <Refused problem={problem ?? error} faults />
      <StaffField
        label={translate('permissions.copy.from')}
        value={from}
        onChange={setFrom}
        besides={person.id}
        required
      />
      {differs && (
        <RadioGroup
          aria-label={translate('permissions.grant.where')}
          value={here ? 'here' : 'there'}
          onChange={(_, chosen) => setHere(chosen === 'here')}
        >
          <FormControlLabel
            value="here"
            control={<Radio />}
            label={translate('permissions.copy.here', { home: home.name, other: other?.homeUnit?.name ?? '' })}
          />
          <FormControlLabel value="there" control={<Radio />} label={translate('permissions.copy.there')} />
        </RadioGroup>
      )}
      {from !== null && (
        <Box component="section" aria-label={translate('console.change.preview')} aria-busy={isFetching}>
          <Typography variant="h3" sx={{ mb: 1 }}>
            {translate('console.change.preview')}
          </Typography>
          {!copy && isFetching && <Waiting />}
          {copy && <CopyTold copy={copy} />}
        </Box>
      )}
    </FormDialog>
  )
}

const CopyTold = ({ copy: { preview, left } }: { readonly copy: Copied }) => {
  const translate = useTranslate()
  return (
    <Stack spacing={2}>
      {preview?.faults.map(({ code, pointer, message }) => (
        <Alert key={code + pointer} severity="error">
          {message}
        </Alert>
      ))}
      {preview ? (
        <Told preview={preview} />
      ) : (
        <Typography color="textSecondary">{translate('permissions.copy.nothing')}</Typography>
      )}
      {left.length > 0 && (
        <Alert severity="info">
          {translate('permissions.copy.left')}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {left.map(sentence => (
              <li key={sentence}>{capital(sentence)}</li>
            ))}
          </Box>
        </Alert>
      )}
    </Stack>
  )
}
