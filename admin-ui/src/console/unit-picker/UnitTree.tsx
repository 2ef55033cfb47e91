import { RichTreeView, type TreeViewDefaultItemModelProperties } from '@mui/x-tree-view'
import { Box, List, ListItemButton, ListItemText, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { UnitId } from '#core/contract.ts'
import { plain } from '../plain.ts'
import { pathOf, type UnitRow, type Units } from '../unit.ts'

interface UnitTreeProps {
  readonly units: Units
  readonly chosen: UnitRow
  readonly onChoose: (id: UnitId) => void
}

const shownMax = 60

const itemsOf = (units: Units, parent: UnitId | null): TreeViewDefaultItemModelProperties[] =>
  (units.below.get(parent) ?? []).map(({ id, name }) => ({ id, label: name, children: itemsOf(units, id) }))

const find = (units: Units, asked: string) => {
  const words = plain(asked)
    .split(/\s+/)
    .filter(word => word !== '')
  return units.all.filter(({ name, code }) => words.every(word => plain(`${name} ${code}`).includes(word)))
}

/** The tree, with a field that finds a unit by its name or its code. */
const UnitTree = ({ units, chosen, onChoose }: UnitTreeProps) => {
  const translate = useTranslate()
  const [asked, setAsked] = useState('')
  const sought = useDeferredValue(asked.trim())
  const list = useRef<HTMLUListElement>(null)
  const found = useMemo(() => (sought === '' ? [] : find(units, sought)), [units, sought])
  const items = useMemo(() => itemsOf(units, null), [units])
  const opened = useMemo(() => pathOf(units, chosen.id).map(({ id }) => id), [units, chosen.id])
  const first = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      list.current?.querySelector<HTMLElement>('[role=button], a, button, [tabindex="0"]')?.focus()
    }
    if (event.key === 'Enter' && found[0]) onChoose(found[0].id)
  }
  return (
    <Box sx={{ p: 2 }}>
      <TextField
        fullWidth
        autoFocus
        type="search"
        label={translate('console.unit.search')}
        value={asked}
        onChange={event => setAsked(event.target.value)}
        onKeyDown={first}
      />
      <Typography
        role="status"
        variant="caption"
        color="textSecondary"
        component="p"
        sx={{ minHeight: 20, my: 0.5 }}
      >
        {sought === ''
          ? translate('console.unit.hint')
          : translate('console.unit.found', { smart_count: found.length })}
      </Typography>
      <Box sx={{ maxHeight: 'min(60vh, 480px)', overflow: 'auto', mx: -1 }}>
        {sought === '' ? (
          <RichTreeView
            items={items}
            aria-label={translate('console.unit.pick')}
            selectedItems={chosen.id}
            defaultExpandedItems={opened}
            expansionTrigger="iconContainer"
            onItemClick={(_, id) => onChoose(id)}
            onKeyDown={event => {
              const id = event.key === 'Enter' ? (event.target as HTMLElement).dataset['unit'] : undefined
              if (id) onChoose(id)
            }}
            slotProps={{ item: ({ itemId }) => ({ 'data-unit': itemId }) as object }}
          />
        ) : (
          <Found units={units} found={found} list={list} onChoose={onChoose} />
        )}
      </Box>
    </Box>
  )
}

interface FoundProps extends Pick<UnitTreeProps, 'units' | 'onChoose'> {
  readonly found: readonly UnitRow[]
  readonly list: React.RefObject<HTMLUListElement | null>
}

/** Arrows go from one that was found to the next, as they do in the tree. */
const goOn = (event: KeyboardEvent<HTMLUListElement>) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const found = [...event.currentTarget.querySelectorAll('button')]
  const here = found.findIndex(button => button === document.activeElement)
  found[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}

const Found = ({ units, found, list, onChoose }: FoundProps) => {
  const translate = useTranslate()
  return (
    <List dense ref={list} onKeyDown={goOn} aria-label={translate('console.unit.results')}>
      {found.slice(0, shownMax).map(unit => (
        <li key={unit.id}>
          <ListItemButton
            component="button"
            onClick={() => onChoose(unit.id)}
            sx={{ width: '100%', borderRadius: 0.8, textAlign: 'left' }}
          >
            <ListItemText
              primary={unit.name}
              secondary={[
                unit.code,
                ...pathOf(units, unit.id)
                  .slice(1, -1)
                  .map(({ name }) => name),
              ].join(' · ')}
            />
          </ListItemButton>
        </li>
      ))}
    </List>
  )
}

export default UnitTree
