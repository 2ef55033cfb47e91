import Add from '@mui/icons-material/Add'
import { Box, Button, Chip, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Language } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import { todayHere } from '#console/time/day.ts'
import { mayAt, useUnits } from '#console/unit.ts'
import type { DaySet, HoursKind } from '#plugins/branches/contract/hours.ts'
import { branchesPermissions } from '#plugins/branches/contract/permission.ts'
import type { UnitHours } from '../answers.ts'
import { DaySetDialog } from './DaySetDialog.tsx'
import { KindDialog } from './KindDialog.tsx'

/** What the whole region shares: kinds of hours, and named lists of holidays. */
const ListsPage = () => {
  const translate = useTranslate()
  const units = useUnits()
  const system = units?.below.get(null)?.[0]
  if (!units || !system) return <Waiting />
  return (
    <Page title={translate('branches.lists.title')} intro={translate('branches.lists.intro')} help="lists">
      <Lists system={system.id} />
    </Page>
  )
}

type Edited = { readonly kind: HoursKind | null } | { readonly set: DaySet | null }

const Lists = ({ system }: { readonly system: string }) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const me = useMe()
  const units = useUnits()
  const reading = useReading<UnitHours>(`/units/${system}/hours`)
  const [edited, setEdited] = useState<Edited | null>(null)
  const may = units !== undefined && mayAt(me, units, branchesPermissions.daySets, system)
  const year = todayHere().slice(0, 4)
  const edit = (name: string, what: Edited) =>
    may && (
      <Button onClick={() => setEdited(what)} aria-label={`${translate('ra.action.edit')}: ${name}`}>
        {translate('ra.action.edit')}
      </Button>
    )
  const add = (label: string, what: Edited) =>
    may && (
      <Button variant="outlined" startIcon={<Add />} onClick={() => setEdited(what)}>
        {translate(label)}
      </Button>
    )
  return (
    <Answered reading={reading}>
      {({ kinds, daySets, version }) => (
        <Stack spacing={3}>
          <Section
            title={translate('branches.lists.kinds')}
            intro={translate('branches.lists.kindsIntro')}
            actions={add('branches.lists.addKind', { kind: null })}
          >
            <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {kinds.map(kind => (
                <Row
                  key={kind.code}
                  name={kind.name[language]}
                  about={kind.code}
                  action={edit(kind.name[language], { kind })}
                >
                  <Chip
                    size="small"
                    variant="outlined"
                    label={translate(kind.countsAsOpen ? 'branches.lists.open' : 'branches.lists.notOpen')}
                  />
                </Row>
              ))}
            </Box>
          </Section>
          <Section
            title={translate('branches.lists.sets')}
            intro={translate('branches.lists.setsIntro')}
            actions={add('branches.lists.addSet', { set: null })}
          >
            {daySets.length === 0 && <Nothing>{translate('branches.lists.noSets')}</Nothing>}
            <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {daySets.map(set => (
                <Row
                  key={set.code}
                  name={set.name[language]}
                  about={set.code}
                  action={edit(set.name[language], { set })}
                >
                  <Typography variant="body2">
                    {translate('branches.lists.inYear', {
                      smart_count: set.periods.filter(({ from }) => from.startsWith(year)).length,
                      year,
                    })}
                  </Typography>
                </Row>
              ))}
            </Box>
          </Section>
          {edited && 'kind' in edited && (
            <KindDialog kind={edited.kind} seen={version} onClose={() => setEdited(null)} />
          )}
          {edited && 'set' in edited && (
            <DaySetDialog set={edited.set} seen={version} onClose={() => setEdited(null)} />
          )}
        </Stack>
      )}
    </Answered>
  )
}

interface RowProps {
  readonly name: string
  readonly about: string
  readonly action: React.ReactNode
  readonly children: React.ReactNode
}

const Row = ({ name, about, action, children }: RowProps) => (
  <Stack
    component="li"
    direction="row"
    useFlexGap
    sx={{ gap: 2, py: 1.25, borderBottom: 1, borderColor: 'divider', alignItems: 'center', flexWrap: 'wrap' }}
  >
    <Box sx={{ flex: '1 1 220px' }}>
      <Typography sx={{ fontWeight: 600, '&::first-letter': { textTransform: 'uppercase' } }}>
        {name}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {about}
      </Typography>
    </Box>
    <Box sx={{ flex: '1 1 200px' }}>{children}</Box>
    {action}
  </Stack>
)

export default ListsPage
