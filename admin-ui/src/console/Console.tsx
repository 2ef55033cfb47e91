import { CssBaseline } from '@mui/material'
import { AdminContext, CoreAdminUI, CustomRoutes, localStorageStore } from 'react-admin'
import { lazy, Suspense, useMemo } from 'react'
import { Route } from 'react-router-dom'
import { dataProvider } from './dataProvider.ts'
import { Frame } from './frame/Frame.tsx'
import { NotFound } from './frame/NotFound.tsx'
import { Failure } from './frame/Failure.tsx'
import { Waiting } from './frame/Waiting.tsx'
import { Guarded } from './frame/Guarded.tsx'
import { Toast } from './frame/Toast.tsx'
import { makeI18nProvider } from './language.ts'
import { queryClient } from './reading.ts'
import { installed } from './installed.ts'
import { authProvider } from './session.ts'
import { darkTheme, lightTheme } from './theme.ts'

const framed = installed
  .flatMap(({ screens }) => screens)
  .map(({ path, load, allow }) => {
    const View = lazy(load)
    const element = (
      <Guarded allow={allow}>
        <Suspense fallback={<Waiting />}>
          <View />
        </Suspense>
      </Guarded>
    )
    return <Route key={path} path={path} element={element} />
  })

const unframed = installed
  .flatMap(({ publicScreens = [] }) => publicScreens)
  .map(({ path, load }) => {
    const View = lazy(load)
    return (
      <Route
        key={path}
        path={path}
        element={
          <Suspense fallback={<Waiting />}>
            <View />
          </Suspense>
        }
      />
    )
  })

/** The whole console: react-admin's providers and routes inside our own frame. */
export const Console = () => {
  const i18nProvider = useMemo(() => makeI18nProvider(), [])
  return (
    <AdminContext
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={localStorageStore('1', 'filiaal')}
      theme={lightTheme}
      darkTheme={darkTheme}
    >
      <CssBaseline enableColorScheme>
        <CoreAdminUI
          layout={Frame}
          loginPage={false}
          authCallbackPage={false}
          loading={Waiting}
          catchAll={NotFound}
          error={Failure}
          disableTelemetry
          title="Filiaal"
        >
          <CustomRoutes>{framed}</CustomRoutes>
          <CustomRoutes noLayout>{unframed}</CustomRoutes>
        </CoreAdminUI>
        <Toast />
      </CssBaseline>
    </AdminContext>
  )
}
