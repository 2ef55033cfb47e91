import Download from '@mui/icons-material/Download'
import { Alert, Button, Stack } from '@mui/material'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { useDeferredValue } from 'react'
import type { Static } from 'typebox'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { address, call } from '#console/http.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import type { Problem } from '#console/problem.ts'
import { Section } from '#console/Section.tsx'
import { dayOf, formatLongDay } from '#console/time/day.ts'
import { useUnit, type UnitRow } from '#console/unit.ts'
import type { AuditPage as Answer } from '#plugins/audit/contract.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditLine } from './AuditLine.tsx'
import { filterOf } from './filter.ts'
import { SealState } from './SealState.tsx'

/** Who did what: changes, views, sign-ins and refusals, in sentences. */
const AuditPage = () => {
  const { unit } = useUnit()
  return unit ? <Log unit={unit} /> : <Waiting />
}

const Log = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const { asked } = useAsked()
  const q = useDeferredValue(asked('q'))
  const filter = filterOf(unit, asked, q)
  const file = (
    <Button
      component="a"
      href={address('/audit/file', filter)}
      download
      variant="outlined"
      startIcon={<Download aria-hidden />}
    >
      {translate('audit.file')}
    </Button>
  )
  return (
    <Page
      title={translate('audit.title', { unit: unit.name })}
      intro={translate('audit.intro')}
      help="audit"
      actions={file}
    >
      <SealState />
      <AuditFilters />
      <Lines filter={filter} />
    </Page>
  )
}

const Lines = ({ filter }: { readonly filter: ReturnType<typeof filterOf> }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery<
    Static<typeof Answer>,
    Problem,
    { pages: Static<typeof Answer>[] },
    readonly unknown[],
    number | null
  >({
    queryKey: ['/audit', filter, language],
    queryFn: ({ pageParam, signal }) =>
      call<Static<typeof Answer>>('/audit', { query: { ...filter, before: pageParam }, signal }),
    initialPageParam: null,
    getNextPageParam: page => page.nextBefore,
  })
  if (isPending) return <Waiting />
  if (error) return <Alert severity="error" role="alert">{error.message || translate('console.failed')}</Alert>
  const rows = data.pages.flatMap(page => page.data)
  if (rows.length === 0) return <Nothing>{translate('audit.none')}</Nothing>
  return (
    <Stack component="section" aria-label={translate('audit.list')} spacing={2}>
      {[...Map.groupBy(rows, ({ at }) => dayOf(at))].map(([day, told]) => (
        <Section key={day} title={formatLongDay(language, day)}>
          <Stack component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {told.map(row => (
              <AuditLine key={row.id} row={row} />
            ))}
          </Stack>
        </Section>
      ))}
      {hasNextPage && (
        <div>
          <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
            {translate('audit.more')}
          </Button>
        </div>
      )}
    </Stack>
  )
}

export default AuditPage
