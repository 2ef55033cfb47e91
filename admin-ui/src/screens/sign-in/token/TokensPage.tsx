import Add from '@mui/icons-material/Add'
import { Button } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { call } from '#console/http.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReadAgain, useSteadyReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useMe } from '#console/session.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import { mayAt, useUnit, type UnitRow, type Units } from '#console/unit.ts'
import { signInPermissions } from '#plugins/sign-in/contract/permission.ts'
import type { Machines } from '../answers.ts'
import { TokenDialog } from './TokenDialog.tsx'
import { TokenTable } from './TokenTable.tsx'

/** Which machines come in by themselves, with what rights, and until when. */
const TokensPage = () => {
  const { unit, units } = useUnit()
  return unit && units ? <Tokens unit={unit} units={units} /> : <Waiting />
}

const Tokens = ({ unit, units }: { readonly unit: UnitRow; readonly units: Units }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const me = useMe()
  const reading = useSteadyReading<Machines>('/tokens', { unit: unit.id })
  const { problem, trying } = useTrying()
  const [making, setMaking] = useState(false)
  const end = async (id: string) => {
    const done = await trying(() => whenConfirmed(() => call(`/tokens/${id}`, { method: 'DELETE' })))
    if (done) notify('signIn.token.withdrawn', { type: 'success' })
    await readAgain()
  }
  const make = mayAt(me, units, signInPermissions.tokens, unit.id) && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setMaking(true)}>
      {translate('signIn.token.make')}
    </Button>
  )
  return (
    <Page
      title={translate('signIn.token.title', { unit: unit.name })}
      intro={translate('signIn.token.intro')}
      help="tokens"
      actions={make}
    >
      <Refused problem={problem} faults />
      <Answered reading={reading}>
        {({ data }) =>
          data.length === 0 ? (
            <Nothing>{translate('signIn.token.none')}</Nothing>
          ) : (
            <TokenTable machines={data} onEnd={end} />
          )
        }
      </Answered>
      {making && <TokenDialog unit={unit} units={units} onClose={() => setMaking(false)} />}
    </Page>
  )
}

export default TokensPage
