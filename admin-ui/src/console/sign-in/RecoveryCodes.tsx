import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import Download from '@mui/icons-material/DownloadOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import { Alert, Box, Button, GlobalStyles, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { copyText } from '../copy.ts'

const onPaper = (
  <GlobalStyles
    styles={{
      '@media print': {
        'body *': { visibility: 'hidden' },
        '#recovery-codes, #recovery-codes *': { visibility: 'visible' },
        '#recovery-codes': { position: 'fixed', inset: 0, padding: 32, color: '#000000' },
      },
    }}
  />
)

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  /** What the button says that goes on. */
  readonly act: string
  readonly onKept: () => void
}

/** Codes that each let in once when the phone is gone; shown now, and never again. */
export const RecoveryCodes = ({ codes, act, onKept }: RecoveryCodesProps) => {
  const translate = useTranslate()
  const [copied, setCopied] = useState(false)
  const text = [translate('console.recovery.file', { site: location.host }), '', ...codes, ''].join('\r\n')
  return (
    <Stack spacing={2}>
      {onPaper}
      <Alert severity="warning">{translate('console.recovery.once')}</Alert>
      <Box id="recovery-codes">
        <Box
          component="ol"
          aria-label={translate('console.recovery.codes')}
          sx={{
            m: 0,
            p: 2,
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(11.5rem, 1fr))',
            gap: 1,
            listStyle: 'none',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            bgcolor: 'background.default',
          }}
        >
          {codes.map(code => (
            <Box component="li" key={code} sx={{ fontFamily: 'monospace', fontSize: '0.98rem', whiteSpace: 'nowrap' }}>
              {code}
            </Box>
          ))}
        </Box>
      </Box>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" startIcon={<ContentCopy />} onClick={() => void copyText(text).then(setCopied)}>
          {translate('console.copy')}
        </Button>
        <Button variant="outlined" startIcon={<Print />} onClick={() => globalThis.print()}>
          {translate('console.recovery.print')}
        </Button>
        <Button
          variant="outlined"
          startIcon={<Download />}
          component="a"
          download="filiaal.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          {translate('console.recovery.save')}
        </Button>
      </Stack>
      <Box role="status" sx={{ minHeight: 24, color: 'success.main', fontWeight: 600 }}>
        {copied && translate('console.copied')}
      </Box>
      <Button variant="contained" size="large" onClick={onKept} autoFocus>
        {act}
      </Button>
    </Stack>
  )
}
