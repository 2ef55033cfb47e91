import { Box } from '@mui/material'

/** An open book, and the product's name. */
export const Brand = ({ size = 30 }: { readonly size?: number }) => (
  <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25 }}>
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="7" fill="#17505a" />
      <path
        d="M7 9.500c3.200-1.300 6.200-.9 9 1.200 2.800-2.100 5.800-2.500 9-1.200v13c-3.200-1.300-6.200-.9-9 1.200-2.800-2.100-5.800-2.500-9-1.200z"
        fill="#f6f3ec"
      />
      <path d="M16 10.700v13" stroke="#c46a3d" strokeWidth="2" />
    </svg>
    <Box component="span" sx={{ typography: 'h2', fontSize: size * 0.047 + 'rem', letterSpacing: '-0.01em' }}>
      Filiaal
    </Box>
  </Box>
)
