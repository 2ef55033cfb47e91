import { Alert, Box, Container, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocaleState, useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { LanguageSwitch } from '#console/frame/LanguageSwitch.tsx'
import { call } from '#console/http.ts'
import { Page } from '#console/Page.tsx'
import type { Problem } from '#console/problem.ts'
import { Section } from '#console/Section.tsx'
import { languages } from '#core/contract.ts'
import type { LinkedRequest } from '#plugins/change-requests/contract/link.ts'
import { Entered } from './Entered.tsx'
import { LinkAnswer } from './LinkAnswer.tsx'

/** Opened from the link in a mail, by whoever asked: what was entered for them, and their yes, no or answer. No sign-in. */
const RequestLinkPage = () => {
  const translate = useTranslate()
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const language = useMailLanguage(search.get('lang'))
  const reading = useQuery<LinkedRequest, Problem>({
    queryKey: ['request link', token, language], retry: false, enabled: token !== '', gcTime: 0, staleTime: Infinity,
    queryFn: ({ signal }) => call<LinkedRequest>('/request-link', { method: 'POST', body: { token }, signal, aboutSession: true }),
  })
  return (
    <Container component="main" maxWidth="md" sx={{ py: 4 }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}><LanguageSwitch /></Box>
      {token === ''
        ? <Page title={translate('requests.link.title.reply')}><Alert severity="warning">{translate('requests.link.noToken')}</Alert></Page>
        : reading.error?.status === 410 ? <Spent message={reading.error.message} />
          : <Answered reading={reading}>{request => <Linked token={token} request={request} />}</Answered>}
    </Container>
  )
}

/** The mail was in somebody's language, and so is what it leads to, until they choose another. */
const useMailLanguage = (asked: string | null) => {
  const [locale, setLocale] = useLocaleState()
  useEffect(() => {
    const known = languages.find(language => language === asked)
    if (known) setLocale(known)
  }, [asked, setLocale])
  return locale
}

const Spent = ({ message }: { readonly message: string }) => {
  const translate = useTranslate()
  return (
    <Page title={translate('requests.link.title.reply')}>
      <Alert severity="info">{message} {translate('requests.link.spent')}</Alert>
    </Page>
  )
}

/** One reads what was entered before one says yes to it; of a question one reads the question first. */
const Linked = ({ token, request }: { readonly token: string; readonly request: LinkedRequest }) => {
  const translate = useTranslate()
  const [thanked, setThanked] = useState<string | null>(null)
  const { number, subject, region, purpose, question, open, asker, enteredBy } = request
  const entered = (
    <Section title={translate(enteredBy === asker ? 'requests.link.filled' : 'requests.link.entered', { name: enteredBy })}>
      <Entered request={request} />
    </Section>
  )
  return (
    <Page
      title={translate(`requests.link.title.${purpose}`)}
      intro={[translate('requests.number', { number }), subject, region].filter(Boolean).join(' · ')}
    >
      {purpose === 'confirm' && entered}
      {question && (
        <Section title={translate('requests.link.question')}>
          <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{question}</Typography>
        </Section>
      )}
      {thanked !== null ? <Alert severity="success" role="status">{translate(`requests.link.thanked.${thanked}`)}</Alert>
        : open ? <LinkAnswer token={token} request={request} onDone={setThanked} />
          : <Alert severity="info">{translate('requests.link.nothing')}</Alert>}
      {purpose === 'reply' && entered}
    </Page>
  )
}

export default RequestLinkPage
