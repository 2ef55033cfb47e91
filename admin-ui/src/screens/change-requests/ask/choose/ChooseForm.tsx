import { Box, Card, CardActionArea, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useMemo } from 'react'
import { Link as RouterLink, useNavigate } from 'react-router-dom'
import { requestTopics } from '#core/contract/request-form.ts'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { SearchField } from '#console/SearchField.tsx'
import { Section } from '#console/Section.tsx'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { mayAt, useUnit, useUnitLink, useUnits } from '#console/unit.ts'
import { useMe } from '#console/session.ts'
import { permissions } from '#plugins/change-requests/contract/permission.ts'
import type { Form } from '../../answers.ts'
import { usePlaces } from '../place.ts'
import { findForms } from './find.ts'

/** It is there whatever one looks for. */
const QUESTION = 'change-requests.question'

interface ChooseFormProps {
  readonly forms: readonly Form[]
  readonly behalf: boolean
}

/** What does one want? Found by one's own words, or among what can be asked, by topic. */
export const ChooseForm = ({ forms, behalf }: ChooseFormProps) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const navigate = useNavigate()
  const way = useFormLink(behalf)
  const { isFor } = usePlaces(behalf)
  const offered = forms.filter(isFor)
  const question = offered.find(({ name }) => name === QUESTION)
  const others = offered.filter(({ name }) => name !== QUESTION)
  const words = useDeferredValue(asked('q').trim())
  const found = useMemo(() => (words === '' ? [] : findForms(forms, words)), [forms, words]).filter(one => others.includes(one))
  return (
    <Page title={translate(behalf ? 'requests.behalf.title' : 'requests.ask.title')}
      intro={translate(behalf ? 'requests.behalf.intro' : 'requests.ask.intro')} help="ask">
      {behalf && <ForWhom />}
      <form role="search" onSubmit={event => {
        event.preventDefault()
        if (found[0]) void navigate(way(found[0]))
      }}>
        <SearchField large label={translate('requests.ask.search')} hint={translate('requests.ask.searchHint')} value={asked('q')}
          onChange={q => ask({ q }, { replace: true })} />
      </form>
      <Typography role="status" variant="body2" color="textSecondary" sx={words === '' ? { position: 'absolute' } : {}}>
        {words === '' ? '' : translate('requests.ask.found', { smart_count: found.length })}
      </Typography>
      {words === '' ? <ByTopic forms={others} behalf={behalf} />
        : found.length > 0 ? <Cards forms={found} behalf={behalf} /> : <Nothing>{translate('requests.ask.notFound')}</Nothing>}
      {question && (
        <Section bare title={translate('requests.ask.otherwise')}><Cards forms={[question]} behalf={behalf} /></Section>
      )}
    </Page>
  )
}

/** Keeps the words one looked for, so that walking back finds them again. */
const useFormLink = (behalf: boolean) => {
  const link = useUnitLink()
  return ({ name }: Form) => link(`/requests/new?form=${encodeURIComponent(name)}${behalf ? '&behalf=1' : ''}`)
}

const ByTopic = ({ forms, behalf }: ChooseFormProps) => {
  const translate = useTranslate()
  return requestTopics.map(topic => {
    const within = forms.filter(form => form.topic === topic)
    return within.length > 0 && (
      <Section bare key={topic} title={translate(`requests.topic.${topic}`)}><Cards forms={within} behalf={behalf} /></Section>
    )
  })
}

const Cards = ({ forms, behalf }: ChooseFormProps) => {
  const way = useFormLink(behalf)
  return (
    <Box component="ul" sx={{
      listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 2,
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(320px, 1fr))' },
    }}>
      {forms.map(form => (
        <Card component="li" variant="outlined" key={form.name}>
          <CardActionArea component={RouterLink} to={way(form)} sx={{ p: 2, height: '100%', display: 'block' }}>
            <Stack spacing={0.5}>
              <Typography variant="h3" component="span" color="primary">{form.title}</Typography>
              <Typography variant="body2" color="textSecondary">{form.help}</Typography>
            </Stack>
          </CardActionArea>
        </Card>
      ))}
    </Box>
  )
}

/** The helpdesk says first which library asks. */
const ForWhom = () => {
  const translate = useTranslate()
  const me = useMe()
  const units = useUnits()
  const { unit, choose } = useUnit()
  return (
    <Box sx={{ maxWidth: 560 }}>
      <UnitField label={translate('requests.behalf.unit')} value={unit?.id ?? null}
        only={one => units !== undefined && mayAt(me, units, permissions.file, one.id)}
        onChange={id => { if (id) choose(id) }} />
    </Box>
  )
}
