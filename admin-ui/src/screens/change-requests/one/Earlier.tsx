import { Chip, Link, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { useReading } from '#console/reading.ts'
import { formatMoment } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { EarlierChanges } from '#plugins/change-requests/contract/answer.ts'
import type { OneRequest } from '../answers.ts'

/** How the very values that it would change came about, the newest first. */
export const Earlier = ({ request: { id } }: { readonly request: OneRequest }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  const reading = useReading<EarlierChanges>(`/requests/${id}/earlier`)
  return (
    <Answered reading={reading}>
      {({ data }) => data.length === 0 ? <Typography color="textSecondary">{translate('requests.earlier.none')}</Typography> : (
        <Stack component="ul" spacing={1.25} sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {data.map(({ set, at, state, by, sentences }) => (
            <li key={set}>
              {sentences.length === 0 && <Typography>{translate('console.history.putBackDone')}</Typography>}
              {sentences.map(sentence => <Typography key={sentence} sx={{ overflowWrap: 'anywhere' }}>{sentence}</Typography>)}
              <Typography variant="body2" color="textSecondary">
                <Link component={RouterLink} to={link(`/history?set=${set}`)}>{formatMoment(language, at)}</Link>{` · ${by.name}`}
              </Typography>
              {state === 'put-back' && <Chip size="small" variant="outlined" label={translate('requests.state.put-back')} />}
            </li>
          ))}
        </Stack>
      )}
    </Answered>
  )
}
