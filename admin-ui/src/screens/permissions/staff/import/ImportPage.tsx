import Back from '@mui/icons-material/ArrowBack'
import Download from '@mui/icons-material/DownloadOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { Button, Link as Anchor, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { Link } from 'react-router-dom'
import { newId } from '#console/change/change.ts'
import { saveAs, textOf } from '#console/file.ts'
import { call } from '#console/http.ts'
import { Page } from '#console/Page.tsx'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import { useUnitLink } from '#console/unit.ts'
import type { StaffImport } from '../../answers.ts'
import { ImportReport } from './ImportReport.tsx'
import { Taken } from './Taken.tsx'

/** What the server takes in one go. */
const longest = 200_000

/** From a list of colleagues to one change: type or choose it, have it looked at, take it over. */
const ImportPage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const readAgain = useReadAgain()
  const [csv, setCsv] = useState('')
  // The same list sent twice is one import; another list is another.
  const [id, setId] = useState(newId)
  const [looked, setLooked] = useState<StaffImport | null>(null)
  const [taken, setTaken] = useState<StaffImport | null>(null)
  const { busy, problem, trying, forget } = useTrying()
  const type = (text: string) => {
    setCsv(text)
    setId(newId())
    setLooked(null)
    forget()
  }
  const send = (preview: boolean) => call<StaffImport>('/staff/import', { method: 'POST', body: { id, csv, preview } })
  const look = () => trying(async () => setLooked(await send(true)))
  const take = () =>
    trying(async () => {
      const answer = await whenConfirmed(() => send(false))
      // What was sound when it was looked at may not be any more.
      if (answer.set) setTaken(answer)
      else setLooked(answer)
      await readAgain()
    })
  return (
    <Page title={translate('permissions.import.title')} intro={translate('permissions.import.intro')} help="staffImport">
      <Anchor
        component={Link}
        to={link('/staff')}
        sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}
      >
        <Back fontSize="small" aria-hidden />
        {translate('permissions.person.back')}
      </Anchor>
      {taken ? (
        <Taken
          taken={taken}
          onAgain={() => {
            setTaken(null)
            type('')
          }}
        />
      ) : (
        <>
          <Listed csv={csv} busy={busy} onType={type} onLook={() => void look()} />
          <Refused problem={problem} faults />
          {looked && <ImportReport looked={looked} busy={busy} onTake={() => void take()} />}
        </>
      )}
    </Page>
  )
}

interface ListedProps {
  readonly csv: string
  readonly busy: boolean
  readonly onType: (csv: string) => void
  readonly onLook: () => void
}

const Listed = ({ csv, busy, onType, onLook }: ListedProps) => {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const tooLong = csv.length > longest
  const template = () =>
    saveAs(translate('permissions.import.file'), `\uFEFF${translate('permissions.import.template')}\r\n`, 'text/csv')
  return (
    <Section title={translate('permissions.import.list')} intro={translate('permissions.import.listIntro')}>
      <Stack spacing={2}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          <Button startIcon={<Download />} onClick={template}>
            {translate('permissions.import.getTemplate')}
          </Button>
          <Button variant="outlined" startIcon={<UploadFile />} onClick={() => input.current?.click()}>
            {translate('permissions.import.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.txt,text/csv"
            aria-label={translate('permissions.import.choose')}
            onChange={event => {
              const file = event.target.files?.item(0)
              event.target.value = ''
              if (file) void textOf(file).then(onType)
            }}
          />
        </Stack>
        <TextField
          label={translate('permissions.import.paste')}
          value={csv}
          onChange={event => onType(event.target.value)}
          multiline
          minRows={5}
          maxRows={16}
          error={tooLong}
          helperText={translate(tooLong ? 'permissions.import.tooLong' : 'permissions.import.columns')}
          slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace', fontSize: '0.9rem' } } }}
        />
        <div>
          <Button variant="contained" loading={busy} disabled={csv.trim() === '' || tooLong} onClick={onLook}>
            {translate('permissions.import.look')}
          </Button>
        </div>
      </Stack>
    </Section>
  )
}

export default ImportPage
