import { Box, Button, Link as Anchor, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Nothing } from '#console/Nothing.tsx'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import { todayHere } from '#console/time/day.ts'
import { useUnit, useUnitLink, type Units } from '#console/unit.ts'
import type { GrantRow, StaffDetail } from '../../answers.ts'
import { capital } from '../../roles/capital.ts'
import { GrantDialog } from '../GrantDialog.tsx'
import { WithdrawDialog } from '../WithdrawDialog.tsx'
import { CopyDialog } from './CopyDialog.tsx'

interface PersonRolesProps {
  readonly person: StaffDetail
  readonly units: Units
}

/** What somebody may do, as one says it: which role, where, until when, and how far. */
export const PersonRoles = ({ person, units }: PersonRolesProps) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { unit } = useUnit()
  const today = todayHere()
  const { staff: me } = useMe()
  const [open, setOpen] = useState<'grant' | 'copy' | null>(null)
  const [withdrawn, setWithdrawn] = useState<GrantRow | null>(null)
  const { grants, mayManage, disabled, homeUnit } = person
  const home = units.byId.get(homeUnit?.id ?? '') ?? unit
  return (
    <Section
      title={translate('permissions.staff.roles')}
      actions={
        // Nobody gives themselves a role.
        mayManage && !disabled && person.id !== me.id && (
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
            <Button size="small" variant="outlined" onClick={() => setOpen('copy')}>
              {translate('permissions.copy.ask')}
            </Button>
            <Button size="small" variant="contained" onClick={() => setOpen('grant')}>
              {translate('permissions.grant.add')}
            </Button>
          </Stack>
        )
      }
    >
      {grants.length === 0 ? (
        <Nothing>{translate('permissions.staff.noRole')}</Nothing>
      ) : (
        <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {grants.map(grant => (
            <Stack
              key={`${grant.role} ${grant.unit} ${grant.from}`}
              component="li"
              direction="row"
              sx={{ gap: 2, py: 1, borderBottom: 1, borderColor: 'divider', alignItems: 'center' }}
            >
              <Typography sx={{ flex: 1 }}>{capital(grant.sentence)}</Typography>
              {grant.mayWithdraw && (
                <Button
                  size="small"
                  color="error"
                  sx={{ flex: 'none' }}
                  onClick={() => setWithdrawn(grant)}
                  aria-label={`${translate('permissions.withdraw.act')}: ${grant.sentence}`}
                >
                  {translate('permissions.withdraw.act')}
                </Button>
              )}
            </Stack>
          ))}
        </Stack>
      )}
      <Box sx={{ mt: 1.5 }}>
        <Anchor component={Link} to={link(`/rights?view=may&staff=${person.id}`)}>
          {translate('permissions.person.why')}
        </Anchor>
      </Box>
      {open === 'grant' && home && (
        <GrantDialog person={person} unit={home} units={units} today={today} onClose={() => setOpen(null)} />
      )}
      {open === 'copy' && <CopyDialog person={person} onClose={() => setOpen(null)} />}
      {withdrawn && (
        <WithdrawDialog person={person} grant={withdrawn} today={today} onClose={() => setWithdrawn(null)} />
      )}
    </Section>
  )
}
