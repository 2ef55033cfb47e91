import Check from '@mui/icons-material/Check'
import { Box, Chip, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import type { RoleRow, Roles } from '../answers.ts'

/** What each role is for and allows, in sentences; one's own are marked. */
const RolesPage = () => {
  const translate = useTranslate()
  const reading = useReading<Roles>('/roles')
  return (
    <Page
      title={translate('permissions.roles.title')}
      intro={translate('permissions.roles.intro')}
      help="roles"
    >
      <Answered reading={reading}>
        {({ data }) => (
          <Stack spacing={2}>
            {data.map(role => (
              <Role key={role.code} role={role} />
            ))}
          </Stack>
        )}
      </Answered>
    </Page>
  )
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

const Role = ({ role: { code, name, permissions } }: { readonly role: RoleRow }) => {
  const translate = useTranslate()
  const { grants } = useMe()
  const own = grants.some(({ role }) => role === code)
  return (
    <Section
      title={capital(name)}
      intro={translate(`permissions.roles.about.${code}`, { _: '' })}
      actions={
        own ? <Chip size="small" color="primary" label={translate('permissions.roles.own')} /> : undefined
      }
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))' }}>
        {[...Map.groupBy(permissions, ({ plugin }) => plugin)].map(([plugin, allowed]) => (
          <Box key={plugin}>
            <Typography variant="overline" component="h3" color="textSecondary">
              {translate(`permissions.roles.plugin.${plugin}`, { _: plugin })}
            </Typography>
            <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }} spacing={0.5}>
              {allowed.map(({ name: permission, allows }) => (
                <Stack component="li" key={permission} direction="row" sx={{ gap: 1 }}>
                  <Check fontSize="small" color="success" aria-hidden sx={{ mt: 0.25 }} />
                  <Typography variant="body2">{capital(allows)}</Typography>
                </Stack>
              ))}
            </Stack>
          </Box>
        ))}
      </Box>
    </Section>
  )
}

export default RolesPage
