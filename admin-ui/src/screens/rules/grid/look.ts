import { alpha, type Theme } from '@mui/material'

const unseen = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const

/** How the grid looks: one sheet of style for all of its cells, because each cell with its own would be slow. */
export const gridLook = ({ palette, breakpoints }: Theme) => ({
  borderCollapse: 'separate',
  borderSpacing: 0,
  fontVariantNumeric: 'tabular-nums',
  fontSize: '0.9rem',
  '& th, & td': { borderRight: `1px solid ${palette.divider}`, borderBottom: `1px solid ${palette.divider}`, padding: 0 },
  '& thead th': {
    position: 'sticky', top: 0, zIndex: 2, background: palette.background.default, verticalAlign: 'bottom',
    textAlign: 'left', padding: '8px 10px', minWidth: 104, maxWidth: 150,
  },
  '& tbody th': {
    position: 'sticky', left: 0, zIndex: 1, background: palette.background.default, textAlign: 'left',
    padding: '4px 10px', width: 200, minWidth: 200, maxWidth: 200,
    [breakpoints.down('sm')]: { width: 108, minWidth: 108, maxWidth: 108 },
  },
  '& thead th:first-of-type': { left: 0, zIndex: 3 },
  '& th b': { fontSize: '0.85rem', fontWeight: 650, color: palette.text.primary },
  '& thead th b, & thead th small': { display: 'block' },
  '& th small': {
    fontSize: '0.78rem', fontWeight: 400, lineHeight: 1.25, color: palette.text.secondary,
    overflow: 'hidden', textOverflow: 'ellipsis', hyphens: 'auto',
  },
  '& th .words, & td .words': unseen,
  '& .any': { background: palette.mode === 'light' ? '#efe9dc !important' : '#20292b !important' },
  '& td': {
    position: 'relative', height: 38, padding: '0 10px', whiteSpace: 'nowrap', cursor: 'cell', userSelect: 'none',
    background: palette.background.paper, color: palette.text.secondary, scrollMargin: '64px 24px 24px 212px',
    [breakpoints.down('sm')]: { scrollMargin: '64px 24px 24px 120px' },
  },
  '& td.here': { color: palette.text.primary },
  '& td.own': {
    color: palette.text.primary, fontWeight: 700, boxShadow: `inset 4px 0 0 ${palette.primary.main}`,
  },
  '& td.locked': {
    backgroundImage: `repeating-linear-gradient(135deg, ${alpha(palette.text.primary, 0.055)} 0 5px, transparent 5px 10px)`,
    cursor: 'default',
  },
  '& td.waiting': {
    color: palette.text.primary, fontWeight: 700, fontStyle: 'italic',
    background: palette.mode === 'light' ? '#fdf3d6' : '#3a3118', outline: `2px dashed ${palette.warning.main}`, outlineOffset: -3,
  },
  '& td.wrong': { background: palette.mode === 'light' ? '#fbe4df' : '#472521', outlineColor: palette.error.main, outlineStyle: 'solid' },
  '& td.wrong .text': { textDecoration: `underline wavy ${palette.error.main}`, textUnderlineOffset: 3 },
  '& td[aria-selected="true"]': { backgroundColor: alpha(palette.primary.main, palette.mode === 'light' ? 0.12 : 0.24) },
  '& td.current': { zIndex: 1 },
  '& td:focus, & td:focus-visible': { outline: `3px solid ${palette.primary.main}`, outlineOffset: -3 },
  '& .signs': {
    position: 'absolute', top: 2, right: 4, display: 'flex', gap: '2px', fontSize: '0.7rem', lineHeight: 1.2,
    color: palette.text.secondary,
    '& b': { color: palette.error.main, fontSize: '0.8rem' },
    '& i': { fontStyle: 'normal', fontWeight: 700 },
  },
})
