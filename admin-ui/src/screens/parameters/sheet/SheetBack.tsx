import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { useDraft, type Draft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { noBasis } from '#console/change/basis.ts'
import { FileDrop } from '#console/FileDrop.tsx'
import { Section } from '#console/Section.tsx'
import { todayHere } from '#console/time/day.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import { SHEET_BYTES_AT_MOST } from '#plugins/parameters/contract/answer/sheet.ts'
import { accept, dropWords } from './drop.ts'
import { readSheet, type Sent } from './sent.ts'
import { SheetDifferences, type TypedBeside } from './SheetDifferences.tsx'

/** Rows that were pasted, and whether they are being looked at. */
interface Paste { readonly text: string; readonly looking: boolean }

/** The sheet that comes back: dropped, chosen or pasted, and then looked at before anything is saved. */
export const SheetBack = ({ definitions }: { readonly definitions: readonly Definition[] }) => {
  const translate = useTranslate()
  const [file, setFile] = useState<Sent | null>(null)
  const pasted = useDraft<Paste>('sheet pasted', { text: '', looking: false })
  const typed = useDraft<TypedBeside>('sheet back', { from: todayHere(), basis: noBasis, reason: '' })
  const kept = { restored: pasted.restored || typed.restored, forget: () => [pasted, typed].forEach(draft => draft.forget()) }
  const name = translate('parameters.sheet.back.pasted')
  const sent = file ?? (pasted.value.looking ? { name, text: pasted.value.text } : null)
  const [times, setTimes] = useState(0)
  const [trouble, setTrouble] = useState('')
  const place = useFocusOnNext(`${times} ${sent === null}`)
  const take = (next: Sent | null) => {
    setTrouble(next === null ? 'tooLarge' : '')
    setFile(next)
    setTimes(times + 1)
  }
  const choose = async (file: File) => {
    try {
      take(await readSheet(file))
    } catch {
      setTrouble('unreadable')
    }
  }
  return (
    <Section title={translate('parameters.sheet.back.title')} intro={translate('parameters.sheet.back.intro')}>
      <Stack spacing={2.5}>
        <DraftKept draft={kept} />
        {trouble !== '' && (
          <Alert severity="error" role="alert">
            {translate(`parameters.sheet.back.${trouble}`, { megabytes: SHEET_BYTES_AT_MOST / 2 ** 20 })}
          </Alert>
        )}
        <Box ref={place} tabIndex={-1} role="group" aria-label={translate('parameters.sheet.back.title')}>
          {sent ? (
            <SheetDifferences
              key={times}
              sent={sent}
              definitions={definitions}
              onFile={file => void choose(file)}
              typed={typed}
              onSaved={() => {
                typed.forget()
                pasted.forget()
              }}
              onOther={() => {
                setFile(null)
                if (pasted.value.looking) pasted.set(before => ({ ...before, looking: false }))
              }}
            />
          ) : (
            <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
              <FileDrop onFile={file => void choose(file)} accept={accept} words={dropWords(translate)} />
              <Pasted pasted={pasted} />
            </Box>
          )}
        </Box>
      </Stack>
    </Section>
  )
}

/** What somebody chose goes away when the next comes in its place: their focus goes along. */
const useFocusOnNext = (shown: string) => {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current !== shown) place.current?.focus()
    before.current = shown
  }, [shown])
  return place
}

const Pasted = ({ pasted: { value: { text }, set } }: { readonly pasted: Draft<Paste> }) => {
  const translate = useTranslate()
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
      <TextField
        label={translate('parameters.sheet.back.paste')}
        helperText={translate('parameters.sheet.back.pasteHint')}
        value={text}
        onChange={event => set({ text: event.target.value, looking: false })}
        multiline
        rows={7}
        fullWidth
        slotProps={{ htmlInput: { maxLength: SHEET_BYTES_AT_MOST, spellCheck: false, style: { fontFamily: 'monospace', fontSize: '0.85rem' } } }}
      />
      <Button variant="outlined" disabled={text.trim() === ''} onClick={() => set({ text, looking: true })}>
        {translate('parameters.sheet.back.look')}
      </Button>
      <Typography variant="caption" color="textSecondary">{translate('parameters.sheet.back.nothingYet')}</Typography>
    </Stack>
  )
}
