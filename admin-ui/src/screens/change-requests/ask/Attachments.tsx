import Delete from '@mui/icons-material/DeleteOutlined'
import { IconButton, List, ListItem, ListItemText } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { OneRequest } from '../answers.ts'
import { AddFile } from '../AddFile.tsx'

interface AttachmentsProps {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
  /** Of a draft: what went along when it was kept. */
  readonly kept: OneRequest['files']
}

/** Files that go along when it is sent: a PDF or a picture. */
export const Attachments = ({ files, onChange, kept }: AttachmentsProps) => {
  const translate = useTranslate()
  return (
    <>
      {files.length + kept.length > 0 && (
        <List dense disablePadding sx={{ mb: 1 }}>
          {kept.map(({ id, name }) => (
            <ListItem key={id} disableGutters><ListItemText primary={name} sx={{ overflowWrap: 'anywhere' }} /></ListItem>
          ))}
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
      <AddFile multiple onFiles={more => onChange([...files, ...more])} />
    </>
  )
}
