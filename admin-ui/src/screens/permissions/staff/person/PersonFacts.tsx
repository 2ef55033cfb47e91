import { Box, Button, Chip, Link as Anchor, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { languageNames } from '#console/language.ts'
import { Section } from '#console/Section.tsx'
import { formatMoment, todayHere } from '#console/time/day.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import { useUnitLink, type Units } from '#console/unit.ts'
import type { StaffDetail } from '../../answers.ts'
import { AccessChip } from '../AccessChip.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { DetailsDialog } from './DetailsDialog.tsx'

interface PersonFactsProps {
  readonly person: StaffDetail
  readonly units: Units
}

/** How somebody is called and reached, where they work until when, and when they were last here. */
export const PersonFacts = ({ person, units }: PersonFactsProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const period = usePeriod()
  const [open, setOpen] = useState<'details' | 'account' | null>(null)
  const { homeUnit, from, to, substitute, lastSeen, sessions, factors, mayManage } = person
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['email', person.email],
    ['home', homeUnit && `${homeUnit.name}, ${period({ from, to }, todayHere())}`],
    ['substitute', substitute && <Substitute key="substitute" substitute={substitute} />],
    ['language', languageNames[person.language]],
    ['initials', person.initials],
    ['lastSeen', lastSeen ? formatMoment(language, lastSeen) : translate('permissions.person.never')],
    [
      'sessions',
      sessions === 0
        ? translate('permissions.person.nowhere')
        : translate('permissions.person.sessionsCount', { smart_count: sessions }),
    ],
    ['factors', factors.length > 0 && factors.join(', ')],
  ]
  return (
    <Section
      title={translate('permissions.person.who')}
      actions={
        mayManage && (
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
            <Button size="small" variant="outlined" onClick={() => setOpen('details')}>
              {translate('permissions.details.ask')}
            </Button>
            {homeUnit && (
              <Button size="small" variant="outlined" onClick={() => setOpen('account')}>
                {translate('permissions.account.ask')}
              </Button>
            )}
          </Stack>
        )
      }
    >
      <Stack direction="row" useFlexGap sx={{ gap: 1, mb: 2, flexWrap: 'wrap' }}>
        <AccessChip person={person} />
        {person.kind === 'machine' && <Chip size="small" label={translate('permissions.person.machine')} />}
      </Stack>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))' }}
      >
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <Box key={name}>
              <Typography component="dt" variant="body2" color="textSecondary">
                {translate(`permissions.person.fact.${name}`)}
              </Typography>
              <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {value}
              </Typography>
            </Box>
          ))}
      </Box>
      {open === 'details' && <DetailsDialog person={person} onClose={() => setOpen(null)} />}
      {open === 'account' && <AccountDialog person={person} units={units} onClose={() => setOpen(null)} />}
    </Section>
  )
}

const Substitute = ({ substitute: { id, name } }: { readonly substitute: NonNullable<StaffDetail['substitute']> }) => {
  const link = useUnitLink()
  return (
    <Anchor component={Link} to={link(`/staff/${id}`)}>
      {name}
    </Anchor>
  )
}
