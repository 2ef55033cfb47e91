import { Type, type Static } from 'typebox'
import { defineChangeKind, defineFact, Texts, UnitId } from '#core/contract.ts'

const strict = { additionalProperties: false } as const
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
const Code = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$', examples: ['catalogue'] })
const Long = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })
const FormName = Type.String({ minLength: 1, maxLength: 80 })

/**
 * A team of the helpdesk, the forms that land with it and who handles them; what no team takes lands with `helpdesk`.
 * A team without members is everybody who handles requests.
 */
export const Team = Type.Object({
  name: Texts, forms: Type.Array(FormName, { maxItems: 200, uniqueItems: true }),
  members: Type.Optional(Type.Array(UnitId, { maxItems: 200, uniqueItems: true })),
}, strict)
export type Team = Static<typeof Team>
/** An answer that is often given, to be mended before it is sent. */
export const Template = Type.Object({
  title: Texts, text: Type.Object({ nl: Long, en: Long, fr: Long }, strict),
}, strict)
export type Template = Static<typeof Template>

/** The team that takes what no other does. */
export const HELPDESK = 'helpdesk'
/** Among the teams to look at: those that one is a member of. No team bears this name. */
export const OWN_TEAMS = 'mine'
export const teamFact = defineFact('change-requests.team', Team)
export const templateFact = defineFact('change-requests.template', Template)

/** Null takes it away. */
export const setTeam = defineChangeKind({
  name: 'change-requests.set-team',
  payload: Type.Object({ code: Code, team: orNull(Team) }, strict),
  title: { nl: 'Team wijzigen', en: 'Change a team', fr: 'Modifier une équipe' },
})
export const setTemplate = defineChangeKind({
  name: 'change-requests.set-template',
  payload: Type.Object({ code: Code, template: orNull(Template) }, strict),
  title: { nl: 'Antwoordsjabloon wijzigen', en: 'Change an answer template', fr: 'Modifier un modèle de réponse' },
})

/** `GET /api/requests/setup`. */
export const Setup = Type.Object({
  teams: Type.Array(Type.Object({
    code: Type.String(), name: Texts, forms: Team.properties.forms,
    /** As far as their names may be known. */
    members: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  })),
  templates: Type.Array(Type.Object({ code: Type.String(), ...Template.properties })),
  version: Type.Integer(),
})
export type Setup = Static<typeof Setup>
