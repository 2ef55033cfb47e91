import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { UnitId } from '#core/contract.ts'
import { Waiting } from '../frame/Waiting.tsx'
import { call } from '../http.ts'
import type { Problem } from '../problem.ts'
import type { ChangeSet } from './change.ts'
import { SetList } from './SetList.tsx'

interface Told {
  readonly data: readonly ChangeSet[]
  readonly nextBefore: string | null
}

interface HistoryListProps {
  /** Absent: everything within reach. */
  readonly unit?: UnitId | undefined
  /** Also what was changed at the units below it. */
  readonly below?: boolean
  /** Only sets in this state: `planned` for what is still to come. */
  readonly state?: ChangeSet['state']
  /** Only what this member of staff did. */
  readonly by?: string
}

/** What was changed at a unit, newest first, in sentences, with the way back. */
export const HistoryList = ({ unit, below = false, state, by }: HistoryListProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery<
    Told,
    Problem,
    { pages: Told[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['/changes', unit, below, state, by, language],
    queryFn: ({ pageParam, signal }) =>
      call<Told>('/changes', {
        query: { unit, below: unit && below ? true : undefined, state, by, before: pageParam, limit: 20 },
        signal,
      }),
    initialPageParam: null,
    getNextPageParam: page => page.nextBefore,
  })
  if (isPending) return <Waiting />
  if (error) return <Alert severity="error">{error.message || translate('console.failed')}</Alert>
  const sets = data.pages.flatMap(page => page.data)
  if (sets.length === 0)
    return <Typography color="textSecondary">{translate('console.history.none')}</Typography>
  return (
    <Stack spacing={1}>
      <SetList sets={sets} />
      {hasNextPage && (
        <div>
          <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
            {translate('console.history.more')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
