import Add from '@mui/icons-material/Add'
import { Button, Stack, TableCell, TableRow } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Language } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import type { Setup } from '#plugins/change-requests/contract/setup.ts'
import { TeamDialog } from './TeamDialog.tsx'
import { TemplateDialog } from './TemplateDialog.tsx'

type Edited = { readonly what: 'team' | 'template'; readonly code: string | null } | null

/** The helpdesk's own: who takes which requests, and the answers it often gives. */
const SetupPage = () => {
  const translate = useTranslate()
  const reading = useReading<Setup>('/requests/setup')
  return (
    <Page title={translate('requests.setup.title')} intro={translate('requests.setup.intro')} help="requestSetup">
      <Answered reading={reading}>{setup => <Lists setup={setup} />}</Answered>
    </Page>
  )
}

const Lists = ({ setup }: { readonly setup: Setup }) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const [edited, setEdited] = useState<Edited>(null)
  const list = (what: 'team' | 'template', rows: readonly { readonly code: string; readonly name: string; readonly more: string }[]) => (
    <Section
      bare
      title={translate(`requests.setup.${what}s`)}
      intro={translate(`requests.setup.${what}sIntro`)}
      actions={<Button variant="outlined" startIcon={<Add />} onClick={() => setEdited({ what, code: null })}>{translate(`requests.setup.add.${what}`)}</Button>}
    >
      {rows.length === 0 ? <Nothing>{translate('requests.setup.none')}</Nothing> : (
        <ListTable dense name={translate(`requests.setup.all.${what}`)}
          columns={[translate('requests.setup.name'), translate(`requests.setup.more.${what}`)]} acts={translate('requests.setup.acts')}>
          {rows.map(({ code, name, more }) => (
            <TableRow key={code} hover sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>{name}</TableCell>
              <TableCell>{more}</TableCell>
              <TableCell align="right">
                <Button size="small" onClick={() => setEdited({ what, code })} aria-label={translate('requests.setup.edit', { name })}>
                  {translate('ra.action.edit')}
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </ListTable>
      )}
    </Section>
  )
  return (
    <Stack spacing={4}>
      {list('team', setup.teams.map(({ code, name, forms, members }) => ({ code, name: name[language], more: [
        members.length ? members.map(one => one.name || translate('requests.setup.nameless')).join(', ') : translate('requests.setup.everybody'),
        forms.length ? translate('requests.setup.forms', { smart_count: forms.length }) : translate('requests.setup.rest'),
      ].join(' · ') })))}
      {list('template', setup.templates.map(({ code, title, text }) => ({ code, name: title[language], more: text[language] })))}
      {edited?.what === 'team' && <TeamDialog setup={setup} code={edited.code} onClose={() => setEdited(null)} />}
      {edited?.what === 'template' && <TemplateDialog setup={setup} code={edited.code} onClose={() => setEdited(null)} />}
    </Stack>
  )
}

export default SetupPage
