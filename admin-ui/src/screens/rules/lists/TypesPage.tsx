import Add from '@mui/icons-material/Add'
import { Alert, Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import { todayHere } from '#console/time/day.ts'
import { mayAt, useUnit, type UnitRow } from '#console/unit.ts'
import { Views } from '#console/Views.tsx'
import { permissions } from '#plugins/parameters/contract/permission.ts'
import type { Lists } from '#plugins/rules/contract/answer.ts'
import { Links } from './Links.tsx'
import { TypeDialog } from './TypeDialog.tsx'
import { TypeTable } from './TypeTable.tsx'
import type { Edited, ListName } from './type.ts'

/** The lists of types that the rules are kept by: the region's, and what a library says instead. */
const TypesPage = () => {
  const translate = useTranslate()
  const { unit } = useUnit()
  const { asked, ask } = useAsked()
  if (!unit) return <Waiting />
  const groupOf3 = unit.type === 'group' && unit.level?.startsWith('3') === true
  const views = ['memberships', 'materials', ...(groupOf3 ? ['links' as const] : [])] as const
  const view = views.find(one => one === asked('list')) ?? 'memberships'
  return (
    <Page title={translate('rules.types.title', { unit: unit.name })} intro={translate('rules.types.intro')} help="types">
      <Views
        views={views}
        value={view}
        label={translate('rules.types.menu')}
        words={one => translate(`rules.types.${one}`)}
        onChange={list => ask({ list })}
      />
      <Shown key={unit.id} unit={unit} view={view} />
    </Page>
  )
}

const Shown = ({ unit, view }: { readonly unit: UnitRow; readonly view: ListName | 'links' }) => {
  const translate = useTranslate()
  const { units } = useUnit()
  const me = useMe()
  const reading = useReading<Lists>('/lists', { unit: unit.id, day: todayHere() })
  const [edited, setEdited] = useState<Edited | null>(null)
  const keeps = ['system', 'group', 'library'].includes(unit.type)
  const may = keeps && units !== undefined && mayAt(me, units, permissions['edit-lists'], unit.id)
  return (
    <Answered reading={reading}>
      {lists => view === 'links' ? <Links unit={unit} lists={lists} may={may} /> : (
        <Stack spacing={2}>
          {!keeps && <Alert severity="info">{translate('rules.types.ofLibrary')}</Alert>}
          <Section
            bare
            title={translate(`rules.types.${view}`)}
            intro={translate(`rules.types.${view}Intro`)}
            actions={may && unit.type === 'system' && (
              <Button variant="outlined" startIcon={<Add />} onClick={() => setEdited({ list: view, code: null })}>
                {translate('rules.types.add')}
              </Button>
            )}
          >
            <TypeTable list={view} lists={lists} onEdit={may ? code => setEdited({ list: view, code }) : undefined} />
          </Section>
          {edited && (
            <TypeDialog key={edited.code} edited={edited} lists={lists} unit={unit} onClose={() => setEdited(null)} />
          )}
        </Stack>
      )}
    </Answered>
  )
}

export default TypesPage
