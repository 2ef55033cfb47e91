import AttachFile from '@mui/icons-material/AttachFileOutlined'
import { Alert, Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { asProblem } from '#console/problem.ts'
import { keepDecision } from './decision.ts'

interface DecisionUploadProps {
  readonly unit: UnitId
  /** Where the file can be read from now on. */
  readonly onKept: (address: string) => void
}

/** Keeps the council's decision with the price that rests on it: a PDF or a picture. */
export const DecisionUpload = ({ unit, onKept }: DecisionUploadProps) => {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const [kept, setKept] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const bring = async (file: File) => {
    setBusy(true)
    setTrouble('')
    try {
      onKept(await keepDecision(unit, file))
      setKept(file.name)
    } catch (error) {
      const { message, faults } = asProblem(error)
      setTrouble(faults.map(fault => fault.message).join(' ') || message || translate('console.failed'))
    }
    setBusy(false)
  }
  return (
    <Stack spacing={1} sx={{ mt: 1.5, alignItems: 'flex-start' }}>
      <Button size="small" startIcon={<AttachFile />} loading={busy} onClick={() => input.current?.click()}>
        {kept === '' ? translate('parameters.basis.bring') : translate('parameters.basis.kept', { name: kept })}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={translate('parameters.basis.bring')}
        accept="application/pdf,image/png,image/jpeg"
        onChange={event => {
          const [file] = event.target.files ?? []
          if (file) void bring(file)
          event.target.value = ''
        }}
      />
      {trouble !== '' && <Alert severity="error" role="alert">{trouble}</Alert>}
    </Stack>
  )
}
