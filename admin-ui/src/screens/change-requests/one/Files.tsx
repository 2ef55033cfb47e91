import { Link, List, ListItem, ListItemText } from '@mui/material'
import { useLocale } from 'ra-core'
import { newId } from '#console/change/change.ts'
import { inBase64 } from '#console/file.ts'
import { address } from '#console/http.ts'
import { formatMoment } from '#console/time/day.ts'
import { AddFile } from '../AddFile.tsx'
import type { OneRequest } from '../answers.ts'
import type { Act } from './useAct.ts'

interface FilesProps {
  readonly request: OneRequest
  readonly act: Act
}

/** Attachments: a PDF or a picture, to read or to add. */
export const Files = ({ request: { id, files, may }, act: { act, busy } }: FilesProps) => {
  const language = useLocale()
  const add = async (file: File) =>
    act('files', { id: newId(), name: file.name, content: await inBase64(file) }, 'requests.files.added')
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
      {may.includes('attach') && <AddFile disabled={busy} onFiles={([file]) => { if (file) void add(file) }} />}
    </>
  )
}
