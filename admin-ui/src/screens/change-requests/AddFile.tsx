import { Alert, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { faultOf } from '#console/file.ts'
import { FILE_BYTES_AT_MOST } from '#plugins/change-requests/contract/answer.ts'

interface AddFileProps {
  /** Those that can go along: a PDF or a picture, not too large. */
  readonly onFiles: (files: readonly File[]) => void
  readonly multiple?: boolean
  readonly disabled?: boolean
}

/** Chooses files to go along; of each that cannot, it says why. */
export const AddFile = ({ onFiles, multiple = false, disabled = false }: AddFileProps) => {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const add = async (chosen: readonly File[]) => {
    const looked = await Promise.all(chosen.map(async file => ({ file, fault: await faultOf(file, FILE_BYTES_AT_MOST) })))
    setWrong(looked.flatMap(({ file: { name }, fault }) => fault ? [translate(`requests.files.${fault}`, { name })] : []))
    const fit = looked.filter(({ fault }) => fault === undefined).map(({ file }) => file)
    if (fit.length > 0) onFiles(fit)
  }
  return (
    <>
      {wrong.map(why => <Alert key={why} severity="error" role="alert" sx={{ mb: 1, overflowWrap: 'anywhere' }}>{why}</Alert>)}
      <Button size="small" variant="outlined" disabled={disabled} onClick={() => input.current?.click()}>{translate('requests.files.add')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
        aria-label={translate('requests.files.add')}
        onChange={event => {
          const chosen = [...(event.target.files ?? [])]
          event.target.value = ''
          void add(chosen)
        }}
      />
    </>
  )
}
