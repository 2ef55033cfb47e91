import Add from '@mui/icons-material/Add'
import { Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Pages } from '#console/Pages.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { holds, useMe } from '#console/session.ts'
import { useUnit, useUnitLink, type UnitRow } from '#console/unit.ts'
import { permissions } from '#plugins/change-requests/contract/permission.ts'
import type { Requests } from '../answers.ts'
import { RequestFilters } from './RequestFilters.tsx'
import { RequestTable } from './RequestTable.tsx'
import { PER_PAGE, useRequests } from './useRequests.ts'

/** What I asked the helpdesk, or my library did, and where it stands. */
const MinePage = () => {
  const { unit } = useUnit()
  return unit ? <Mine unit={unit} /> : <Waiting />
}

const Mine = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const me = useMe()
  const { ask } = useAsked()
  const { reading, page } = useRequests('mine', unit.type === 'system' ? undefined : unit.id)
  return (
    <Page
      title={translate('requests.mine.title')}
      intro={translate('requests.mine.intro')}
      help="requests"
      actions={holds(me, permissions.ask) && (
        <Button variant="contained" startIcon={<Add />} component={RouterLink} to={link('/requests/new')}>{translate('requests.ask.new')}</Button>
      )}
    >
      <Drafts />
      <RequestFilters counts={reading.data?.counts} forHelpdesk={false} />
      <Answered reading={reading}>
        {({ data, total }) => (
          <Stack spacing={2}>
            <Typography role="status" variant="body2" color="textSecondary">
              {translate('requests.shown', { smart_count: total })}
            </Typography>
            {data.length === 0 ? <Nothing>{translate('requests.mine.none')}</Nothing> : <RequestTable requests={data} />}
            <Pages count={Math.ceil(total / PER_PAGE)} page={page} onPage={next => ask({ page: String(next) })} />
          </Stack>
        )}
      </Answered>
    </Page>
  )
}

/** What was begun and not sent yet. */
const Drafts = () => {
  const translate = useTranslate()
  const { data } = useReading<Requests>('/requests', { box: 'mine', state: 'draft', sort: 'new' })
  if (!data || data.data.length === 0) return null
  return (
    <Section bare title={translate('requests.drafts.title')} intro={translate('requests.drafts.intro')}>
      <RequestTable requests={data.data} />
    </Section>
  )
}

export default MinePage
