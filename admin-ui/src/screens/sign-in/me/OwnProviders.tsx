import { Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { call } from '#console/http.ts'
import { useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import type { Providers } from '../answers.ts'

/** One's account tied to the sign-in of one's own organisation. */
export const OwnProviders = () => {
  const translate = useTranslate()
  const { data: providers } = useReading<Providers>('/providers', {}, { staleTime: 60_000 })
  const { busy, problem, trying } = useTrying()
  if (!providers || providers.data.length === 0) return null
  const link = (id: string) =>
    trying(async () => {
      const { url } = await whenConfirmed(() => call<{ readonly url: string }>(`/oidc/${id}/link`, { method: 'POST' }))
      location.assign(url)
    })
  return (
    <Section title={translate('signIn.provider.own')} intro={translate('signIn.provider.ownIntro')}>
      <Stack spacing={2}>
        <Refused problem={problem} faults />
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          {providers.data.map(({ id, name }) => (
            <Button key={id} variant="outlined" loading={busy} onClick={() => void link(id)}>
              {translate('signIn.provider.link', { name })}
            </Button>
          ))}
        </Stack>
      </Stack>
    </Section>
  )
}
