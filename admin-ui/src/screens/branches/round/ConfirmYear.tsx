import { Alert, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { ActDialog } from '#console/change/ActDialog.tsx'
import type { ChangeItem } from '#console/change/change.ts'
import { describeClosing } from '../close/describeClosing.tsx'

interface ConfirmYearProps {
  readonly items: readonly ChangeItem[]
  readonly year: number
  readonly name: string
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** The library's word on a year, with everything that changes by it: one set, put back as one. */
export const ConfirmYear = ({ items, year, name, onSaved, onClose }: ConfirmYearProps) => {
  const translate = useTranslate()
  return (
    <ActDialog
      title={translate('branches.round.confirmTitle', { year, name })} act={translate('branches.round.confirm', { year })} items={items}
      describe={describeClosing} onSaved={onSaved} onClose={onClose}
      asks={questions => questions.map(({ code, text, units }) => (
        <Alert key={code} severity="warning" sx={{ mt: 2 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{units.map(unit => unit.name).join(', ')}</Typography>
          <Typography variant="body2">{translate(`branches.round.below.${code.split('.').at(-1) ?? ''}`, { _: text })}</Typography>
        </Alert>
      ))}
    >
      <Typography>{translate('branches.round.confirmIntro', { year })}</Typography>
      <Typography color="textSecondary">{translate('branches.round.confirmAfter')}</Typography>
    </ActDialog>
  )
}
