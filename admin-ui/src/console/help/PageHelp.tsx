import HelpOutline from '@mui/icons-material/HelpOutlineOutlined'
import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { HelpDialog } from './HelpDialog.tsx'

/** The way to the explanation of a screen; it stands in the same corner everywhere. */
export const PageHelp = ({ screen }: { readonly screen: string }) => {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button className="no-print" startIcon={<HelpOutline />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {translate('console.help')}
      </Button>
      {open && <HelpDialog screen={screen} onClose={() => setOpen(false)} />}
    </>
  )
}
