import { Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Basis } from '#core/contract/basis.ts'
import { isReadable } from '../edit/decision.ts'

interface BasisShownProps {
  readonly basis: Basis
  readonly day: string
}

/** The decision in one line, with the way to its text. */
export const BasisShown = ({ basis: { number, article, text }, day }: BasisShownProps) => {
  const translate = useTranslate()
  return (
    <>
      {translate('parameters.basis.shown', { number, day })}
      {article && `, ${article}`}
      {text && isReadable(text) ? (
        <>
          {' · '}
          <Link href={text} target="_blank" rel="noreferrer">{translate('parameters.basis.read')}</Link>
        </>
      ) : text && `, ${text}`}
    </>
  )
}
