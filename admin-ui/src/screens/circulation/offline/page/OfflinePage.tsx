import { Alert, Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { Brand } from '#console/frame/Brand.tsx'
import type { KeptKit } from '../kept-kit.ts'
import { branchHere, forgetKits, kitsKept, setBranchHere } from '../kept.ts'
import { isOver } from './due.ts'
import { OfflineDesk } from './OfflineDesk.tsx'
import { say } from './said.ts'

/** The whole page: where one is, whether the server is back, and the desk. */
export const OfflinePage = () => {
  const [kits, setKits] = useState<readonly KeptKit[] | null>(null)
  const [branch, setBranch] = useState(branchHere)
  const kit = kits?.find(one => one.branch.id === branch) ?? kits?.[0]
  useEffect(() => void readKits().then(setKits), [])
  useEffect(() => {
    document.title = `${kit ? say('title', { branch: kit.branch.name }) : say('noKitTitle')} · Filiaal`
  }, [kit])
  if (kits === null) return null
  const choose = (id: string) => {
    setBranchHere(id)
    setBranch(id)
  }
  return (
    <>
      <Box component="header" sx={{ px: { xs: 2, md: 4 }, py: 1.5, borderBottom: 1, borderColor: 'divider' }}>
        <Brand />
      </Box>
      <Box component="main" sx={{ px: { xs: 2, md: 4 }, py: 3, maxWidth: 1100 }}>
        <Stack spacing={3}>
          <Box>
            <Typography variant="h1">{kit ? say('title', { branch: kit.branch.name }) : say('noKitTitle')}</Typography>
            {kit && <Typography color="textSecondary" sx={{ mt: 0.75, maxWidth: '70ch' }}>{say('intro')}</Typography>}
            <ServerBack branch={kit?.branch.id} />
          </Box>
          {kits.length > 1 && kit && (
            <TextField select label={say('branch')} value={kit.branch.id} onChange={event => choose(event.target.value)} sx={{ maxWidth: 400 }}>
              {kits.map(one => <MenuItem key={one.branch.id} value={one.branch.id}>{one.branch.name}</MenuItem>)}
            </TextField>
          )}
          {kit ? <OfflineDesk key={kit.branch.id} kit={kit} /> : <Alert severity="warning">{say('noKit')}</Alert>}
        </Stack>
      </Box>
    </>
  )
}

/** Dates that are over are kept for this branch only, so that its name and clock are known; of others they go. */
async function readKits(): Promise<KeptKit[]> {
  const kits = await kitsKept()
  const old = kits.filter(kit => isOver(kit) && kit.branch.id !== branchHere()).map(kit => kit.branch.id)
  if (old.length) await forgetKits(old)
  return kits.filter(kit => !old.includes(kit.branch.id)).sort((one, other) => one.branch.name.localeCompare(other.branch.name))
}

const EVERY_MS = 15_000

/** Asks now and then whether the server answers, and leads there. */
const ServerBack = ({ branch }: { readonly branch: string | undefined }) => {
  const [back, setBack] = useState(false)
  useEffect(() => {
    const ask = () => void fetch('/ready', { cache: 'no-store' }).then(({ ok }) => setBack(ok), () => setBack(false))
    ask()
    const timer = setInterval(ask, EVERY_MS)
    addEventListener('online', ask)
    addEventListener('offline', ask)
    return () => {
      clearInterval(timer)
      removeEventListener('online', ask)
      removeEventListener('offline', ask)
    }
  }, [])
  return (
    <Box role="status">
      {back && (
        <Alert severity="success" sx={{ mt: 2 }} action={<Button color="inherit" href={`/#/offline-entry${branch ? `?unit=${branch}` : ''}`}>{say('enter')}</Button>}>
          {say('serverBack')}
        </Alert>
      )}
    </Box>
  )
}
