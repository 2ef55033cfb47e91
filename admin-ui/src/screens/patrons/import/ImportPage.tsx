import Back from '@mui/icons-material/ArrowBack'
import { Alert, Box, LinearProgress, Link as Anchor, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { useAsked } from '#console/asked.ts'
import { newId } from '#console/change/change.ts'
import { FileDrop } from '#console/FileDrop.tsx'
import { textOf } from '#console/file.ts'
import { call } from '#console/http.ts'
import { Page } from '#console/Page.tsx'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { useTrying } from '#console/trying.ts'
import { pathOf, useUnit, useUnitLink, type UnitRow } from '#console/unit.ts'
import { ColumnsTold } from './ColumnsTold.tsx'
import { EarlierFiles } from './EarlierFiles.tsx'
import { ImportAtHand } from './ImportAtHand.tsx'

const MOST_BYTES = 30_000_000

/** Patrons of another system come by a file: brought, looked through, and taken in when somebody says so. */
const ImportPage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { unit, units } = useUnit()
  const { asked, ask } = useAsked()
  const file = asked('file')
  const library = unit && units && pathOf(units, unit.id).find(({ type }) => type === 'library')
  return (
    <Page title={translate('patrons.import.title')} intro={translate('patrons.import.intro')}>
      <Anchor component={Link} to={link('/patrons')} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}>
        <Back fontSize="small" aria-hidden />
        {translate('patrons.page.back')}
      </Anchor>
      {file && <ImportAtHand id={file} onAnother={() => ask({ file: null })} />}
      {!file && unit && !library && <Alert severity="info">{translate('patrons.import.pickLibrary')}</Alert>}
      {!file && library && (
        <>
          <Bring library={library} onBrought={id => ask({ file: id })} />
          <ColumnsTold />
          <EarlierFiles library={library.id} onOpen={id => ask({ file: id })} />
        </>
      )}
    </Page>
  )
}

const Bring = ({ library, onBrought }: { readonly library: UnitRow; readonly onBrought: (id: string) => void }) => {
  const translate = useTranslate()
  const [tooLarge, setTooLarge] = useState(false)
  const { busy, problem, trying } = useTrying()
  const bring = async (file: File) => {
    setTooLarge(file.size > MOST_BYTES)
    if (file.size > MOST_BYTES) return
    const id = newId()
    const content = await textOf(file)
    if (await trying(() => call('/patron-files', { method: 'POST', body: { id, library: library.id, name: file.name, content } }))) onBrought(id)
  }
  return (
    <Section title={translate('patrons.import.choose')} intro={translate('patrons.import.library', { library: library.name })}>
      {tooLarge && (
        <Alert severity="error" role="alert" sx={{ mb: 2 }}>
          {translate('patrons.import.tooLarge')}
        </Alert>
      )}
      <Box sx={{ mb: problem ? 2 : 0 }}>
        <Refused problem={problem} faults />
      </Box>
      <FileDrop accept=".csv,.txt,text/csv" onFile={file => void bring(file)} words={{
        drop: translate('patrons.import.drop'), or: translate('patrons.import.or'), choose: translate('patrons.import.choose'),
        limits: translate('patrons.import.limits'),
      }} />
      <Box role="status" sx={{ mt: 2 }}>
        {busy && (
          <>
            <Typography sx={{ mb: 1 }}>{translate('patrons.import.sending')}</Typography>
            <LinearProgress aria-label={translate('patrons.import.sending')} />
          </>
        )}
      </Box>
    </Section>
  )
}

export default ImportPage
