import { ToggleButton, ToggleButtonGroup } from '@mui/material'
import type { ReactNode } from 'react'

interface ViewsProps<View extends string> {
  readonly views: readonly View[]
  readonly value: View
  readonly onChange: (view: View) => void
  /** What is chosen here, for whoever does not see it. */
  readonly label: string
  readonly words: (view: View) => ReactNode
}

/** Views of one screen, of which one is chosen; on a narrow screen they go on below each other. */
export const Views = <View extends string>({ views, value, onChange, label, words }: ViewsProps<View>) => (
  <ToggleButtonGroup
    exclusive
    value={value}
    aria-label={label}
    sx={{ width: 'fit-content' }}
    onChange={(_, next: View | null) => {
      if (next !== null) onChange(next)
    }}
  >
    {views.map(view => (
      <ToggleButton key={view} value={view} sx={{ px: 2, py: 0.75, gap: 1, bgcolor: 'background.paper' }}>
        {words(view)}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
