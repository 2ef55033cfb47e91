import Back from '@mui/icons-material/ArrowBack'
import { Alert, Button, Link as Anchor, Stack, TableCell, TableRow } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { useMe } from '#console/session.ts'
import { formatDay, todayHere } from '#console/time/day.ts'
import { mayAt, pathOf, useUnit, useUnitLink, useUnits } from '#console/unit.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'
import type { ClassList, SchoolClass } from '#plugins/patrons/contract/school/class.ts'
import { plainDay } from '../plain-day.ts'
import { AddClassDialog } from './AddClassDialog.tsx'
import { EditClassDialog } from './EditClassDialog.tsx'
import { RollDialog, yearOf } from './RollDialog.tsx'
import { Rolls } from './Rolls.tsx'

/** The classes of a library: who teaches them, and how they move up to another school year. */
const ClassesPage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const me = useMe()
  const units = useUnits()
  const { unit } = useUnit()
  const library = units && unit ? pathOf(units, unit.id).find(({ type }) => type === 'library')?.id : undefined
  const reading = useReading<ClassList>('/school-classes', { library }, { enabled: library !== undefined })
  const [open, setOpen] = useState<'add' | { readonly year: number } | null>(null)
  const mayAdd = units !== undefined && library !== undefined && mayAt(me, units, permissions.register, library)
  const close = () => setOpen(null)
  return (
    <Page title={translate('patrons.class.title')} intro={translate('patrons.class.intro')}
      actions={mayAdd && (
        <>
          <Button onClick={() => setOpen({ year: yearOf(todayHere()) })}>{translate('patrons.class.roll')}</Button>
          <Button variant="contained" onClick={() => setOpen('add')}>{translate('patrons.class.add')}</Button>
        </>
      )}>
      <Anchor component={Link} to={link('/patrons')} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}>
        <Back fontSize="small" aria-hidden />
        {translate('patrons.page.back')}
      </Anchor>
      {units && !library && <Nothing>{translate('patrons.class.chooseLibrary')}</Nothing>}
      {library && (
        <Answered reading={reading}>
          {({ data, rolls, next }) => (
            <Stack spacing={3}>
              {next && <NextRoll next={next} onLook={mayAdd ? () => setOpen({ year: next.year }) : undefined} />}
              {data.length === 0 ? <Nothing>{translate('patrons.class.none')}</Nothing> : <Classes classes={data} />}
              <Rolls rolls={rolls} />
            </Stack>
          )}
        </Answered>
      )}
      {open === 'add' && library && <AddClassDialog library={library} onClose={close} />}
      {open !== null && open !== 'add' && library && <RollDialog library={library} year={open.year} onClose={close} />}
    </Page>
  )
}

interface NextRollProps {
  readonly next: NonNullable<ClassList['next']>
  readonly onLook: (() => void) | undefined
}

/** When classes move up by themselves, with a look beforehand. */
const NextRoll = ({ next: { day, year }, onLook }: NextRollProps) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Alert severity="info" action={onLook && <Button color="inherit" size="small" onClick={onLook}>{translate('patrons.roll.look')}</Button>}>
      {translate('patrons.roll.byItself', { day: plainDay(language, day), year, next: year + 1 })}
    </Alert>
  )
}

const Classes = ({ classes }: { readonly classes: readonly SchoolClass[] }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  const [editing, setEditing] = useState<SchoolClass | null>(null)
  return (
    <>
      <ListTable name={translate('patrons.class.title')} columns={['name', 'school', 'teacher', 'until'].map(column => translate(`patrons.class.${column}`))}
        acts={translate('patrons.class.acts')}>
        {classes.map(one => (
          <TableRow key={one.id}>
            <TableCell component="th" scope="row">
              <Anchor component={Link} to={link(`/patrons/${one.person}`)}>{one.name}</Anchor>
            </TableCell>
            <TableCell>{one.school}</TableCell>
            <TableCell>{one.teachers.join(', ')}</TableCell>
            <TableCell>{formatDay(language, one.until)}</TableCell>
            <TableCell align="right">
              {one.mayChange && (
                <Button size="small" onClick={() => setEditing(one)} aria-label={`${translate('patrons.edit.ask')}: ${one.name} ${one.school}`}>
                  {translate('patrons.edit.ask')}
                </Button>
              )}
            </TableCell>
          </TableRow>
        ))}
      </ListTable>
      {editing && <EditClassDialog known={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

export default ClassesPage
