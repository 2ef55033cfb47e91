import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import { Alert, Box, Button, DialogActions, DialogContent, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { copyText } from '#console/sign-in/copy.ts'

interface TokenShownProps {
  readonly token: string
  readonly name: string
  readonly onClose: () => void
}

/** The token itself, to copy to where the machine keeps it; shown now and never again. */
export const TokenShown = ({ token, name, onClose }: TokenShownProps) => {
  const translate = useTranslate()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    setCopied(await copyText(token))
  }
  return (
    <>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('signIn.token.once', { name })}
        </Alert>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}>
          <TextField
            label={translate('signIn.token.one')}
            value={token}
            inputRef={field}
            multiline
            sx={{ flex: '1 1 280px' }}
            slotProps={{ htmlInput: { readOnly: true, style: { fontFamily: 'monospace', overflowWrap: 'anywhere' } } }}
            onFocus={event => event.target.select()}
          />
          <Button variant="contained" startIcon={<ContentCopy />} onClick={() => void copy()} sx={{ minHeight: 40 }}>
            {translate('console.recovery.copy')}
          </Button>
        </Box>
        <Box role="status" sx={{ minHeight: 24, color: 'success.main', fontWeight: 600 }}>
          {copied && translate('console.recovery.copied')}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant={copied ? 'contained' : 'outlined'} onClick={onClose}>
          {translate('signIn.token.kept')}
        </Button>
      </DialogActions>
    </>
  )
}
