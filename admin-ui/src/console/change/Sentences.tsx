import { Button, Stack } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { formatCount } from '../time/hour.ts'

/** More than these are unfolded when somebody wants to read them. */
const FIRST = 12

/** What a change would do, a sentence for each act: the first ones, and all of them when asked for. */
export const Sentences = ({ sentences }: { readonly sentences: readonly string[] }) => {
  const translate = useTranslate()
  const language = useLocale()
  const [unfolded, setUnfolded] = useState(false)
  const many = sentences.length > FIRST
  const shown = unfolded ? sentences : sentences.slice(0, FIRST)
  return (
    <div>
      <Stack
        component="ul"
        spacing={0.5}
        {...(many && unfolded ? { tabIndex: 0, 'aria-label': translate('console.change.preview') } : {})}
        sx={{ pl: 2.5, m: 0, ...(many && unfolded ? { maxHeight: 360, overflowY: 'auto' } : {}) }}
      >
        {shown.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Stack>
      {many && (
        <Button size="small" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)} sx={{ mt: 0.5 }}>
          {translate(unfolded ? 'console.change.fewer' : 'console.change.everything', { count: formatCount(language, sentences.length) })}
        </Button>
      )}
    </div>
  )
}

/** The same for whoever listens, who does not sit through hundreds. */
export const spoken = (sentences: readonly string[]) =>
  [...sentences.slice(0, FIRST), ...(sentences.length > FIRST ? [`… (${sentences.length})`] : [])].join('. ')
