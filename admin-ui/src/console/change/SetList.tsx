import { Button, Chip, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { call } from '../http.ts'
import { useReadAgain } from '../reading.ts'
import { Pieces } from '../Pieces.tsx'
import { useMe } from '../session.ts'
import { formatDay, formatMoment } from '../time/day.ts'
import { useUnitLink } from '../unit.ts'
import { Agreement } from './Agreement.tsx'
import type { ChangeSet } from './change.ts'
import { askPutBack } from './put-back.ts'
import { useDecides } from './useDecides.ts'

/** Changes as people read them, each with what may still be done about it. */
export const SetList = ({ sets }: { readonly sets: readonly ChangeSet[] }) => (
  <Stack component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
    {sets.map(set => (
      <Entry key={set.id} set={set} />
    ))}
  </Stack>
)

const sentencesMax = 4

const Entry = ({ set }: { readonly set: ChangeSet }) => {
  const translate = useTranslate()
  const language = useLocale()
  const readAgain = useReadAgain()
  const decides = useDecides()
  const link = useUnitLink()
  const untold = Math.max(0, set.sentences.length - sentencesMax) + set.more
  const { staff } = useMe()
  const waiting = set.state === 'planned' || (set.state === 'requested' && (set.by.id === staff.id || !decides))
  const cancel = async () => {
    await call(`/changes/${set.id}/cancel`, { method: 'POST' })
    await readAgain()
  }
  return (
    <Stack
      component="li"
      direction={{ xs: 'column', sm: 'row' }}
      sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider', gap: 2, alignItems: { sm: 'flex-start' } }}
    >
      <Stack sx={{ flex: 1 }} spacing={0.25}>
        {set.sentences.slice(0, sentencesMax).map(sentence => (
          <Typography key={sentence} sx={{ fontWeight: 550 }}>
            {sentence}
          </Typography>
        ))}
        {untold > 0 && (
          <Typography variant="body2">
            {translate('console.history.untold', { smart_count: untold })}
          </Typography>
        )}
        <Typography variant="body2" color="textSecondary">
          {translate('console.history.by', { name: set.by.name, at: formatMoment(language, set.at) })}
          {set.state === 'planned'
            && set.applyOn
            && ` · ${translate('console.history.appliesOn', { day: formatDay(language, set.applyOn) })}`}
        </Typography>
        {set.reason && (
          <Typography variant="body2">{translate('console.history.reason', { reason: set.reason })}</Typography>
        )}
        {set.appliedAt !== null && <Pieces place="change" props={{ set }} />}
        <Agreement set={set} />
        {set.decision && (
          <Typography variant="body2">
            {translate('console.history.decision', {
              name: set.decidedBy ?? 'Filiaal',
              decision: set.decision,
            })}
          </Typography>
        )}
      </Stack>
      {set.state !== 'applied' && (
        <Chip size="small" variant="outlined" label={translate(`console.history.state.${set.state}`)} />
      )}
      {set.mayPutBack && set.state === 'applied' && (
        <Button
          size="small"
          onClick={() => askPutBack(set)}
          aria-label={`${translate('console.history.putBack')} ${set.sentences[0] ?? ''}`}
        >
          {translate('console.history.putBack')}
        </Button>
      )}
      {set.state === 'requested' && decides && (
        <Button
          component={Link}
          to={link(`/requests/${set.id}`)}
          size="small"
          variant="outlined"
          sx={{ flex: 'none' }}
          aria-label={`${translate('console.history.look')}: ${set.sentences[0] ?? ''}`}
        >
          {translate('console.history.look')}
        </Button>
      )}
      {waiting && (
        <Button
          size="small"
          color="error"
          onClick={() => void cancel()}
          aria-label={`${translate('console.history.cancel')}: ${set.sentences[0] ?? ''}`}
        >
          {translate('console.history.cancel')}
        </Button>
      )}
    </Stack>
  )
}
