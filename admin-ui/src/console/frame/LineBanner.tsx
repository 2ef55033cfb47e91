import { Alert, Box } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useEffect, useRef } from 'react'
import { useConnection } from '../connection.ts'

/** Says that the line is lost, that nothing typed is, and when it is back. */
export const LineBanner = () => {
  const translate = useTranslate()
  const client = useQueryClient()
  const { online } = useConnection()
  const before = useRef(online)
  useEffect(() => {
    if (online && !before.current) void client.refetchQueries({ type: 'active' })
    before.current = online
  }, [online, client])
  return (
    <Box role="status" sx={{ position: 'sticky', top: 64, zIndex: 1150 }}>
      {!online && (
        <Alert severity="warning" square variant="filled">
          {translate('console.offline')}
        </Alert>
      )}
    </Box>
  )
}
