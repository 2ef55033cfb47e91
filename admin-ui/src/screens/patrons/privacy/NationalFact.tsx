import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { PatronPage } from '#plugins/patrons/contract/page.ts'
import { RevealDialog } from './RevealDialog.tsx'

/** That there is a national number; who may show it gets the button that does. */
export const NationalFact = ({ patron: { id, name, nationalMasked, mayRevealNational } }: { readonly patron: PatronPage }) => {
  const translate = useTranslate()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <span aria-hidden>{nationalMasked}</span>{' '}
      {mayRevealNational && (
        <Button size="small" onClick={() => setAsking(true)}>
          {translate('patrons.national.show')}
        </Button>
      )}
      {!mayRevealNational && translate('patrons.national.kept')}
      {asking && <RevealDialog person={id} name={name} onClose={() => setAsking(false)} />}
    </>
  )
}
