import { Box, Button, Chip, Stack, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { newId } from '#console/change/change.ts'
import { formatMoment } from '#console/time/day.ts'
import type { OneRequest } from '../answers.ts'
import { TemplateField } from './TemplateField.tsx'
import type { Act } from './useAct.ts'

/** What people said to one another about it, the oldest first. */
export const Notes = ({ notes }: Pick<OneRequest, 'notes'>) => {
  const translate = useTranslate()
  const language = useLocale()
  if (notes.length === 0) return <Typography color="textSecondary">{translate('requests.notes.none')}</Typography>
  return (
    <Stack component="ol" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {notes.map(({ id, at, by, kind, state, text, changes }) => (
        <Box component="li" key={id} sx={{ pl: 1.5, borderLeft: 4, borderColor: kind === 'internal' ? 'warning.light' : kind === 'question' ? 'primary.main' : 'divider' }}>
          <Stack direction="row" useFlexGap sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="body2" sx={{ fontWeight: 650 }}>{by.name}</Typography>
            <Typography variant="body2" color="textSecondary">{formatMoment(language, at)}</Typography>
            {kind !== 'comment' && (
              <Chip size="small" variant="outlined" label={kind === 'move' && state ? translate(`requests.state.${state}`) : translate(`requests.notes.${kind}`)} />
            )}
          </Stack>
          {changes.map(({ title, was, now }) => (
            <Typography key={title + String(was) + String(now)} sx={{ overflowWrap: 'anywhere' }}>
              {translate('requests.notes.change', { title, was: was ?? translate('requests.notes.gone'), now: now ?? translate('requests.notes.gone') })}
            </Typography>
          ))}
          {text && <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Typography>}
        </Box>
      ))}
    </Stack>
  )
}

interface SayProps {
  readonly request: OneRequest
  readonly act: Act
}

/** A word to the other side; the helpdesk may ask a question, or note something for itself. */
export const Say = ({ request: { may }, act: { act, busy } }: SayProps) => {
  const translate = useTranslate()
  const [text, setText] = useState('')
  const [id, setId] = useState(newId)
  const ready = text.trim() !== '' && !busy
  const send = async (path: 'say' | 'answer', more: object = {}) => {
    if (!await act(path, { id, text: text.trim(), ...more }, `requests.notes.sent.${path}`)) return
    setText('')
    setId(newId())
  }
  if (!may.includes('say')) return null
  const handles = may.includes('handle')
  // Whoever handles it speaks for the helpdesk; what the library says on the phone they note as its answer.
  const answers = may.includes('answer') && !handles
  return (
    <Stack spacing={1} sx={{ mt: 2 }}>
      {handles && <TemplateField onText={chosen => setText(text === '' ? chosen : `${text}\n${chosen}`)} />}
      <TextField id="request-word" label={translate(answers ? 'requests.notes.yourAnswer' : 'requests.notes.yourWord')}
        value={text} onChange={event => setText(event.target.value)} multiline minRows={2} maxRows={10} fullWidth
        slotProps={{ htmlInput: { maxLength: 5000 } }} />
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
        {answers
          ? <Button variant="contained" disabled={!ready} onClick={() => void send('answer')}>{translate('requests.notes.act.answer')}</Button>
          : <Button variant="outlined" disabled={!ready} onClick={() => void send('say', { to: 'library' })}>{translate(handles ? 'requests.notes.act.library' : 'requests.notes.act.helpdesk')}</Button>}
        {handles && <Button variant="outlined" disabled={!ready} onClick={() => void send('say', { to: 'library', asks: true })}>{translate('requests.notes.act.ask')}</Button>}
        {handles && <Button disabled={!ready} onClick={() => void send('say', { to: 'internal' })}>{translate('requests.notes.act.internal')}</Button>}
        {handles && may.includes('answer') && <Button disabled={!ready} onClick={() => void send('answer')}>{translate('requests.notes.act.theirs')}</Button>}
      </Stack>
    </Stack>
  )
}
