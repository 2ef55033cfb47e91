import { MenuItem, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { languages } from '#core/contract.ts'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import { revealTitles, type RevealPurpose } from '#plugins/patrons/contract/privacy/words.ts'

interface RevealDialogProps {
  readonly person: string
  readonly name: string
  readonly onClose: () => void
}

/** Shows somebody's national number whole once one has said what for; it is gone again when the dialog closes. */
export const RevealDialog = ({ person, name, onClose }: RevealDialogProps) => {
  const translate = useTranslate()
  const language = languages.find(one => one === useLocale()) ?? 'nl'
  const { busy, problem, trying } = useTrying()
  const [purpose, setPurpose] = useState<RevealPurpose | ''>('')
  const [shown, setShown] = useState<string | null>(null)
  const send = () =>
    trying(async () => {
      const { nationalNumber } = await call<{ nationalNumber: string }>(`/patrons/${person}/national-number`, { method: 'POST', body: { purpose } })
      setShown(nationalNumber)
    })
  return (
    <FormDialog title={translate('patrons.national.title', { name })} act={translate('patrons.national.show')} ready={purpose !== ''}
      busy={busy} done={shown !== null} onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} faults />
      {shown === null ? (
        <>
          <Typography>{translate('patrons.national.noted')}</Typography>
          <TextField select required label={translate('patrons.national.purpose')} value={purpose}
            onChange={event => setPurpose(event.target.value as RevealPurpose)}>
            {Object.entries(revealTitles).map(([code, title]) => (
              <MenuItem key={code} value={code}>
                {title[language]}
              </MenuItem>
            ))}
          </TextField>
        </>
      ) : (
        <Typography role="status" sx={{ typography: 'h2', fontVariantNumeric: 'tabular-nums' }}>
          {shown}
        </Typography>
      )}
    </FormDialog>
  )
}
