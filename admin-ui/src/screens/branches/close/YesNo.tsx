import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'

interface YesNoProps {
  readonly question: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** A question in plain words with two answers, one of them given. */
export const YesNo = ({ question, value, onChange }: YesNoProps) => {
  const translate = useTranslate()
  const id = useId()
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography id={id} sx={{ flex: '1 1 240px' }}>
        {question}
      </Typography>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={value}
        aria-labelledby={id}
        color="primary"
        onChange={(_, chosen: boolean | null) => {
          if (chosen !== null) onChange(chosen)
        }}
      >
        {[true, false].map(answer => (
          <ToggleButton key={String(answer)} value={answer} sx={{ px: 2, minWidth: 60 }}>
            {translate(`ra.boolean.${answer}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  )
}
