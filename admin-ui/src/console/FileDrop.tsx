import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useRef, useState, type DragEvent } from 'react'

interface FileDropProps {
  readonly onFile: (file: File) => void
  /** Which files: `.csv,text/csv`. */
  readonly accept: string
  /** What may be dropped here, what stands between that and the button, the button, and how large it may be. */
  readonly words: { readonly drop: string; readonly or: string; readonly choose: string; readonly limits: string }
}

/** A place to drop a file on, with a button that does the same. */
export const FileDrop = ({ onFile, accept, words }: FileDropProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (file: File | null | undefined) => {
    if (file) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files.item(0))
  }
  return (
    <Box
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        p: { xs: 3, sm: 5 },
        borderRadius: 1,
        border: '2px dashed',
        borderColor: over ? 'primary.main' : 'divider',
        textAlign: 'center',
        bgcolor: over ? 'action.hover' : 'background.default',
      }}
    >
      <UploadFile aria-hidden sx={{ fontSize: 40, color: 'text.secondary', mb: 1 }} />
      <Typography variant="h3" component="p">
        {words.drop}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {words.or}
      </Typography>
      <Button variant="contained" onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={words.choose}
        onChange={event => {
          take(event.target.files?.item(0))
          event.target.value = ''
        }}
      />
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 2 }}>
        {words.limits}
      </Typography>
    </Box>
  )
}
