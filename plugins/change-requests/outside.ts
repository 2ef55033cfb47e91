import { Type } from 'typebox'
import { heardOutside } from '#core/outside.ts'
import { unitAt, unitFact } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import { moved } from './contract/event.ts'
import { RequestState, stateTitles } from './contract/state.ts'

const title = { nl: 'een aanvraag ging verder', en: 'a request moved on', fr: 'une demande a avancé' }

/**
 * What a ticket system hears of requests: that one came in or moved on, and where to look. Its subject stays here:
 * whoever wrote it may have named somebody.
 */
export const requestMoved = heardOutside({
  event: moved,
  title,
  data: Type.Object({
    request: Type.String({ format: 'uuid' }), number: Type.Integer(), form: Type.String(),
    from: Type.Union([RequestState, Type.Null()]), to: RequestState,
  }),
  async tell(ctx, { request, from, to, by = null }) {
    const row = await ctx.db('request').where({ id: request }).first('number', 'form', 'unit_id', 'library_ids', 'author_id')
    if (!row) return null
    const { number, unit_id: unit } = row
    const at = (unitAt(ctx.configuration, unit, ctx.today()) ?? ctx.configuration.of(unitFact, unit).at(-1)?.body)?.name ?? ''
    return {
      data: { request, number: Number(number), form: row.form, from, to }, link: `/requests/${request}`,
      by: by ?? (from === null ? row.author_id : null),
      lines: [{
        units: [...new Set([unit, ...row.library_ids])], brief: title,
        sentence: inEach(language => {
          const state = stateTitles[to][language]
          return {
            nl: `Aanvraag ${number} van ${at}: ${state}`, en: `Request ${number} of ${at}: ${state}`,
            fr: `Demande ${number} de ${at} : ${state}`,
          }[language]
        }),
      }],
    }
  },
})
