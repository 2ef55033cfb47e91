import { Link, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { formatMoment } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { OneRequest } from '../answers.ts'
import { StateChip } from '../StateChip.tsx'

/** Earlier requests of the same kind, and how they ended. */
export const Similar = ({ similar }: Pick<OneRequest, 'similar'>) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  if (similar.length === 0) return <Typography color="textSecondary">{translate('requests.similar.none')}</Typography>
  return (
    <Stack component="ul" spacing={1.25} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {similar.map(({ id, number, subject, state, unitName, endedAt, word }) => (
        <li key={id}>
          <Link component={RouterLink} to={link(`/inbox/${id}`)}>{subject}</Link> <StateChip state={state} />
          <Typography variant="body2" color="textSecondary">
            {[translate('requests.number', { number }), unitName, ...(endedAt ? [formatMoment(language, endedAt)] : [])].join(' · ')}
          </Typography>
          {word && <Typography variant="body2">{word}</Typography>}
        </li>
      ))}
    </Stack>
  )
}
