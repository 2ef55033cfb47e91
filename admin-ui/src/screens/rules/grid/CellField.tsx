import { Box, Paper, Popper } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useId, useRef, useState } from 'react'
import type { Language, Parameter } from '#core/contract.ts'
import { readCell } from '../method.ts'

interface CellFieldProps {
  readonly method: Parameter
  readonly anchor: HTMLElement
  /** The codes of the cell, in words. */
  readonly label: string
  /** What stands in it when it opens: what was there, or the letter with which typing began. */
  readonly first: string
  readonly onDone: (text: string, key: 'Enter' | 'Tab' | 'blur', back: boolean) => void
  readonly onCancel: () => void
}

/** A cell that is being typed in: it lies over its cell, and says below it what stands where and what is wrong. */
export const CellField = ({ method, anchor, label, first, onDone, onCancel }: CellFieldProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const hint = useId()
  const [text, setText] = useState(first)
  // Leaving it by a key takes the field away, which some browsers tell as leaving it a second time.
  const left = useRef(false)
  const leave = (act: () => void) => {
    if (left.current) return
    left.current = true
    act()
  }
  // Half a rule is not wrong yet; what can be read and goes too far is.
  const { fault } = method.notation?.parse(text) === undefined ? {} : readCell(method, text, language, translate)
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = anchor
  return (
    <>
      <Box
        component="input"
        autoFocus
        value={text}
        aria-label={label}
        aria-describedby={hint}
        aria-invalid={fault !== undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        onChange={event => setText(event.target.value)}
        onFocus={event => {
          if (first.length > 1) event.target.select()
        }}
        onBlur={() => leave(() => onDone(text, 'blur', false))}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Escape') leave(onCancel)
          const { key, shiftKey } = event
          if (key !== 'Enter' && key !== 'Tab') return
          event.preventDefault()
          leave(() => onDone(text, key, shiftKey))
        }}
        sx={{
          position: 'absolute', zIndex: 4, left: offsetLeft, top: offsetTop, height: offsetHeight,
          width: Math.max(offsetWidth, 132), px: 1.25, font: 'inherit', fontWeight: 700,
          fontVariantNumeric: 'tabular-nums', color: 'text.primary', bgcolor: 'background.paper',
          border: 3, borderColor: fault ? 'error.main' : 'primary.main', outline: 'none', borderRadius: 0.5,
        }}
      />
      <Popper open anchorEl={anchor} placement="bottom-start" sx={{ zIndex: 'tooltip' }}>
        <Paper
          id={hint}
          variant="outlined"
          sx={{ mt: 0.75, px: 1.5, py: 1, maxWidth: 'min(340px, 90vw)', fontSize: '0.85rem', boxShadow: 3,
            color: fault ? 'error.main' : 'text.primary' }}
        >
          {fault ?? method.notation?.parts[language]}
        </Paper>
      </Popper>
    </>
  )
}
