import PersonAdd from '@mui/icons-material/PersonAddAltOutlined'
import { Button, Stack, TextField, Typography } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { call } from '#console/http.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import type { Problem } from '#console/problem.ts'
import { holds, useMe } from '#console/session.ts'
import { useUnitLink } from '#console/unit.ts'
import type { ListedPatron } from '#plugins/patrons/contract/page.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'
import { OnlineButton } from './online/OnlineButton.tsx'
import { PatronTable } from './PatronTable.tsx'
import { RareScreens } from './RareScreens.tsx'

interface Found {
  readonly data: readonly ListedPatron[]
  readonly more: boolean
}

const search = (q: string, signal?: AbortSignal) => call<Found>('/patrons/search', { method: 'POST', body: { q }, signal })

/** The last question, for whoever comes back to the list. Names never stand in an address, which histories keep. */
let last = ''

/** The desk looks somebody up: one field for a card, a name, a date of birth or a number; Enter opens the only one. */
const PatronsPage = () => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const link = useUnitLink()
  const me = useMe()
  const [q, setQ] = useState(last)
  const [nobody, setNobody] = useState(false)
  const asked = useDeferredValue(q.trim())
  const reading = useQuery<Found, Problem>({
    queryKey: ['/patrons/search', asked], queryFn: ({ signal }) => search(asked, signal), enabled: asked.length > 1,
    placeholderData: keepPreviousData, staleTime: 0, gcTime: 0,
  })
  const type = (words: string) => {
    last = words
    setQ(words)
    setNobody(false)
  }
  const openOnly = async () => {
    const { data } = await search(q.trim())
    const [only] = data
    if (only && data.length === 1) await navigate(link(`/patrons/${only.id}`))
    else setNobody(data.length === 0)
  }
  return (
    <Page
      title={translate('patrons.menu')}
      intro={translate('patrons.search.intro')}
      actions={
        <>
          <RareScreens />
          <OnlineButton />
          {holds(me, permissions.register) && (
            <Button component={Link} to={link('/patrons/new')} variant="contained" startIcon={<PersonAdd />}>
              {translate('patrons.enrol.title')}
            </Button>
          )}
        </>
      }
    >
      <form
        role="search"
        onSubmit={event => {
          event.preventDefault()
          void openOnly().catch(() => reading.refetch())
        }}
      >
        <TextField
          type="search"
          label={translate('patrons.search.label')}
          helperText={translate('patrons.search.hint')}
          value={q}
          onChange={event => type(event.target.value)}
          autoFocus
          fullWidth
          size="medium"
          sx={{ maxWidth: 860 }}
          slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off', spellCheck: false } }}
        />
      </form>
      {asked.length > 1 && (
        <Answered reading={reading}>
          {({ data, more }) => (
            <Stack spacing={1.5}>
              <Typography role="status" variant="body2" color="textSecondary">
                {translate(more ? 'patrons.search.more' : 'patrons.search.count', { smart_count: data.length })}
              </Typography>
              {data.length === 0 || nobody ? <Nothing>{translate('patrons.search.none')}</Nothing> : <PatronTable patrons={data} />}
            </Stack>
          )}
        </Answered>
      )}
    </Page>
  )
}

export default PatronsPage
