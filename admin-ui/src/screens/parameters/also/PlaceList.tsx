import CheckBox from '@mui/icons-material/CheckBox'
import CheckBoxOutline from '@mui/icons-material/CheckBoxOutlineBlank'
import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { UnitId } from '#core/contract.ts'
import type { Place } from './choice.ts'

interface PlaceListProps {
  readonly label: string
  readonly places: readonly Place[]
  readonly chosen: ReadonlySet<UnitId>
  readonly onToggle: (unit: UnitId) => void
}

/** Only what is in sight is drawn, with some above and below it: 1,300 rows stay light. */
const ROW = 52
const HEIGHT = ROW * 5
const BESIDE = 6
const PAGE = 5

/** Units to tick one by one: one stop of the Tab key, walked through with the arrows, ticked with the space bar. */
export const PlaceList = ({ label, places, chosen, onToggle }: PlaceListProps) => {
  const translate = useTranslate()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [asked, setAt] = useState(0)
  const at = Math.min(asked, places.length - 1)
  const first = Math.max(0, Math.floor(top / ROW) - BESIDE)
  const shown = places.slice(first, first + HEIGHT / ROW + 2 * BESIDE)
  const go = (next: number) => {
    const to = Math.max(0, Math.min(next, places.length - 1))
    setAt(to)
    const list = box.current
    if (!list) return
    if (to * ROW < list.scrollTop) list.scrollTop = to * ROW
    else if ((to + 1) * ROW > list.scrollTop + list.clientHeight) list.scrollTop = (to + 1) * ROW - list.clientHeight
    setTop(list.scrollTop)
  }
  const toggle = (n: number) => {
    const place = places[n]
    if (place) onToggle(place.unit.id)
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE, PageUp: at - PAGE, Home: 0, End: places.length - 1,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined) go(step)
    else if (event.key === ' ' || event.key === 'Enter') toggle(at)
    else return
    event.preventDefault()
  }
  const isDrawn = at >= first && at < first + shown.length
  return (
    <Box
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable
      {...(isDrawn ? { 'aria-activedescendant': `${id}-${at}` } : {})}
      onKeyDown={onKeyDown}
      onFocus={() => go(at)}
      onScroll={event => setTop(event.currentTarget.scrollTop)}
      sx={{
        position: 'relative', height: Math.min(HEIGHT, places.length * ROW + 2), overflowY: 'auto',
        border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper',
        '&:focus-visible': { outline: 3, outlineColor: 'primary.main', outlineStyle: 'solid' },
        '&:focus-visible .at': { boxShadow: theme => `inset 4px 0 0 ${theme.palette.primary.main}` },
      }}
    >
      <Box role="presentation" sx={{ height: places.length * ROW }} />
      {shown.map((place, n) => (
        <Row
          key={place.unit.id}
          id={`${id}-${first + n}`}
          place={place}
          n={first + n}
          count={places.length}
          at={first + n === at}
          ticked={chosen.has(place.unit.id)}
          own={place.own === null ? '' : translate('parameters.also.own', { value: place.own })}
          onToggle={() => {
            setAt(first + n)
            toggle(first + n)
          }}
        />
      ))}
    </Box>
  )
}

interface RowProps {
  readonly id: string
  readonly place: Place
  readonly n: number
  readonly count: number
  readonly at: boolean
  readonly ticked: boolean
  readonly own: string
  readonly onToggle: () => void
}

const Row = ({ id, place: { unit, above }, n, count, at, ticked, own, onToggle }: RowProps) => {
  const translate = useTranslate()
  const Tick = ticked ? CheckBox : CheckBoxOutline
  return (
    <Box
      id={id}
      role="option"
      className={at ? 'at' : ''}
      aria-selected={ticked}
      aria-setsize={count}
      aria-posinset={n + 1}
      onClick={onToggle}
      sx={{
        position: 'absolute', top: 0, left: 0, right: 0, height: ROW, px: 1.5, display: 'flex', gap: 1.25, alignItems: 'center',
        cursor: 'pointer', '&:hover': { bgcolor: 'action.hover' },
      }}
      style={{ transform: `translateY(${n * ROW}px)` }}
    >
      <Tick aria-hidden color={ticked ? 'primary' : 'action'} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography noWrap sx={{ fontWeight: ticked ? 650 : 450, lineHeight: 1.3 }}>{unit.name}</Typography>
        <Typography noWrap variant="body2" color="textSecondary" sx={{ lineHeight: 1.3 }}>
          {[translate(`console.unit.type.${unit.type}`), ...above.slice(1).map(({ name }) => name)].join(' · ')}
        </Typography>
      </Box>
      {own !== '' && <Typography variant="body2" sx={{ maxWidth: '45%', textAlign: 'right', lineHeight: 1.2 }} noWrap>{own}</Typography>}
    </Box>
  )
}
