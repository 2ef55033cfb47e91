import Check from '@mui/icons-material/Check'
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { Section } from '#console/Section.tsx'
import { holds, useMe } from '#console/session.ts'
import { permissions as rights } from '#plugins/permissions/contract/permission.ts'
import type { RoleRow } from '../answers.ts'
import { capital } from './capital.ts'

interface RoleCardProps {
  readonly role: RoleRow
  readonly onChange: () => void
  readonly onCopy: () => void
  readonly onTakeOver: () => void
  readonly onEnd: () => void
}

/** One role: where it comes from, how many hold it, what it allows, and what one may do with it. */
export const RoleCard = ({ role, onChange, onCopy, onTakeOver, onEnd }: RoleCardProps) => {
  const translate = useTranslate()
  const me = useMe()
  const allowed = useId()
  const [open, setOpen] = useState(false)
  const mine = me.grants.some(({ role: code }) => code === role.code)
  const { lacking, added } = role.template ?? { lacking: [], added: [] }
  const about = translate(`permissions.roles.about.${role.code}`, { _: '' })
  return (
    <Section
      title={capital(role.name)}
      intro={role.own ? translate('permissions.roles.madeAt', { unit: role.unitName }) : about}
      actions={
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          {mine && <Chip size="small" color="primary" label={translate('permissions.roles.own')} />}
          <Chip
            size="small"
            variant="outlined"
            label={translate(role.holders === 0 ? 'permissions.roles.unheld' : 'permissions.roles.holders', { smart_count: role.holders })}
          />
          {role.mayChange && (
            <Button size="small" variant="outlined" onClick={onChange} aria-label={`${translate('ra.action.edit')}: ${role.name}`}>
              {translate('ra.action.edit')}
            </Button>
          )}
          {holds(me, rights.roles) && (
            <Button size="small" onClick={onCopy} aria-label={`${translate('permissions.roles.copy')}: ${role.name}`}>
              {translate('permissions.roles.copy')}
            </Button>
          )}
          {role.own && role.mayChange && (
            <Button size="small" color="error" onClick={onEnd} aria-label={`${translate('ra.action.delete')}: ${role.name}`}>
              {translate('ra.action.delete')}
            </Button>
          )}
        </Stack>
      }
    >
      <Stack spacing={1.5}>
        {added.length > 0 && (
          <Typography variant="body2" sx={{ maxWidth: '70ch' }}>
            {translate('permissions.roles.added', { rights: added.map(({ allows }) => allows).join('; ') })}
          </Typography>
        )}
        {lacking.length > 0 && role.mayChange && (
          <Alert
            severity="info"
            action={
              <Button color="inherit" size="small" onClick={onTakeOver}>
                {translate('permissions.roles.takeOver')}
              </Button>
            }
          >
            {translate('permissions.roles.lacking', {
              smart_count: lacking.length,
              rights: lacking.map(({ allows }) => allows).join('; '),
            })}
          </Alert>
        )}
        <div>
          <Button
            size="small"
            aria-expanded={open}
            aria-controls={allowed}
            onClick={() => setOpen(!open)}
            sx={{ ml: -0.75 }}
            endIcon={<ExpandMore aria-hidden sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />}
          >
            {translate(open ? 'permissions.roles.hide' : 'permissions.roles.show', { smart_count: role.permissions.length })}
          </Button>
          <Box id={allowed}>{open && <Allowed role={role} />}</Box>
        </div>
      </Stack>
    </Section>
  )
}

const Allowed = ({ role: { permissions } }: { readonly role: RoleRow }) => (
  <Box sx={{ display: 'grid', gap: 2, mt: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))' }}>
    {[...Map.groupBy(permissions, ({ pluginName }) => pluginName)].map(([area, rights]) => (
      <Box key={area}>
        <Typography variant="overline" component="h3" color="textSecondary">
          {area}
        </Typography>
        <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }} spacing={0.5}>
          {rights.map(({ name, allows }) => (
            <Stack component="li" key={name} direction="row" sx={{ gap: 1 }}>
              <Check fontSize="small" color="success" aria-hidden sx={{ mt: 0.25 }} />
              <Typography variant="body2">{capital(allows)}</Typography>
            </Stack>
          ))}
        </Stack>
      </Box>
    ))}
  </Box>
)
