import { Box, CircularProgress } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'

/** Shown only when something takes long enough to wonder about. */
export const Waiting = () => {
  const translate = useTranslate()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', minHeight: 240 }}>
      {late && <CircularProgress aria-label={translate('ra.page.loading')} />}
    </Box>
  )
}
