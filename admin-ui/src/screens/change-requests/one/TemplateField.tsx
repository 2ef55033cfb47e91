import { MenuItem, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Language } from '#core/contract.ts'
import { useReading } from '#console/reading.ts'
import type { Setup } from '#plugins/change-requests/contract/setup.ts'

/** An answer that is often given, put into what is being written, to be mended there. */
export const TemplateField = ({ onText }: { readonly onText: (text: string) => void }) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const { data } = useReading<Setup>('/requests/setup', {}, { staleTime: 300_000 })
  if (!data?.templates.length) return null
  return (
    <TextField select size="small" label={translate('requests.setup.use')} value=""
      onChange={event => onText(data.templates.find(({ code }) => code === event.target.value)?.text[language] ?? '')}>
      {data.templates.map(({ code, title }) => <MenuItem key={code} value={code}>{title[language]}</MenuItem>)}
    </TextField>
  )
}
