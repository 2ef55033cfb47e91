import { Box, Button, Stack, Typography } from '@mui/material'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { call } from '#console/http.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import type { Factors, Providers } from '../answers.ts'
import { RemoveAsked } from './RemoveAsked.tsx'

/** One's account tied to the sign-in of one's own organisation. */
export const OwnProviders = ({ linked }: { readonly linked: Factors['providers'] }) => {
  const translate = useTranslate()
  const language = useLocale()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { data: providers } = useReading<Providers>('/providers', {}, { staleTime: 60_000 })
  const { busy, problem, trying } = useTrying()
  if (!providers || providers.data.length === 0) return null
  const link = (id: string) =>
    trying(async () => {
      const { url } = await whenConfirmed(() => call<{ readonly url: string }>(`/oidc/${id}/link`, { method: 'POST' }))
      location.assign(url)
    })
  const unlink = async (id: string) => {
    if (await trying(() => whenConfirmed(() => call(`/oidc/${id}/link`, { method: 'DELETE' }))))
      notify('signIn.provider.unlinked', { type: 'success' })
    await readAgain()
  }
  const open = providers.data.filter(({ id }) => !linked.some(one => one.id === id))
  return (
    <Section title={translate('signIn.provider.own')} intro={translate('signIn.provider.ownIntro')}>
      <Stack spacing={2}>
        <Refused problem={problem} faults />
        {linked.length > 0 && (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {linked.map(({ id, name, linkedAt }) => (
              <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
                <Box sx={{ flex: '1 1 12rem', minWidth: 0 }}>
                  <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
                  <Typography variant="body2" color="textSecondary">
                    {translate('signIn.provider.linkedAt', { at: formatMoment(language, linkedAt) })}
                  </Typography>
                </Box>
                <RemoveAsked
                  act={translate('signIn.provider.unlink')}
                  label={translate('signIn.provider.unlinkOne', { name })}
                  sure={translate('signIn.provider.unlinkSure', { name })}
                  onRemove={() => unlink(id)}
                />
              </Box>
            ))}
          </Box>
        )}
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          {open.map(({ id, name }) => (
            <Button key={id} variant="outlined" loading={busy} onClick={() => void link(id)}>
              {translate('signIn.provider.link', { name })}
            </Button>
          ))}
        </Stack>
      </Stack>
    </Section>
  )
}
