import Barcode from '@mui/icons-material/QrCodeScannerOutlined'
import { Button, InputAdornment, Stack, TextField } from '@mui/material'
import { useEffect, useState, type Ref, type SubmitEvent } from 'react'

interface ScanFieldProps {
  readonly ref: Ref<HTMLInputElement>
  /** What is expected. */
  readonly label: string
  /** What happens with it. */
  readonly act: string
  readonly onScan: (code: string) => void
}

/** Takes what a scanner or a hand types, and is empty again at once for the next. */
export const ScanField = ({ ref, label, act, onScan }: ScanFieldProps) => {
  const [code, type] = useState('')
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  useEffect(() => input?.focus(), [input])
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onScan(code)
    type('')
  }
  return (
    <form onSubmit={send}>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
        <TextField
          label={label}
          value={code}
          onChange={event => type(event.target.value)}
          inputRef={(found: HTMLInputElement | null) => {
            setInput(found)
            if (typeof ref === 'function') ref(found)
            else if (ref) ref.current = found
          }}
          sx={{ flex: '1 1 260px', maxWidth: 560 }}
          slotProps={{
            htmlInput: { maxLength: 40, autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false, enterKeyHint: 'done' },
            input: {
              sx: { fontSize: '1.25rem' },
              startAdornment: (
                <InputAdornment position="start">
                  <Barcode aria-hidden />
                </InputAdornment>
              ),
            },
          }}
        />
        <Button type="submit" variant="contained" disabled={code.trim() === ''}>
          {act}
        </Button>
      </Stack>
    </form>
  )
}
