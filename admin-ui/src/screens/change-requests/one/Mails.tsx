import { Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatMoment } from '#console/time/day.ts'
import type { OneRequest } from '../answers.ts'

/** What was mailed about it and whether it left; what came back stands out. */
export const Mails = ({ mails }: Pick<OneRequest, 'mails'>) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Stack component="ul" spacing={1.25} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {mails.map(({ kind, at, state, name, address }) => (
        <li key={`${kind} ${at} ${name}`}>
          <Typography>{translate(`requests.mails.kind.${kind.replace('change-requests.', '')}`)}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {[address ? `${name} (${address})` : name, formatMoment(language, at)].join(' · ')}
          </Typography>
          <Typography variant="body2" color={state === 'bounced' || state === 'failed' ? 'error' : 'textSecondary'} sx={{ fontWeight: state === 'bounced' ? 600 : 400 }}>
            {translate(`requests.mails.state.${state}`)}
          </Typography>
        </li>
      ))}
    </Stack>
  )
}
