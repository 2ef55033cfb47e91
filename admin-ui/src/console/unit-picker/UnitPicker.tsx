import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, ButtonBase, Popover, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { lazy, Suspense, useState } from 'react'
import { Waiting } from '../frame/Waiting.tsx'
import { pathOf, useUnit } from '../unit.ts'

const UnitTree = lazy(() => import('./UnitTree.tsx'))

/** Says of which group, library or branch the screen speaks, and lets one choose another. */
export const UnitPicker = () => {
  const translate = useTranslate()
  const { unit, units, choose } = useUnit()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const above = unit && units ? pathOf(units, unit.id).slice(1, -1) : []
  return (
    <>
      <ButtonBase
        onClick={event => setAnchor(event.currentTarget)}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        disabled={!units}
        sx={{
          maxWidth: '100%',
          textAlign: 'left',
          borderRadius: 1,
          px: 1.5,
          py: 0.5,
          gap: 1,
          border: 1,
          borderColor: 'divider',
          minHeight: 46,
          minWidth: { sm: 240 },
          justifyContent: 'space-between',
          bgcolor: 'background.default',
          '&:hover': { borderColor: 'text.secondary' },
        }}
      >
        <Box component="span" sx={{ minWidth: 0, display: 'block' }}>
          <Typography
            component="span"
            variant="caption"
            color="textSecondary"
            noWrap
            sx={{ display: 'block', lineHeight: 1.3 }}
          >
            {above.length > 0
              ? above.map(({ name }) => name).join(' › ')
              : translate(unit ? `console.unit.type.${unit.type}` : 'console.unit.pick')}
          </Typography>
          <Typography component="span" noWrap sx={{ display: 'block', fontWeight: 650, lineHeight: 1.3 }}>
            {unit?.name ?? '…'}
          </Typography>
        </Box>
        <ExpandMore aria-hidden />
      </ButtonBase>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            variant: 'outlined',
            role: 'dialog',
            'aria-label': translate('console.unit.pick'),
            sx: { width: 'min(460px, calc(100vw - 24px))', mt: 0.5 },
          },
        }}
      >
        {units && unit && (
          <Suspense fallback={<Waiting />}>
            <UnitTree
              units={units}
              chosen={unit}
              onChoose={id => {
                choose(id)
                setAnchor(null)
              }}
            />
          </Suspense>
        )}
      </Popover>
    </>
  )
}
