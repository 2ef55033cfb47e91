import { Button, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router-dom'
import type { Static } from 'typebox'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Pages } from '#console/Pages.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { SearchField } from '#console/SearchField.tsx'
import { useMe } from '#console/session.ts'
import { formatDay } from '#console/time/day.ts'
import { mayAt, pathOf, useUnit, useUnitLink, type UnitRow } from '#console/unit.ts'
import type { ItemList, ListedItem } from '#plugins/circulation/contract/item.ts'
import { permissions } from '#plugins/circulation/contract/permission.ts'
import { ItemDialog } from './ItemDialog.tsx'

const perPage = 25

/** What stands on the shelves of a branch or a library, and what of it is out. */
const ItemsPage = () => {
  const { unit } = useUnit()
  return unit ? <Items key={unit.id} unit={unit} /> : <Waiting />
}

const placeOf = ({ id, type }: UnitRow) =>
  type === 'branch' || type === 'bookmobile' ? { branch: id } : type === 'library' ? { library: id } : {}

const Items = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const me = useMe()
  const link = useUnitLink()
  const { units } = useUnit()
  const { asked, ask } = useAsked()
  const [open, setOpen] = useState<string | null>(null)
  const words = useDeferredValue(asked('q'))
  const page = Number(asked('page')) || 1
  const reading = useSteadyReading<Static<typeof ItemList>>('/items', { q: words, ...placeOf(unit), limit: perPage, offset: (page - 1) * perPage })
  const mayEnter = 'branch' in placeOf(unit) && units !== undefined && mayAt(me, units, permissions.items, unit.id)
  const library = units && pathOf(units, unit.id).find(({ type }) => type === 'library')
  const mayImport = units !== undefined && library !== undefined && mayAt(me, units, permissions.items, library.id)
  return (
    <Page
      title={translate('circulation.items.title', { unit: unit.name })} intro={translate('circulation.items.intro')}
      actions={(
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
          {mayImport && <Button variant="outlined" component={Link} to={link('/items/import')}>{translate('circulation.import.act')}</Button>}
          {mayEnter && <Button variant="contained" onClick={() => setOpen('new')}>{translate('circulation.items.enter')}</Button>}
        </Stack>
      )}
    >
      <SearchField large label={translate('circulation.items.search')} value={asked('q')} onChange={q => ask({ q, page: null })} />
      <Answered reading={reading}>
        {({ data, total, more }) => (
          <Stack spacing={2}>
            <Typography role="status" color="textSecondary">
              {translate(more ? 'circulation.items.many' : 'circulation.items.shown', { smart_count: total })}
            </Typography>
            {data.length === 0 ? <Nothing>{translate('circulation.items.none')}</Nothing> : <ItemTable items={data} onOpen={setOpen} />}
            <Pages count={Math.ceil(total / perPage)} page={page} onPage={next => ask({ page: next === 1 ? null : String(next) })} />
          </Stack>
        )}
      </Answered>
      {open !== null && <ItemDialog id={open === 'new' ? null : open} branch={unit} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const ItemTable = ({ items, onOpen }: { readonly items: readonly ListedItem[]; readonly onOpen: (id: string) => void }) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <ListTable
      dense name={translate('circulation.items.table')}
      columns={['title', 'material', 'where', 'status'].map(column => translate(`circulation.items.column.${column}`))}
      acts={translate('circulation.items.column.act')}
    >
      {items.map(item => (
        <TableRow key={item.id} hover>
          <TableCell component="th" scope="row">
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{item.title}</Typography>
            <Typography variant="body2" color="textSecondary">{[item.author, item.barcode].filter(Boolean).join(' · ')}</Typography>
          </TableCell>
          <TableCell>{item.materialName}</TableCell>
          <TableCell>{[item.branch.name, item.shelf].filter(Boolean).join(' · ')}</TableCell>
          <TableCell>
            {item.dueOn ? translate('circulation.items.outUntil', { status: item.statusName, day: formatDay(language, item.dueOn) }) : item.statusName}
          </TableCell>
          <TableCell align="right">
            <Button size="small" onClick={() => onOpen(item.id)} aria-label={translate('circulation.items.openOne', { title: item.title })}>
              {translate('circulation.items.open')}
            </Button>
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  )
}

export default ItemsPage
