import { Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { useSeen } from '#console/first-step.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Pages } from '#console/Pages.tsx'
import { holds, useMe } from '#console/session.ts'
import { useUnit, useUnitLink, type UnitRow } from '#console/unit.ts'
import { permissions } from '#plugins/change-requests/contract/permission.ts'
import { ApproveTogether } from './ApproveTogether.tsx'
import { RequestFilters } from './RequestFilters.tsx'
import { RequestTable } from './RequestTable.tsx'
import { PER_PAGE, useRequests } from './useRequests.ts'

/** What libraries ask: the helpdesk's day. */
const InboxPage = () => {
  const { unit } = useUnit()
  return unit ? <Inbox unit={unit} /> : <Waiting />
}

const Inbox = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  useSeen('see-requests')
  const { ask } = useAsked()
  const { reading, page } = useRequests('inbox', unit.type === 'system' ? undefined : unit.id)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [approving, setApproving] = useState(false)
  const pick = (id: string) => setPicked(before => new Set(before.has(id) ? [...before].filter(one => one !== id) : [...before, id]))
  return (
    <Page title={translate('requests.inbox.title', { unit: unit.name })} intro={translate('requests.inbox.intro')} help="inbox" actions={<Ways />}>
      <RequestFilters counts={reading.data?.counts} forHelpdesk />
      <Answered reading={reading}>
        {({ data, total }) => (
          <Stack spacing={2}>
            <Stack direction="row" sx={{ gap: 2, alignItems: 'center', minHeight: 40 }}>
              <Typography role="status" variant="body2" color="textSecondary">
                {translate('requests.shown', { smart_count: total })}
              </Typography>
              {picked.size > 0 && (
                <Button variant="contained" size="small" onClick={() => setApproving(true)}>
                  {translate('requests.together.open', { smart_count: picked.size })}
                </Button>
              )}
            </Stack>
            {data.length === 0
              ? <Nothing>{translate('requests.inbox.none')}</Nothing>
              : <RequestTable requests={data} picked={picked} onPick={pick} />}
            <Pages count={Math.ceil(total / PER_PAGE)} page={page} onPage={next => ask({ page: String(next) })} />
          </Stack>
        )}
      </Answered>
      {approving && <ApproveTogether ids={[...picked]} onClose={() => setApproving(false)} onDone={() => setPicked(new Set())} />}
    </Page>
  )
}

/** To the report and the helpdesk's own lists, for whoever may. */
const Ways = () => {
  const translate = useTranslate()
  const me = useMe()
  const link = useUnitLink()
  return (
    <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
      {holds(me, permissions.file) && (
        <Button variant="outlined" component={Link} to={link('/requests/new?behalf=1')}>{translate('requests.behalf.open')}</Button>
      )}
      {holds(me, permissions.report) && <Button component={Link} to={link('/inbox/report')}>{translate('requests.report.menu')}</Button>}
      {holds(me, permissions['set-up']) && <Button component={Link} to={link('/inbox/setup')}>{translate('requests.setup.menu')}</Button>}
    </Stack>
  )
}

export default InboxPage
