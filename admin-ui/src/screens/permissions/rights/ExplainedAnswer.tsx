import ArrowDownward from '@mui/icons-material/ArrowDownward'
import CheckCircle from '@mui/icons-material/CheckCircle'
import Block from '@mui/icons-material/Block'
import { Box, Button, Card, Link as Anchor, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { formatMoment } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { Because, Explained } from '#plugins/permissions/contract/answer.ts'

/** A big yes or no with its sentence, the way the right came down the tree, and what came closest. */
export const ExplainedAnswer = ({ answer }: { readonly answer: Explained }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { holds, sentence, because, closest, staff } = answer
  return (
    <Card sx={{ p: 3, borderLeft: 6, borderColor: holds ? 'success.main' : 'error.main' }}>
      <Stack spacing={2.5}>
        <Stack direction="row" sx={{ gap: 2, alignItems: 'flex-start' }} role="status">
          {holds ? <CheckCircle color="success" fontSize="large" aria-hidden /> : <Block color="error" fontSize="large" aria-hidden />}
          <Box>
            <Typography variant="h2">{translate(holds ? 'permissions.rights.yes' : 'permissions.rights.no')}</Typography>
            <Typography sx={{ mt: 0.5, maxWidth: '70ch' }}>{sentence}</Typography>
          </Box>
        </Stack>
        {because.map((grant, at) => (
          <Reason
            key={`${grant.role} ${grant.unit} ${grant.from}`}
            grant={grant}
            title={at === 0 ? undefined : translate('permissions.rights.also')}
          />
        ))}
        {closest && (
          <Box>
            <Typography variant="h3">{translate('permissions.rights.closest')}</Typography>
            <Typography sx={{ mt: 0.5 }}>{closest.sentence}</Typography>
            {closest.grant && <Reason grant={closest.grant} />}
          </Box>
        )}
        {!holds && (
          <Button component={Link} to={link(`/staff/${staff.id}`)} variant="outlined" sx={{ alignSelf: 'flex-start' }}>
            {translate('permissions.rights.giveRole', { name: staff.name })}
          </Button>
        )}
      </Stack>
    </Card>
  )
}

/** Where the role was given and how it came down to the unit asked about; by whom and why. */
const Reason = ({ grant, title }: { readonly grant: Because; readonly title?: string | undefined }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  return (
    <Box sx={{ mt: 1 }}>
      {title && <Typography variant="h3">{title}</Typography>}
      <Stack component="ol" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1 }}>
        {grant.via.map((unit, at) => (
          <Stack component="li" key={unit.id} direction="row" sx={{ gap: 1, alignItems: 'center', ml: `${at * 20}px` }}>
            {at > 0 && <ArrowDownward fontSize="small" color="disabled" aria-hidden />}
            <Typography sx={{ fontWeight: at === 0 ? 650 : 400 }}>
              {unit.name}
              {at === 0 && ` · ${grant.roleName}`}
            </Typography>
          </Stack>
        ))}
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {grant.sentence}
        {grant.set && (
          <>
            {' · '}
            <Anchor component={Link} to={link(`/history?set=${grant.set.id}`)}>
              {translate('permissions.rights.givenBy', { name: grant.set.by, at: formatMoment(language, grant.set.at) })}
            </Anchor>
            {grant.set.reason && ` · ${grant.set.reason}`}
          </>
        )}
      </Typography>
    </Box>
  )
}
