import Key from '@mui/icons-material/KeyOutlined'
import { Button, Divider, Link, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as To } from 'react-router-dom'
import { call } from '#console/http.ts'
import { useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import type { PieceProps } from '#console/screens.ts'
import type { Me } from '#console/session.ts'
import { knowsPasskeys, showPasskey } from '#console/sign-in/passkey.ts'
import { useTrying } from '#console/trying.ts'
import type { Providers } from '../answers.ts'
import { hereAfterwards } from './afterwards.ts'

/** Other ways in: a passkey alone, the sign-in of one's own organisation, or a link for who forgot. */
const Door = ({ onEntry }: PieceProps['door']) => {
  const translate = useTranslate()
  const { data: providers } = useReading<Providers>('/providers', {}, { staleTime: 60_000 })
  const { busy, problem, trying } = useTrying()
  const usePasskey = () =>
    trying(async () => {
      const options = await call<Parameters<typeof showPasskey>[0]>('/passkey/options', {
        method: 'POST', body: {}, aboutSession: true,
      })
      const passkey = await showPasskey(options, translate)
      onEntry(await call<Me>('/passkey', { method: 'POST', body: { passkey }, aboutSession: true }))
    })
  return (
    <Stack spacing={1.5}>
      <Link component={To} to="/forgotten" sx={{ alignSelf: 'flex-start' }}>
        {translate('signIn.door.forgotten')}
      </Link>
      <Divider sx={{ color: 'text.secondary' }}>{translate('signIn.door.or')}</Divider>
      <Refused problem={problem} />
      {knowsPasskeys() && (
        <Button variant="outlined" size="large" startIcon={<Key />} loading={busy} onClick={() => void usePasskey()}>
          {translate('signIn.door.passkey')}
        </Button>
      )}
      {providers?.data.map(({ id, name, login }) => (
        <Button key={id} variant="outlined" size="large" component="a" href={hereAfterwards(login)}>
          {translate('signIn.door.provider', { name })}
        </Button>
      ))}
    </Stack>
  )
}

export default Door
