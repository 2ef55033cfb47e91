import { Pagination } from '@mui/material'
import { useTranslate } from 'ra-core'

interface PagesProps {
  /** How many there are; a list that fits on one has none to turn. */
  readonly count: number
  readonly page: number
  readonly onPage: (page: number) => void
}

/** The pages of a long list. */
export const Pages = ({ count, page, onPage }: PagesProps) => {
  const translate = useTranslate()
  if (count <= 1) return null
  return (
    <Pagination
      count={count}
      page={page}
      color="primary"
      sx={{ alignSelf: 'center' }}
      onChange={(_, next) => onPage(next)}
      getItemAriaLabel={(type, at) =>
        type === 'page' ? translate('ra.navigation.page', { page: at }) : translate(`ra.navigation.${type}`)
      }
    />
  )
}
