import { Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Pages } from '#console/Pages.tsx'
import { useUnit, type UnitRow } from '#console/unit.ts'
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
  const { ask } = useAsked()
  const { reading, page } = useRequests('mine', unit.type === 'system' ? undefined : unit.id)
  return (
    <Page title={translate('requests.mine.title')} intro={translate('requests.mine.intro')} help="requests">
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

export default MinePage
