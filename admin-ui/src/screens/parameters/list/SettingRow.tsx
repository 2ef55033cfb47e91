import Lock from '@mui/icons-material/LockOutlined'
import { useLocale, useTranslate } from 'ra-core'
import { memo } from 'react'
import { formatDay } from '#console/time/day.ts'
import type { ParameterValues } from '#plugins/parameters/contract/answer/value.ts'
import { isOwn, type Setting } from './settings.ts'

interface SettingRowProps {
  readonly setting: Setting
  /** Whoever looks may not set it, and may ask for it. */
  readonly mayAsk: boolean
  readonly units: ParameterValues['units']
  /** Its chapter, where the list shows settings of several. */
  readonly area: string | undefined
  /** The address of the list it stands in. */
  readonly address: string
  readonly onEdit: (setting: Setting) => void
}

/** One setting in the list: its name and sentence, what holds here, and where that comes from. Its looks stand in `SettingRows`. */
export const SettingRow = memo(({ setting, mayAsk, units, area, address, onEdit }: SettingRowProps) => {
  const translate = useTranslate()
  const { definition: { title, help, name }, held } = setting
  const mine = isOwn(setting)
  const act = translate(!held.mayChange ? 'parameters.askFor' : mine ? 'parameters.change' : 'parameters.makeOwn')
  return (
    <li className={mine ? 'mine' : undefined}>
      <div>
        {area && <p className="chapter">{area}</p>}
        <h3>
          <a href={`${address}${address.includes('?') ? '&' : '?'}p=${encodeURIComponent(name)}`} id={`setting-${name}`} data-setting={name}>{title}</a>
        </h3>
        <p className="help">{help}</p>
      </div>
      <div>
        <p className="value">{held.valueText}</p>
        <Source held={held} units={units} />
        <Signs setting={setting} units={units} />
      </div>
      <div className="act">
        {(held.mayChange || mayAsk) && (
          <button
            type="button"
            className={held.mayChange ? undefined : 'asks'}
            onClick={() => onEdit(setting)}
            aria-label={`${title}: ${act}`}
          >
            {act}
          </button>
        )}
      </div>
    </li>
  )
})

interface SourceProps {
  readonly held: Setting['held']
  readonly units: ParameterValues['units']
}

/** In a few words who says so, and since when. */
const Source = ({ held: { own, from }, units }: SourceProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const unit = from ? units[from.unit]?.name ?? '' : ''
  const word = own ? 'parameters.own' : from ? 'parameters.inherited' : 'parameters.default'
  return (
    <p className="source">
      <span className={own ? 'own' : undefined}>{translate(word, { unit })}</span>
      {from?.since && ` ${translate('parameters.sinceDay', { day: formatDay(language, from.since) })}`}
    </p>
  )
}

interface SignsProps {
  readonly setting: Setting
  readonly units: ParameterValues['units']
}

const Signs = ({ setting: { definition, held }, units }: SignsProps) => {
  const translate = useTranslate()
  const { lockedBy } = held
  const signs = [
    ...(held.lines > 0 ? [translate('parameters.lines', { smart_count: held.lines })] : []),
    ...(held.planned > 0 ? [translate('parameters.plannedCount', { smart_count: held.planned })] : []),
    ...(held.below > 0 ? [translate('parameters.differsIn', { smart_count: held.below })] : []),
    ...(held.applies || !definition.onlyWhen
      ? []
      : [translate('parameters.onlyWhenShort', { title: definition.onlyWhen.title })]),
  ]
  if (signs.length === 0 && !held.locked) return null
  return (
    <div className="signs">
      {held.locked && (
        <span className="sign">
          <Lock aria-hidden />
          {translate('parameters.lockedBy', { unit: (lockedBy && units[lockedBy]?.name) ?? '' })}
        </span>
      )}
      {signs.map(sign => <span key={sign} className="sign">{sign}</span>)}
    </div>
  )
}
