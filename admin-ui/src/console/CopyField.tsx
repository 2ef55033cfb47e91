import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import { Box, Button, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { copyText } from './copy.ts'

interface CopyFieldProps {
  readonly label: string
  readonly value: string
  readonly hint?: string
  /** A secret of many signs, which shows whole. */
  readonly wrapped?: boolean
  readonly onCopied?: () => void
}

/** A text to take along to another place, with a button that copies it; it is selected, for who copies by hand. */
export const CopyField = ({ label, value, hint, wrapped = false, onCopied }: CopyFieldProps) => {
  const translate = useTranslate()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    const done = await copyText(value)
    setCopied(done)
    if (done) onCopied?.()
  }
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}>
        <TextField
          label={label}
          value={value}
          inputRef={field}
          multiline={wrapped}
          sx={{ flex: '1 1 300px' }}
          slotProps={{
            htmlInput: { readOnly: true, ...(wrapped && { style: { fontFamily: 'monospace', overflowWrap: 'anywhere' } }) },
          }}
          onFocus={event => event.target.select()}
          helperText={hint}
        />
        <Button variant="contained" startIcon={<ContentCopy />} onClick={() => void copy()} sx={{ minHeight: 40 }}>
          {translate('console.copy')}
        </Button>
      </Box>
      <Box role="status" sx={{ minHeight: 24, color: 'success.main', fontWeight: 600 }}>
        {copied && translate('console.copied')}
      </Box>
    </>
  )
}
