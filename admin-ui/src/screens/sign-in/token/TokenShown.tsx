import { Alert, Button, DialogActions, DialogContent } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { CopyField } from '#console/CopyField.tsx'

interface TokenShownProps {
  readonly token: string
  readonly name: string
  readonly onClose: () => void
}

/** The token itself, to copy to where the machine keeps it; shown now and never again. */
export const TokenShown = ({ token, name, onClose }: TokenShownProps) => {
  const translate = useTranslate()
  const [copied, setCopied] = useState(false)
  return (
    <>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('signIn.token.once', { name })}
        </Alert>
        <CopyField label={translate('signIn.token.one')} value={token} wrapped onCopied={() => setCopied(true)} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant={copied ? 'contained' : 'outlined'} onClick={onClose}>
          {translate('signIn.token.kept')}
        </Button>
      </DialogActions>
    </>
  )
}
