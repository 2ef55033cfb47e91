import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { call } from '#console/http.ts'
import { useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { useTrying } from '#console/trying.ts'
import type { Units } from '#console/unit.ts'
import type { GivableRoles, ProviderRow } from '../answers.ts'

interface ProviderCardProps {
  readonly row: ProviderRow
  readonly units: Units
  readonly onAct: (act: 'change' | 'rules' | 'secret' | 'end') => void
}

/** One sign-in service: where it is, what it is told, and which roles its words give. */
export const ProviderCard = ({ row, units, onAct }: ProviderCardProps) => {
  const translate = useTranslate()
  const { data: roles } = useReading<GivableRoles>('/roles')
  const { busy, problem, trying } = useTrying()
  const [answered, setAnswered] = useState<string | null>(null)
  const { id, unitName, provider, rules, hasSecret, callback, logout } = row
  const check = () =>
    trying(async () => {
      setAnswered(null)
      setAnswered((await call<{ readonly issuer: string }>(`/providers/${id}/check`, { method: 'POST' })).issuer)
    })
  const roleOf = (code: string) => roles?.data.find(role => role.code === code)?.name ?? code
  return (
    <Section
      title={provider.name}
      intro={translate('signIn.provider.at', { issuer: provider.issuer, unit: unitName })}
      actions={
        <Chip
          size="small"
          sx={hasSecret ? {} : { bgcolor: 'var(--day-B)', color: 'var(--day-B-ink)' }}
          label={translate(hasSecret ? 'signIn.provider.hasSecret' : 'signIn.provider.lacksSecret')}
        />
      }
    >
      <Stack spacing={2}>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { sm: 'max-content 1fr' }, columnGap: 2 }}>
          {[
            ['client', provider.clientId],
            ['callback', callback],
            ['logout', logout],
          ].map(([what, said]) => (
            <Box key={what} sx={{ display: 'contents' }}>
              <Typography component="dt" color="textSecondary">
                {translate(`signIn.provider.${what}`)}
              </Typography>
              <Typography component="dd" sx={{ m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }}>
                {said}
              </Typography>
            </Box>
          ))}
        </Box>
        <div>
          <Typography variant="h3" sx={{ mb: 0.5 }}>
            {translate('signIn.provider.rules')}
          </Typography>
          {rules.length === 0 && (
            <Typography color="textSecondary">{translate('signIn.provider.noRules')}</Typography>
          )}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {rules.map(({ claim, value, role, unit }) => (
              <li key={[claim, value, role, unit].join()}>
                {translate('signIn.provider.rule', {
                  claim, value, role: roleOf(role), unit: units.byId.get(unit)?.name ?? unit,
                })}
              </li>
            ))}
          </Box>
        </div>
        <Refused problem={problem} />
        {answered && (
          <Alert severity="success" role="status">
            {translate('signIn.provider.answers', { issuer: answered })}
          </Alert>
        )}
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          <Button variant="outlined" loading={busy} onClick={() => void check()}>
            {translate('signIn.provider.try')}
          </Button>
          {(['change', 'rules', 'secret', 'end'] as const).map(act => (
            <Button
              key={act}
              color={act === 'end' ? 'error' : 'primary'}
              onClick={() => onAct(act)}
              aria-label={`${translate(`signIn.provider.act.${act}`)}: ${provider.name}`}
            >
              {translate(`signIn.provider.act.${act}`)}
            </Button>
          ))}
        </Stack>
      </Stack>
    </Section>
  )
}
