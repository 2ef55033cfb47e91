import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import { Alert, Box, Button, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { addressOf } from './link.ts'

interface LinkShownProps {
  readonly token: string
  readonly name: string
  /** It is on its way by mail as well. */
  readonly mailed: boolean
}

/** A one-time link, to copy and pass on; it is shown now and never again. */
export const LinkShown = ({ token, name, mailed }: LinkShownProps) => {
  const translate = useTranslate()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const address = addressOf(token)
  const copy = async () => {
    field.current?.select()
    // Without a secure address there is no clipboard; the link is selected, to be copied by hand.
    await navigator.clipboard?.writeText(address)
    setCopied(navigator.clipboard !== undefined)
  }
  return (
    <Box>
      <Alert severity="success" sx={{ mb: 2 }}>
        {translate(mailed ? 'permissions.link.mailed' : 'permissions.link.intro', { name })}
      </Alert>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}>
        <TextField
          label={translate('permissions.link.label')}
          value={address}
          inputRef={field}
          sx={{ flex: '1 1 320px' }}
          slotProps={{ htmlInput: { readOnly: true } }}
          onFocus={event => event.target.select()}
          helperText={translate('permissions.link.once')}
        />
        <Button
          variant="contained"
          startIcon={<ContentCopy />}
          onClick={() => void copy()}
          sx={{ minHeight: 40 }}
        >
          {translate('permissions.link.copy')}
        </Button>
      </Box>
      <Box role="status" sx={{ minHeight: 24, color: 'success.main', fontWeight: 600 }}>
        {copied && translate('permissions.link.copied')}
      </Box>
    </Box>
  )
}
