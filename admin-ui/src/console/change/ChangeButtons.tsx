import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Change } from './useChange.ts'

interface ChangeButtonsProps {
  readonly change: Change
  readonly reason: string
  /** What the act is called: "Sluiten", "Opslaan". */
  readonly act: string
  /** Something the screen itself still wants answered. */
  readonly blocked?: boolean
}

/** Save, put it to a second person where one must agree, or send it as a request where the right is missing. */
export const ChangeButtons = ({ change, reason, act, blocked = false }: ChangeButtonsProps) => {
  const translate = useTranslate()
  const { preview, looking, sending, send } = change
  const lacks = preview !== undefined && !preview.mayApply && preview.missing.length > 0
  const forSecond = preview?.secondPerson === true && !lacks
  const forLibraries = !lacks && !forSecond && (preview?.agreement.some(({ agrees }) => agrees !== true) ?? false)
  const unsaid = preview?.asksReason === true && reason.trim() === ''
  const ready = preview !== undefined && !looking && !blocked && preview.faults.length === 0
  return (
    <Button
      variant="contained"
      disabled={!ready || unsaid}
      loading={sending}
      onClick={() => void send({ reason, asRequest: lacks || forSecond || forLibraries })}
    >
      {forSecond ? translate('console.change.askSecond')
        : forLibraries ? translate('console.change.askLibraries') : lacks ? translate('console.change.ask') : act}
    </Button>
  )
}
