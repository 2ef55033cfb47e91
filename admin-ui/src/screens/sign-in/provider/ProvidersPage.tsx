import Add from '@mui/icons-material/Add'
import { Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { useUnit, type UnitRow, type Units } from '#console/unit.ts'
import type { ProviderRow, ProviderRows } from '../answers.ts'
import { EndProviderDialog } from './EndProviderDialog.tsx'
import { ProviderCard } from './ProviderCard.tsx'
import { ProviderDialog } from './ProviderDialog.tsx'
import { RulesDialog } from './RulesDialog.tsx'
import { SecretDialog } from './SecretDialog.tsx'

/** What one is doing to a provider; `add` makes a new one. */
type Act = 'change' | 'rules' | 'secret' | 'end'

/** Services of other organisations through which staff sign in. */
const ProvidersPage = () => {
  const { unit, units } = useUnit()
  return unit && units ? <SignInServices unit={unit} units={units} /> : <Waiting />
}

const SignInServices = ({ unit, units }: { readonly unit: UnitRow; readonly units: Units }) => {
  const translate = useTranslate()
  const reading = useReading<ProviderRows>('/providers/settings')
  const [adding, setAdding] = useState(false)
  const [acting, setActing] = useState<{ readonly act: Act; readonly row: ProviderRow } | null>(null)
  const close = () => {
    setActing(null)
    setAdding(false)
  }
  const add = (
    <Button variant="contained" startIcon={<Add />} onClick={() => setAdding(true)}>
      {translate('signIn.provider.add')}
    </Button>
  )
  return (
    <Page
      title={translate('signIn.provider.title')}
      intro={translate('signIn.provider.intro')}
      help="providers"
      actions={add}
    >
      <Answered reading={reading}>
        {({ data }) =>
          data.length === 0 ? (
            <Nothing>{translate('signIn.provider.none')}</Nothing>
          ) : (
            <Stack spacing={2}>
              {data.map(row => (
                <ProviderCard key={row.id} row={row} units={units} onAct={act => setActing({ act, row })} />
              ))}
            </Stack>
          )
        }
      </Answered>
      {adding && <ProviderDialog unit={unit} onClose={close} />}
      {acting?.act === 'change' && <ProviderDialog row={acting.row} unit={unit} onClose={close} />}
      {acting?.act === 'rules' && <RulesDialog row={acting.row} onClose={close} />}
      {acting?.act === 'secret' && <SecretDialog row={acting.row} onClose={close} />}
      {acting?.act === 'end' && <EndProviderDialog row={acting.row} onClose={close} />}
    </Page>
  )
}

export default ProvidersPage
