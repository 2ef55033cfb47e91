import { Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Language, Texts } from '#core/contract.ts'
import type { Version } from '#console/change/change.ts'

/** A version of a team or template, by what it is called. */
export const describeNamed = ({ body }: Version) => <Named said={body as { readonly name?: Texts; readonly title?: Texts } | null} />

const Named = ({ said }: { readonly said: { readonly name?: Texts; readonly title?: Texts } | null }) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  return <Typography>{(said?.name ?? said?.title)?.[language] ?? translate('requests.setup.removed')}</Typography>
}
