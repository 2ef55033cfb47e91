import { Box, Button, FormControlLabel, Stack, Switch, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { newId } from '#console/change/change.ts'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import type { PatronPage } from '#plugins/patrons/contract/page.ts'

/** What colleagues left for whoever serves this person. */
export const Notes = ({ patron }: { readonly patron: PatronPage }) => {
  const translate = useTranslate()
  const language = useLocale()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [adding, setAdding] = useState(false)
  const own = patron.memberships.find(({ mayChange }) => mayChange)
  const drop = (id: string) =>
    void trying(async () => {
      await call(`/patron-notes/${id}`, { method: 'DELETE' })
      await readAgain()
    })
  return (
    <Section
      title={translate('patrons.note.title')}
      actions={
        own && (
          <Button size="small" variant="outlined" onClick={() => setAdding(true)}>
            {translate('patrons.note.add')}
          </Button>
        )
      }
    >
      <Refused problem={problem} faults />
      {patron.notes.length === 0 && <Typography color="textSecondary">{translate('patrons.note.none')}</Typography>}
      <Stack spacing={1.5}>
        {patron.notes.map(({ id, text, by, at, mayChange }) => (
          <Box key={id} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <Box sx={{ flex: '1 1 16rem' }}>
              <Typography sx={{ overflowWrap: 'anywhere' }}>{text}</Typography>
              <Typography variant="body2" color="textSecondary">
                {[by, formatMoment(language, at)].filter(Boolean).join(', ')}
              </Typography>
            </Box>
            {mayChange && (
              <Button size="small" loading={busy} onClick={() => drop(id)} aria-label={translate('patrons.note.dropOne', { text })}>
                {translate('patrons.note.drop')}
              </Button>
            )}
          </Box>
        ))}
      </Stack>
      {adding && own && <NoteDialog person={patron.id} branch={own.branch.id} onClose={() => setAdding(false)} />}
    </Section>
  )
}

interface NoteDialogProps {
  readonly person: string
  readonly branch: string
  readonly onClose: () => void
}

const NoteDialog = ({ person, branch, onClose }: NoteDialogProps) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const [id] = useState(newId)
  const [text, setText] = useState('')
  const [popsUp, setPopsUp] = useState(true)
  const { busy, problem, trying } = useTrying()
  const send = () =>
    trying(async () => {
      await call(`/patrons/${person}/notes`, { method: 'POST', body: { id, branch, text: text.trim(), popsUp } })
      await readAgain()
      onClose()
    })
  return (
    <FormDialog title={translate('patrons.note.add')} act={translate('ra.action.save')} ready={text.trim() !== ''} busy={busy}
      onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} faults />
      <TextField label={translate('patrons.note.text')} value={text} onChange={event => setText(event.target.value)} multiline minRows={2}
        required autoFocus slotProps={{ htmlInput: { maxLength: 1000 } }} />
      <FormControlLabel control={<Switch checked={popsUp} onChange={event => setPopsUp(event.target.checked)} />} label={translate('patrons.note.popsUp')} />
    </FormDialog>
  )
}
