import { Box } from '@mui/material'
import { encode } from 'uqr'

/** A square to point a phone at; dark on white, whatever the display, because cameras want it so. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 3 })
  const dots = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <Box sx={{ bgcolor: '#ffffff', border: 1, borderColor: 'divider', borderRadius: 1, p: 0.5, width: 184, flex: 'none' }}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges" display="block">
        <path d={dots} fill="#000000" />
      </svg>
    </Box>
  )
}
