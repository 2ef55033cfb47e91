import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'

/** `open`, fine-free `B`, closed `G`, vacation `V`. */
export type DayLook = 'open' | 'B' | 'G' | 'V'

const patterns: Readonly<Record<DayLook, string>> = {
  open: 'none',
  B: 'radial-gradient(var(--day-B-line) 1px, transparent 1.4px) 0 0 / 6px 6px',
  G: 'repeating-linear-gradient(135deg, transparent 0 5px, var(--day-G-line) 5px 6px)',
  V: 'repeating-linear-gradient(0deg, transparent 0 5px, var(--day-V-line) 5px 6px)',
}

/** Colour, pattern and edge of a day of some kind; the sign stands beside it in `signOf`. */
export const dayLook = (kind: DayLook, provisional = false) => ({
  color: `var(--day-${kind}-ink)`,
  backgroundColor: `var(--day-${kind})`,
  backgroundImage: patterns[kind].split(' 0 0 / ')[0],
  backgroundSize: kind === 'B' ? '6px 6px' : 'auto',
  border: `1px ${provisional ? 'dashed' : 'solid'} var(--day-${kind}-line)`,
})

export const signOf = (kind: DayLook) => (kind === 'open' ? '' : kind)

interface DayMarkProps {
  readonly kind: DayLook
  readonly provisional?: boolean
  /** With its name in words beside the sign. */
  readonly named?: boolean
}

/** The sign of a day kind: by colour, pattern and letter at once, so that none of them must be seen. */
export const DayMark = ({ kind, provisional = false, named = false }: DayMarkProps) => {
  const translate = useTranslate()
  const name =
    translate(`console.dayKind.${kind}`) +
    (provisional ? `, ${translate('console.dayKind.provisional')}` : '')
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      <Box
        component="span"
        role="img"
        aria-label={named ? undefined : name}
        aria-hidden={named || undefined}
        sx={{
          ...dayLook(kind, provisional),
          width: 26,
          height: 24,
          borderRadius: 0.6,
          flex: 'none',
          display: 'grid',
          placeItems: 'center',
          fontWeight: 700,
          fontSize: '0.8rem',
          lineHeight: 1,
        }}
      >
        <Box component="span" sx={{ bgcolor: `var(--day-${kind})`, px: 0.375, borderRadius: 0.3 }}>
          {provisional ? `${signOf(kind)}?` : signOf(kind) || '·'}
        </Box>
      </Box>
      {named && <span>{name}</span>}
    </Box>
  )
}
