import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Page } from '../Page.tsx'
import type { Allow } from '../screens.ts'
import { holds, useMe } from '../session.ts'

interface GuardedProps {
  readonly allow: Allow
  readonly children: ReactNode
}

/** Keeps a screen from whoever lacks its right; the server refuses on its own account as well. */
export const Guarded = ({ allow, children }: GuardedProps) => {
  const translate = useTranslate()
  const me = useMe()
  if (holds(me, allow)) return children
  return (
    <Page title={translate('ra.page.access_denied')} intro={translate('ra.message.access_denied')}>
      {null}
    </Page>
  )
}
