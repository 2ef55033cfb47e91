import Back from '@mui/icons-material/ArrowBack'
import { Alert, Link as Anchor, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link, useParams } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { Page } from '#console/Page.tsx'
import { Pieces } from '#console/Pieces.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useUnit, useUnitLink } from '#console/unit.ts'
import type { PatronPage as Patron } from '#plugins/patrons/contract/page.ts'
import { MergeWith } from '../merge/MergeWith.tsx'
import { PatronTable } from '../PatronTable.tsx'
import { useSaid } from '../said.ts'
import { PrivacySection } from '../privacy/PrivacySection.tsx'
import { Cards } from './Cards.tsx'
import { Edits } from './Edits.tsx'
import { Memberships } from './Memberships.tsx'
import { Notes } from './Notes.tsx'
import { PersonFacts } from './PersonFacts.tsx'

/** One patron: what the desk must know first, then who they are, what they are to the library, and what happened. */
const PatronPage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { id = '' } = useParams()
  const { unit } = useUnit()
  const at = unit && (unit.type === 'branch' || unit.type === 'bookmobile') ? unit.id : undefined
  const reading = useReading<Patron>(`/patrons/${id}`, { at }, { enabled: unit !== undefined })
  const patron = reading.data
  return (
    <Page
      title={patron?.name ?? translate('patrons.page.title')}
      actions={patron && <MergeWith id={patron.id} name={patron.name} />}
      intro={patron?.memberships.map(({ library, sentence }) => `${library.name}: ${sentence}`).join(' · ')}
    >
      <Anchor component={Link} to={link('/patrons')} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}>
        <Back fontSize="small" aria-hidden />
        {translate('patrons.page.back')}
      </Anchor>
      <Answered reading={reading}>{known => <Known patron={known} />}</Answered>
    </Page>
  )
}

const Known = ({ patron }: { readonly patron: Patron }) => {
  const translate = useTranslate()
  return (
    <Stack spacing={2}>
      <Standing patron={patron} />
      <Pieces place="patron" props={{ patron: { id: patron.id, name: patron.name } }} />
      <PersonFacts patron={patron} />
      <Memberships patron={patron} />
      <Cards patron={patron} />
      <Notes patron={patron} />
      {patron.household.length > 0 && (
        <Section bare title={translate('patrons.page.household')}>
          <PatronTable patrons={patron.household} />
        </Section>
      )}
      <Edits edits={patron.edits} />
      <PrivacySection patron={patron} />
    </Stack>
  )
}

/** What stands in the way of borrowing, notes that pop up, and who answers for a minor: before anything else. */
const Standing = ({ patron: { standing, notes, representatives, name } }: { readonly patron: Patron }) => {
  const translate = useTranslate()
  const said = useSaid()
  return (
    <Stack spacing={1}>
      {notes.filter(({ popsUp }) => popsUp).map(({ id, text, by }) => (
        <Alert key={id} severity="info">
          {by ? `${text} (${by})` : text}
        </Alert>
      ))}
      {standing.blocks.map(({ code, message, desk, selfService }) => (
        <Alert key={code} severity={desk === 'stop' ? 'error' : 'warning'}>
          {said(message)} {selfService === 'stop' && translate(desk === 'stop' ? 'patrons.page.stops' : 'patrons.page.asks')}
        </Alert>
      ))}
      {standing.blocks.length === 0 && standing.branch && (
        <Alert severity="success">
          {translate(standing.visits ? 'patrons.page.visits' : 'patrons.page.free', {
            name, branch: standing.branch.name, type: standing.typeName ?? '',
          })}
        </Alert>
      )}
      {representatives.length > 0 && (
        <Alert severity="info">{translate('patrons.page.minor', { names: representatives.join(', ') })}</Alert>
      )}
    </Stack>
  )
}

export default PatronPage
