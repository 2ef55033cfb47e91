import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo } from 'react'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { endProvider } from '#plugins/sign-in/contract/provider.ts'
import type { ProviderRow } from '../answers.ts'
import { describeProvider } from './describeProvider.tsx'

interface EndProviderDialogProps {
  readonly row: ProviderRow
  readonly onClose: () => void
}

/** Nobody signs in through it any more. */
export const EndProviderDialog = ({ row: { id, unit, provider }, onClose }: EndProviderDialogProps) => {
  const translate = useTranslate()
  const items = useMemo(() => [change(endProvider, { id, unit })], [id, unit])
  return (
    <ActDialog
      title={translate('signIn.provider.endTitle', { name: provider.name })}
      act={translate('signIn.provider.act.end')}
      items={items}
      describe={describeProvider}
      onClose={onClose}
    >
      <Typography>{translate('signIn.provider.endWhat')}</Typography>
    </ActDialog>
  )
}
