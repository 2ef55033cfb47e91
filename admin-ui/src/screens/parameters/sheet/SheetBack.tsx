import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FileDrop } from '#console/FileDrop.tsx'
import { Section } from '#console/Section.tsx'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import { SHEET_BYTES_AT_MOST } from '#plugins/parameters/contract/answer/sheet.ts'
import { accept, dropWords } from './drop.ts'
import { readSheet, type Sent } from './sent.ts'
import { SheetDifferences } from './SheetDifferences.tsx'

/** The sheet that comes back: dropped, chosen or pasted, and then looked at before anything is saved. */
export const SheetBack = ({ definitions }: { readonly definitions: readonly Definition[] }) => {
  const translate = useTranslate()
  const [sent, setSent] = useState<Sent | null>(null)
  const [times, setTimes] = useState(0)
  const [trouble, setTrouble] = useState('')
  const take = (next: Sent | null) => {
    setTrouble(next === null ? 'tooLarge' : '')
    setSent(next)
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
        {trouble !== '' && (
          <Alert severity="error" role="alert">
            {translate(`parameters.sheet.back.${trouble}`, { megabytes: SHEET_BYTES_AT_MOST / 2 ** 20 })}
          </Alert>
        )}
        {sent ? (
          <SheetDifferences
            key={times}
            sent={sent}
            definitions={definitions}
            onFile={file => void choose(file)}
            onOther={() => setSent(null)}
          />
        ) : (
          <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
            <FileDrop onFile={file => void choose(file)} accept={accept} words={dropWords(translate)} />
            <Pasted onPaste={text => take({ name: translate('parameters.sheet.back.pasted'), text })} />
          </Box>
        )}
      </Stack>
    </Section>
  )
}

const Pasted = ({ onPaste }: { readonly onPaste: (text: string) => void }) => {
  const translate = useTranslate()
  const [text, setText] = useState('')
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
      <TextField
        label={translate('parameters.sheet.back.paste')}
        helperText={translate('parameters.sheet.back.pasteHint')}
        value={text}
        onChange={event => setText(event.target.value)}
        multiline
        rows={7}
        fullWidth
        slotProps={{ htmlInput: { maxLength: SHEET_BYTES_AT_MOST, spellCheck: false, style: { fontFamily: 'monospace', fontSize: '0.85rem' } } }}
      />
      <Button variant="outlined" disabled={text.trim() === ''} onClick={() => onPaste(text)}>
        {translate('parameters.sheet.back.look')}
      </Button>
      <Typography variant="caption" color="textSecondary">{translate('parameters.sheet.back.nothingYet')}</Typography>
    </Stack>
  )
}
