import Block from '@mui/icons-material/Block'
import CheckCircle from '@mui/icons-material/CheckCircle'
import { Box, Button, Card, Link as Anchor, Stack, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { holds as holdsRight, useMe } from '#console/session.ts'
import { formatMoment } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { Because, Explained } from '#plugins/permissions/contract/answer.ts'
import { permissions } from '#plugins/permissions/contract/permission.ts'
import { capital } from '../roles/capital.ts'
import { RightsPath } from './RightsPath.tsx'

/** A big yes or no with its sentence, the way the right came down the tree, and what came closest. */
export const ExplainedAnswer = ({ answer }: { readonly answer: Explained }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const me = useMe()
  const { holds, sentence, because, closest, staff, unit } = answer
  const colour = holds ? 'success' : 'error'
  const Sign = holds ? CheckCircle : Block
  return (
    <Card component="section" aria-label={translate('permissions.rights.answer')} sx={{ borderTop: 4, borderTopColor: `${colour}.main` }}>
      <Stack direction="row" sx={{ gap: 2, alignItems: 'flex-start', p: { xs: 2, sm: 3 } }} role="status">
        <Sign color={colour} aria-hidden sx={{ fontSize: { xs: 40, sm: 52 }, flex: 'none' }} />
        <Box>
          <Typography variant="h2" component="p" sx={{ fontSize: { xs: '1.6rem', sm: '2rem' }, lineHeight: 1.15, color: `${colour}.main` }}>
            {translate(holds ? 'permissions.rights.yes' : 'permissions.rights.no')}
          </Typography>
          <Typography sx={{ mt: 0.75, maxWidth: '70ch' }}>{capital(sentence)}</Typography>
        </Box>
      </Stack>
      {because.map((grant, at) => (
        <Part key={`${grant.role} ${grant.unit} ${grant.from}`} title={translate(at === 0 ? 'permissions.rights.because' : 'permissions.rights.also')}>
          <Reason grant={grant} />
          <RightsPath unit={unit.id} grant={grant} holds />
        </Part>
      ))}
      {!holds && (
        <Part title={translate('permissions.rights.closest')}>
          <Typography>{capital(closest?.sentence ?? translate('permissions.rights.noClosest'))}.</Typography>
          {closest?.grant && <RightsPath unit={unit.id} grant={closest.grant} holds={false} />}
          {closest?.grant && <GivenBy grant={closest.grant} />}
          {holdsRight(me, permissions.manage) && (
            <Button component={Link} to={link(`/staff/${staff.id}`, unit.id)} variant="outlined" sx={{ alignSelf: 'flex-start' }}>
              {translate('permissions.rights.giveRole', { name: staff.name })}
            </Button>
          )}
        </Part>
      )}
    </Card>
  )
}

interface PartProps {
  readonly title: string
  readonly children: ReactNode
}

const Part = ({ title, children }: PartProps) => (
  <Stack spacing={1.5} sx={{ px: { xs: 2, sm: 3 }, py: 2.5, borderTop: 1, borderColor: 'divider' }}>
    <Typography variant="h3" component="h2">{title}</Typography>
    {children}
  </Stack>
)

/** The role as a sentence; by whom it was given and why. */
const Reason = ({ grant }: { readonly grant: Because }) => (
  <Box>
    <Typography>{capital(grant.sentence)}.</Typography>
    <GivenBy grant={grant} />
  </Box>
)

const GivenBy = ({ grant: { set } }: { readonly grant: Because }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  if (set === null) return null
  return (
    <Typography variant="body2" color="textSecondary">
      <Anchor component={Link} to={link(`/history?set=${set.id}`)}>
        {translate('permissions.rights.given', { name: set.by, at: formatMoment(language, set.at) })}
      </Anchor>
      {set.reason && ` · ${set.reason}`}
    </Typography>
  )
}
