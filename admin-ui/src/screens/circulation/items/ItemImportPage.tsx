import Back from '@mui/icons-material/ArrowBack'
import Download from '@mui/icons-material/DownloadOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { Button, Link as Anchor, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { Link } from 'react-router-dom'
import { saveAs, textOf } from '#console/file.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { call } from '#console/http.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { useTrying } from '#console/trying.ts'
import { pathOf, useUnit, useUnitLink } from '#console/unit.ts'
import { TakenIn } from './TakenIn.tsx'

/** Items from a file of the supplier or of an older desk: chosen, taken in, and told row by row what was not. */
const ItemImportPage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { unit, units } = useUnit()
  if (!unit || !units) return <Waiting />
  // A file of items is one library's, whichever of its branches one looks at.
  const library = pathOf(units, unit.id).find(({ type }) => type === 'library')
  return (
    <Page title={translate('circulation.import.title', { unit: library?.name ?? unit.name })} intro={translate('circulation.import.intro')}>
      <Anchor component={Link} to={link('/items')} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}>
        <Back fontSize="small" aria-hidden />
        {translate('circulation.import.back')}
      </Anchor>
      {library ? <FileOf key={library.id} library={library.id} /> : <Nothing>{translate('circulation.import.chooseLibrary')}</Nothing>}
    </Page>
  )
}

const FileOf = ({ library }: { readonly library: string }) => {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const [run, setRun] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const { busy, problem, trying } = useTrying()
  const send = (file: File) => trying(async () => {
    const id = crypto.randomUUID()
    await call('/items/import', { method: 'POST', body: { id, library, name: file.name.slice(0, 250), content: await textOf(file) } })
    setRun({ id, name: file.name })
  })
  const template = () => saveAs(translate('circulation.import.file'), `\uFEFF${translate('circulation.import.columns')}\r\n`, 'text/csv')
  return (
    <>
      <Section title={translate('circulation.import.choose')} intro={translate('circulation.import.chooseIntro')}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          <Button variant="contained" startIcon={<UploadFile />} loading={busy} onClick={() => input.current?.click()}>
            {translate('circulation.import.open')}
          </Button>
          <Button startIcon={<Download />} onClick={template}>{translate('circulation.import.template')}</Button>
          <input
            ref={input} type="file" hidden accept=".csv,.txt,text/csv" aria-label={translate('circulation.import.open')}
            onChange={event => {
              const file = event.target.files?.item(0)
              event.target.value = ''
              if (file) void send(file)
            }}
          />
        </Stack>
      </Section>
      <Refused problem={problem} faults />
      {run && <TakenIn key={run.id} id={run.id} name={run.name} />}
    </>
  )
}

export default ItemImportPage
