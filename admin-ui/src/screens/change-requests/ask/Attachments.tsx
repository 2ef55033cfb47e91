import Delete from '@mui/icons-material/DeleteOutlined'
import { Alert, Button, IconButton, List, ListItem, ListItemText } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { FILE_BYTES_AT_MOST } from '#plugins/change-requests/contract/answer.ts'

interface AttachmentsProps {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
}

/** Files that go along when it is sent: a PDF or a picture. */
export const Attachments = ({ files, onChange }: AttachmentsProps) => {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const add = (chosen: readonly File[]) => {
    const fit = chosen.filter(({ size }) => size <= FILE_BYTES_AT_MOST)
    setTooLarge(fit.length < chosen.length)
    onChange([...files, ...fit])
  }
  return (
    <>
      {files.length > 0 && (
        <List dense disablePadding sx={{ mb: 1 }}>
          {files.map((file, n) => (
            <ListItem
              key={file.name + n}
              disableGutters
              secondaryAction={
                <IconButton edge="end" aria-label={translate('requests.ask.without', { name: file.name })} onClick={() => onChange(files.filter(one => one !== file))}>
                  <Delete />
                </IconButton>
              }
            >
              <ListItemText primary={file.name} sx={{ overflowWrap: 'anywhere' }} />
            </ListItem>
          ))}
        </List>
      )}
      {tooLarge && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{translate('requests.files.tooLarge')}</Alert>}
      <Button size="small" variant="outlined" onClick={() => input.current?.click()}>{translate('requests.files.add')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
        aria-label={translate('requests.files.add')}
        onChange={event => {
          add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
