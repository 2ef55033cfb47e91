import { alpha, createTheme, type ThemeOptions } from '@mui/material/styles'
import type { RaThemeOptions } from 'react-admin'

const serif =
  'Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Sitka Text", Cambria, "Liberation Serif", serif'
const sans =
  'Inter, "Source Sans 3", "Segoe UI", -apple-system, Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif'

/** The colours of day kinds; signs and patterns beside them stand in `time/DayMark.tsx`. */
const days = {
  light: {
    '--day-open': '#dcebdf',
    '--day-open-ink': '#1d4a2b',
    '--day-open-line': '#a9cdb1',
    '--day-B': '#fbecc6',
    '--day-B-ink': '#5e4300',
    '--day-B-line': '#dcbb62',
    '--day-G': '#f3d5cd',
    '--day-G-ink': '#7a2113',
    '--day-G-line': '#d9988a',
    '--day-V': '#dbe0f4',
    '--day-V-ink': '#2b3a7c',
    '--day-V-line': '#9fabdb',
    '--day-usual-line': '#e0d9ca',
    '--hours': '#2f7a8a',
    '--hours-soft': '#cfe3e6',
  },
  dark: {
    '--day-open': '#20382a',
    '--day-open-ink': '#c3e6cd',
    '--day-open-line': '#3f6b4e',
    '--day-B': '#413512',
    '--day-B-ink': '#f5dd9c',
    '--day-B-line': '#7d6727',
    '--day-G': '#4a251e',
    '--day-G-ink': '#f6c9bf',
    '--day-G-line': '#8a4a3d',
    '--day-V': '#272e50',
    '--day-V-ink': '#ccd5fb',
    '--day-V-line': '#525f9e',
    '--day-usual-line': '#344043',
    '--hours': '#6fb6c3',
    '--hours-soft': '#274147',
  },
}

const palettes = {
  light: {
    mode: 'light',
    primary: { main: '#17505a', dark: '#0f3c44', light: '#3c7580', contrastText: '#ffffff' },
    secondary: { main: '#8f4419', contrastText: '#ffffff' },
    error: { main: '#a3261b' },
    warning: { main: '#7d5200' },
    success: { main: '#256339' },
    info: { main: '#275b81' },
    background: { default: '#f6f3ec', paper: '#fffdf9' },
    text: { primary: '#23302f', secondary: '#53605d' },
    divider: '#e0d9ca',
  },
  dark: {
    mode: 'dark',
    primary: { main: '#8bcad4', dark: '#6fb3be', light: '#aadce4', contrastText: '#0d2428' },
    secondary: { main: '#e8a57c', contrastText: '#2a1407' },
    error: { main: '#f2998d' },
    warning: { main: '#e8bf6a' },
    success: { main: '#8fcea1' },
    info: { main: '#90c0e6' },
    background: { default: '#151b1c', paper: '#1d2527' },
    text: { primary: '#e9e6de', secondary: '#b3bab7' },
    divider: '#344043',
  },
} as const

type RowBox = Record<string, unknown>

/** react-admin labels the row's box on its frame; the label belongs on the box itself. */
const rowBox = {
  input: (owner: RowBox) => (owner['aria-label'] ? { 'aria-label': owner['aria-label'] as string } : {}),
  root: (owner: RowBox) => (owner['aria-label'] ? { 'aria-label': undefined } : {}),
}

/** On paper stands what is read, not what is clicked. */
const leftOut = { 'nav, header, .no-print': { display: 'none !important' } }
/** Whoever looks at a dark screen prints on white paper all the same. */
const inkOnPaper = {
  'body': { backgroundColor: '#ffffff !important' },
  '#content, #content *:not(svg, svg *)': { color: '#000000 !important', background: 'none !important', borderColor: '#8f8b80 !important' },
}

const looks = (mode: 'light' | 'dark'): ThemeOptions => {
  const palette = palettes[mode]
  const ring = { outline: `3px solid ${palette.primary.main}`, outlineOffset: 2 }
  return {
    palette,
    shape: { borderRadius: 10 },
    typography: {
      fontFamily: sans,
      fontSize: 15,
      h1: { fontFamily: serif, fontSize: '2rem', fontWeight: 600, letterSpacing: '-0.01em', lineHeight: 1.2 },
      h2: { fontFamily: serif, fontSize: '1.35rem', fontWeight: 600, lineHeight: 1.3 },
      h3: { fontSize: '1.02rem', fontWeight: 650, lineHeight: 1.35 },
      button: { textTransform: 'none', fontWeight: 600 },
      overline: {
        textTransform: 'none',
        letterSpacing: '0.02em',
        fontWeight: 600,
        fontSize: '0.8rem',
        lineHeight: 1.6,
      },
      caption: { fontSize: '0.8125rem' },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          ':root': { ...days[mode], scrollPaddingTop: 80, scrollPaddingBottom: 96 },
          body: { fontVariantNumeric: 'tabular-nums' },
          ':focus-visible': ring,
          '@media print': mode === 'light' ? leftOut : { ...leftOut, ...inkOnPaper },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': {
              animationDuration: '0.01ms !important',
              transitionDuration: '0.01ms !important',
            },
          },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { '&:focus-visible': ring } },
      },
      MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { minHeight: 36 } } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiDialogTitle: {
        styleOverrides: { root: { fontFamily: serif, fontSize: '1.35rem', fontWeight: 600 } },
      },
      MuiDialog: { styleOverrides: { paper: { borderRadius: 14, border: `1px solid ${palette.divider}` } } },
      MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
      MuiOutlinedInput: {
        styleOverrides: {
          root: { backgroundColor: mode === 'light' ? '#ffffff' : '#182022' },
          notchedOutline: { borderColor: mode === 'light' ? '#8f8b80' : '#76807f' },
        },
      },
      MuiChip: { styleOverrides: { root: { borderRadius: 8, fontWeight: 550 } } },
      MuiTooltip: { defaultProps: { arrow: true }, styleOverrides: { tooltip: { fontSize: '0.85rem' } } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: palette.divider, fontSize: '0.95rem', paddingTop: 10, paddingBottom: 10 },
          head: {
            fontWeight: 650,
            fontSize: '0.85rem',
            color: palette.text.secondary,
            paddingTop: 8,
            paddingBottom: 8,
          },
        },
      },
      MuiToggleButtonGroup: {
        styleOverrides: {
          root: {
            flexWrap: 'wrap',
            maxWidth: '100%',
            // Where they do not fit beside each other they are buttons of their own, not a torn strip.
            '@media (max-width: 599.95px)': {
              gap: 6,
              '& .MuiToggleButtonGroup-grouped': { margin: 0, borderRadius: 8, border: `1px solid ${palette.divider}` },
            },
          },
        },
      },
      MuiToggleButton: {
        styleOverrides: {
          root: {
            color: palette.text.primary,
            borderColor: palette.divider,
            fontWeight: 600,
            '&.Mui-selected, &.Mui-selected:hover': {
              backgroundColor: palette.primary.main,
              color: palette.primary.contrastText,
            },
          },
        },
      },
      MuiTab: { styleOverrides: { root: { fontWeight: 600, minHeight: 44 } } },
      MuiAlert: {
        styleOverrides: { root: { border: '1px solid', borderColor: alpha(palette.text.primary, 0.12) } },
      },
      MuiLink: { defaultProps: { underline: 'always' } },
      MuiCheckbox: { defaultProps: { slotProps: rowBox as never } },
    },
  }
}

const themeOf = (mode: 'light' | 'dark') => createTheme(looks(mode)) as RaThemeOptions

export const lightTheme = themeOf('light')
export const darkTheme = themeOf('dark')
