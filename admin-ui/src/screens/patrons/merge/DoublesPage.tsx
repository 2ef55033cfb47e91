import Back from '@mui/icons-material/ArrowBack'
import { Link as Anchor } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Page } from '#console/Page.tsx'
import { useUnit, useUnitLink } from '#console/unit.ts'
import { Views } from '#console/Views.tsx'
import { LikelyPairs } from './LikelyPairs.tsx'
import { MergedList } from './MergedList.tsx'

const views = ['likely', 'merged'] as const

/** Who seems to be here twice, and who was made one: of the library at hand. */
const DoublesPage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { unit } = useUnit()
  const [view, setView] = useState<(typeof views)[number]>('likely')
  return (
    <Page title={translate('patrons.merge.doubles')} intro={translate('patrons.merge.intro')}>
      <Anchor component={Link} to={link('/patrons')} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}>
        <Back fontSize="small" aria-hidden />
        {translate('patrons.page.back')}
      </Anchor>
      <Views views={views} value={view} onChange={setView} label={translate('patrons.merge.views')} words={one => translate(`patrons.merge.${one}`)} />
      {unit && (view === 'likely' ? <LikelyPairs unit={unit.id} /> : <MergedList unit={unit.id} />)}
    </Page>
  )
}

export default DoublesPage
