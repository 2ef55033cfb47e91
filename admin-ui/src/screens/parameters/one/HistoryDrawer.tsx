import Close from '@mui/icons-material/Close'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Box, Button, Chip, Drawer, IconButton, Link, Stack, Typography } from '@mui/material'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useId } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { ChangeSet } from '#console/change/change.ts'
import { askPutBack } from '#console/change/put-back.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { call } from '#console/http.ts'
import { asProblem, type Problem } from '#console/problem.ts'
import { formatMoment } from '#console/time/day.ts'
import { useUnitLink, type UnitRow } from '#console/unit.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { ParameterHistory, Touch } from '#plugins/parameters/contract/answer/whole.ts'

interface HistoryDrawerProps {
  readonly definition: Definition
  readonly unit: UnitRow
  readonly onClose: () => void
}

/** Who changed this setting here or above, when and why, newest first, each with the way back. */
export const HistoryDrawer = ({ definition, unit, onClose }: HistoryDrawerProps) => {
  const translate = useTranslate()
  const title = useId()
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': title, sx: { width: { xs: '100%', sm: 560 }, p: { xs: 2, sm: 3 } } } }}
    >
      <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 1, mb: 1 }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h2" id={title}>{translate('parameters.historyOf', { title: definition.title })}</Typography>
          <Typography variant="body2" color="textSecondary">{unit.name}</Typography>
        </Box>
        <IconButton autoFocus onClick={onClose} aria-label={translate('ra.action.close')}>
          <Close />
        </IconButton>
      </Stack>
      <Touches definition={definition} unit={unit} />
    </Drawer>
  )
}

const useTouches = (name: string, unit: string) => {
  const language = useLocale()
  return useInfiniteQuery<ParameterHistory, Problem, { pages: ParameterHistory[] }, readonly unknown[], number | null>({
    queryKey: ['/parameters/history', name, unit, language],
    queryFn: ({ pageParam, signal }) =>
      call<ParameterHistory>(`/parameters/${name}/history`, { query: { unit, before: pageParam, limit: 20 }, signal }),
    initialPageParam: null,
    getNextPageParam: page => page.nextBefore,
  })
}

const Touches = ({ definition, unit }: Omit<HistoryDrawerProps, 'onClose'>) => {
  const translate = useTranslate()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useTouches(definition.name, unit.id)
  if (isPending) return <Waiting />
  if (error) return <Alert severity="error" role="alert">{error.message || translate('console.failed')}</Alert>
  const touches = data.pages.flatMap(page => page.data)
  if (touches.length === 0) return <Typography color="textSecondary">{translate('parameters.noHistory')}</Typography>
  return (
    <>
      <Stack component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {touches.map(touch => (
          <Entry key={touch.set} touch={touch} />
        ))}
      </Stack>
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage} sx={{ alignSelf: 'start' }}>
          {translate('console.history.more')}
        </Button>
      )}
    </>
  )
}

const Entry = ({ touch }: { readonly touch: Touch }) => {
  const translate = useTranslate()
  const language = useLocale()
  const notify = useNotify()
  const link = useUnitLink()
  const { set, state, sentences, by, at, appliedAt, reason, here, mayRead } = touch
  const when = formatMoment(language, appliedAt ?? at)
  const putBack = async () => {
    try {
      askPutBack(await call<ChangeSet>(`/changes/${set}`))
    } catch (failure) {
      notify(asProblem(failure).message || 'console.failed', { type: 'error' })
    }
  }
  return (
    <Box component="li" sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      {sentences.map(sentence => (
        <Typography key={sentence} sx={{ fontWeight: 550 }}>{sentence}</Typography>
      ))}
      <Typography variant="body2" color="textSecondary">
        {by === null ? translate('parameters.saidAt', { at: when }) : translate('console.history.by', { name: by, at: when })}
        {!here && ` · ${translate('parameters.setAbove')}`}
      </Typography>
      {reason && <Typography variant="body2">{translate('console.history.reason', { reason })}</Typography>}
      <Stack direction="row" useFlexGap sx={{ gap: 1, mt: 0.5, alignItems: 'center', flexWrap: 'wrap' }}>
        {state !== 'applied' && <Chip size="small" variant="outlined" label={translate(`console.history.state.${state}`)} />}
        {mayRead && (
          <Link component={RouterLink} to={link(`/history?set=${set}`)} variant="body2">
            {translate('parameters.wholeSet')}
          </Link>
        )}
        {mayRead && state === 'applied' && (
          <Button
            size="small"
            onClick={() => void putBack()}
            aria-label={`${translate('console.history.putBack')} ${sentences[0] ?? ''}`}
          >
            {translate('console.history.putBack')}
          </Button>
        )}
      </Stack>
    </Box>
  )
}
