import Devices from '@mui/icons-material/DevicesOutlined'
import { Box, Button, Chip, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatMoment } from '#console/time/day.ts'
import type { SessionRow } from '../answers.ts'
import { deviceOf } from '#console/sign-in/device.ts'

interface SessionListProps {
  readonly sessions: readonly SessionRow[]
  /** Absent where they are only ended all together. */
  readonly onEnd?: (id: string) => Promise<unknown>
}

/** Open sessions: on which device, since when, how they began. */
export const SessionList = ({ sessions, onEnd }: SessionListProps) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {sessions.map(session => {
        const { id, current, method, startedAt, lastSeenAt, network, agent } = session
        const name = session.label ?? deviceOf(agent) ?? translate('signIn.session.unknown')
        const how = translate(`signIn.session.method.${method}`, { _: method })
        return (
          <Box
            component="li"
            key={id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, py: 1, alignItems: 'center', borderTop: 1, borderColor: 'divider' }}
          >
            <Devices aria-hidden color="primary" />
            <Box sx={{ flex: '1 1 12rem', minWidth: 0 }}>
              <Typography component="div" sx={{ fontWeight: 600, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                {name}
                {current && <Chip size="small" label={translate('signIn.session.here')} />}
              </Typography>
              <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
                {translate('signIn.session.since', { at: formatMoment(language, startedAt), how })}
              </Typography>
              <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
                {translate('signIn.session.seen', { at: formatMoment(language, lastSeenAt) })}
                {network && ` · ${network}`}
              </Typography>
            </Box>
            {onEnd && !current && (
              <Button
                onClick={() => void onEnd(id)}
                aria-label={translate('signIn.session.endOne', { name, at: formatMoment(language, startedAt) })}
              >
                {translate('signIn.session.end')}
              </Button>
            )}
          </Box>
        )
      })}
    </Box>
  )
}
