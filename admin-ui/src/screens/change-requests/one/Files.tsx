import { Alert, Button, Link, List, ListItem, ListItemText } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { newId } from '#console/change/change.ts'
import { inBase64 } from '#console/file.ts'
import { address } from '#console/http.ts'
import { formatMoment } from '#console/time/day.ts'
import type { OneRequest } from '../answers.ts'
import type { Act } from './useAct.ts'

const MOST = 5 * 2 ** 20

interface FilesProps {
  readonly request: OneRequest
  readonly act: Act
}

/** Attachments: a PDF or a picture, to read or to add. */
export const Files = ({ request: { id, files, may }, act: { act, busy } }: FilesProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const input = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const add = async (file: File) => {
    setTooLarge(file.size > MOST)
    if (file.size <= MOST) await act('files', { id: newId(), name: file.name, content: await inBase64(file) }, 'requests.files.added')
  }
  return (
    <>
      {files.length > 0 && (
        <List dense disablePadding>
          {files.map(file => (
            <ListItem key={file.id} disableGutters>
              <ListItemText
                primary={<Link href={address(`/requests/${id}/files/${file.id}`)} download={file.name}>{file.name}</Link>}
                secondary={`${file.by}, ${formatMoment(language, file.at)}`}
              />
            </ListItem>
          ))}
        </List>
      )}
      {tooLarge && <Alert severity="error" role="alert">{translate('requests.files.tooLarge')}</Alert>}
      {may.includes('attach') && (
        <>
          <Button size="small" variant="outlined" disabled={busy} onClick={() => input.current?.click()}>{translate('requests.files.add')}</Button>
          <input ref={input} type="file" hidden accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg" aria-label={translate('requests.files.add')}
            onChange={event => {
              const file = event.target.files?.item(0)
              event.target.value = ''
              if (file) void add(file)
            }} />
        </>
      )}
    </>
  )
}
