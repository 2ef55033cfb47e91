import Back from '@mui/icons-material/ArrowBack'
import Swap from '@mui/icons-material/SwapHoriz'
import { Alert, Box, Button, Link as Anchor, Stack } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { newId } from '#console/change/change.ts'
import { call } from '#console/http.ts'
import { Page } from '#console/Page.tsx'
import type { Problem } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { useTrying } from '#console/trying.ts'
import { useUnitLink } from '#console/unit.ts'
import type { MergePlan } from '#plugins/patrons/contract/merge.ts'
import { useSaid } from '../said.ts'
import { FieldChoices, type Choices } from './FieldChoices.tsx'
import { OneOfTwo } from './OneOfTwo.tsx'

/** Two beside each other: who stays, which details stay, and what follows, before anything changes. */
const MergePage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { keep = '', gone = '' } = useParams()
  const plan = useQuery<MergePlan, Problem>({
    queryKey: ['/patron-merges/plan', keep, gone], staleTime: 0, gcTime: 0,
    queryFn: ({ signal }) => call<MergePlan>('/patron-merges/plan', { method: 'POST', body: { keep, gone }, signal }),
  })
  return (
    <Page title={translate('patrons.merge.title')} intro={translate('patrons.merge.explain')}>
      <Anchor component={Link} to={link('/patrons/doubles')} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}>
        <Back fontSize="small" aria-hidden />
        {translate('patrons.merge.back')}
      </Anchor>
      <Answered reading={plan}>{known => <Compared key={keep + gone} plan={known} onAgain={() => void plan.refetch()} />}</Answered>
    </Page>
  )
}

const Compared = ({ plan, onAgain }: { readonly plan: MergePlan; readonly onAgain: () => void }) => {
  const translate = useTranslate()
  const said = useSaid()
  const link = useUnitLink()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const [id] = useState(newId)
  const [choices, setChoices] = useState<Choices>(() => Object.fromEntries(plan.fields.map(({ name, suggested }) => [name, suggested])))
  const { busy, problem, trying } = useTrying()
  const { keep, gone, faults, follows, fields } = plan
  const merge = async () => {
    const isDone = await trying(() => call('/patron-merges', { method: 'POST', body: {
      id, keep: keep.patron.id, gone: gone.patron.id, keepVersion: keep.version, goneVersion: gone.version, take: choices,
    } }))
    if (!isDone) return onAgain()
    await readAgain()
    await navigate(link(`/patrons/${keep.patron.id}`))
  }
  return (
    <Stack spacing={3}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr auto 1fr' }, alignItems: 'center' }}>
        <OneOfTwo side={keep} title={translate('patrons.merge.keeps')} />
        <Button component={Link} to={link(`/patrons/merge/${gone.patron.id}/${keep.patron.id}`)} replace startIcon={<Swap />}>
          {translate('patrons.merge.swap')}
        </Button>
        <OneOfTwo side={gone} title={translate('patrons.merge.goes')} />
      </Box>
      {faults.map(({ code, message }) => (
        <Alert key={code} severity="error" role="alert">
          {said(message)}
        </Alert>
      ))}
      {faults.length === 0 && (
        <>
          <Section bare title={translate('patrons.merge.fields')}>
            {fields.length === 0 ? translate('patrons.merge.same') : (
              <FieldChoices plan={plan} choices={choices} onChoose={(name, whose) => setChoices({ ...choices, [name]: whose })} />
            )}
          </Section>
          <Section title={translate('patrons.merge.follows')}>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {follows.map(texts => (
                <li key={texts.nl}>{said(texts)}</li>
              ))}
            </Box>
          </Section>
          <Refused problem={problem} faults />
          <Button variant="contained" size="large" loading={busy} onClick={() => void merge()} sx={{ alignSelf: 'flex-start' }}>
            {translate('patrons.merge.act')}
          </Button>
        </>
      )}
    </Stack>
  )
}

export default MergePage
