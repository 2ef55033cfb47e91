import { Box, Drawer, Link, useMediaQuery, type Theme } from '@mui/material'
import { useTranslate, type LayoutProps } from 'react-admin'
import { lazy, Suspense, useEffect, useState } from 'react'
import { askPutBack, keepFocus, usePutBackAsked } from '../change/put-back.ts'
import { keepLanguage } from '../language.ts'
import { useSession } from '../session.ts'
import { ConfirmYourself } from '../sign-in/ConfirmYourself.tsx'
import { SignIn } from '../sign-in/SignIn.tsx'
import { SignInAgain } from '../sign-in/SignInAgain.tsx'
import { useOwnLanguage } from './useOwnLanguage.ts'
import { InstallationBar } from './InstallationBar.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { LineBanner } from './LineBanner.tsx'
import { Menu } from './Menu.tsx'
import { TopBar } from './TopBar.tsx'
import { Waiting } from './Waiting.tsx'

const PutBackDialog = lazy(() => import('../change/PutBackDialog.tsx'))

const closePutBack = () => {
  askPutBack(null)
  keepFocus()
}

/** What stands around every screen; whoever has no session finds the sign-in in its place. */
export const Frame = ({ children }: LayoutProps) => {
  const { data: me, isPending } = useSession()
  if (isPending)
    return (
      <>
        <LineBanner />
        <Waiting />
      </>
    )
  return me ? (
    <Console key={me.staff.id}>{children}</Console>
  ) : (
    <>
      <LineBanner />
      <SignIn />
    </>
  )
}

const skipTo = (event: React.MouseEvent) => {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

const Console = ({ children }: LayoutProps) => {
  const translate = useTranslate()
  const language = useOwnLanguage()
  const wide = useMediaQuery<Theme>(theme => theme.breakpoints.up('md'), { noSsr: true })
  const [open, setOpen] = useState(false)
  const puttingBack = usePutBackAsked()
  useEffect(() => {
    keepLanguage(language)
  }, [language])
  return (
    <>
      <Link
        href="#content"
        onClick={skipTo}
        sx={{
          position: 'absolute',
          left: 16,
          top: -80,
          zIndex: 2000,
          p: 1.5,
          borderRadius: 1,
          bgcolor: 'background.paper',
          '&:focus': { top: 8 },
        }}
      >
        {translate('ra.navigation.skip_nav')}
      </Link>
      <InstallationBar />
      <TopBar onMenu={wide ? null : () => setOpen(true)} />
      <LineBanner />
      <Box sx={{ display: 'flex', minHeight: 'calc(100vh - 110px)' }}>
        {wide ? (
          <Box sx={{ width: 232, flex: 'none', borderRight: 1, borderColor: 'divider', displayPrint: 'none' }}>
            <Box sx={{ position: 'sticky', top: 64 }}>
              <Menu />
            </Box>
          </Box>
        ) : (
          <Drawer open={open} onClose={() => setOpen(false)} slotProps={{ paper: { sx: { width: 272 } } }}>
            <Menu onPick={() => setOpen(false)} />
            <Box sx={{ px: 3, pb: 3 }}>
              <LanguageSwitch />
            </Box>
          </Drawer>
        )}
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{
            flex: 1,
            minWidth: 0,
            px: { xs: 2, sm: 3, lg: 5 },
            pt: { xs: 2.5, lg: 4 },
            '&:focus': { outline: 'none' },
          }}
        >
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </Box>
      </Box>
      <ConfirmYourself />
      <SignInAgain />
      {puttingBack && (
        <Suspense fallback={null}>
          <PutBackDialog key={puttingBack.id} set={puttingBack} onClose={closePutBack} />
        </Suspense>
      )}
    </>
  )
}
