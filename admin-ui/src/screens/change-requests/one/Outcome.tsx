import { Link, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useUnitLink } from '#console/unit.ts'
import type { OneRequest } from '../answers.ts'

/** The change that came of it, and the one that undid it, where they stand in history. */
export const Outcome = ({ request: { change, state } }: { readonly request: OneRequest }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  if (!change || !['planned', 'applied', 'put-back'].includes(state)) return null
  return (
    <Stack direction="row" useFlexGap className="no-print" sx={{ mt: 2, columnGap: 3, rowGap: 0.5, flexWrap: 'wrap' }}>
      <Link component={RouterLink} to={link(`/history?set=${change.id}`)}>{translate('requests.one.outcome')}</Link>
      {change.putBackBy && <Link component={RouterLink} to={link(`/history?set=${change.putBackBy}`)}>{translate('requests.one.undone')}</Link>}
    </Stack>
  )
}
