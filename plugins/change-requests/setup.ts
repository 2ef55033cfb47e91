import { accountFact } from '#core/account.ts'
import { defineChange } from '#core/change.ts'
import { holdsOn, type Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { namesOf } from '#core/names.ts'
import type { FirstWords } from '#core/plugin.ts'
import { SYSTEM } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { permissions } from './contract/permission.ts'
import { HELPDESK, OWN_TEAMS, setTeam, setTemplate, teamFact, templateFact, type Setup, type Team, type Template } from './contract/setup.ts'

const needs = () => [{ permission: permissions['set-up'], unit: SYSTEM }]

export const settingTeam = defineChange(setTeam, {
  needs,
  refusals: (reading, { code, team }, today) => [
    ...code === OWN_TEAMS ? [fault('change-requests.own-teams', '/code',
      'Zo kan geen team heten: dit staat voor “mijn teams”.', 'No team can have this code: it stands for “my teams”.',
      'Aucune équipe ne peut porter ce code : il désigne « mes équipes ».')] : [],
    ...(team?.members ?? []).flatMap((staff, n) => worksHere(reading, staff, today) ? [] : [fault('change-requests.no-member', `/team/members/${n}`,
      'Deze medewerker heeft geen toegang meer.', 'This member of staff has no access any more.',
      'Ce collaborateur n’a plus d’accès.')]),
    ...code === HELPDESK && team === null ? [fault('change-requests.last-team', '/code',
      'Dit team neemt wat geen ander neemt; het blijft.', 'This team takes what no other does; it stays.',
      'Cette équipe prend ce qu’aucune autre ne prend ; elle reste.')] : [],
  ],
  lays: (_reading, { code, team }, today) => [{ fact: teamFact, unit: SYSTEM, key: code, from: today, to: null, body: team }],
  sentence: (_reading, { code, team }) => team === null
    ? { nl: `Team ${code} vervalt`, en: `Team ${code} goes`, fr: `L’équipe ${code} disparaît` }
    : {
      nl: `Team “${team.name.nl}”: ${counted(team, 'nl')}`, en: `Team “${team.name.en}”: ${counted(team, 'en')}`,
      fr: `Équipe « ${team.name.fr} » : ${counted(team, 'fr')}`,
    },
})

export const settingTemplate = defineChange(setTemplate, {
  needs,
  lays: (_reading, { code, template }, today) => [{ fact: templateFact, unit: SYSTEM, key: code, from: today, to: null, body: template }],
  sentence: (_reading, { code, template }) => template === null
    ? { nl: `Antwoordsjabloon ${code} vervalt`, en: `Answer template ${code} goes`, fr: `Le modèle de réponse ${code} disparaît` }
    : {
      nl: `Antwoordsjabloon “${template.title.nl}” is gewijzigd`, en: `Answer template “${template.title.en}” is changed`,
      fr: `Le modèle de réponse « ${template.title.fr} » est modifié`,
    },
})

const words = {
  nl: ['lid', 'leden', 'soort aanvragen', 'soorten aanvragen'], en: ['member', 'members', 'kind of requests', 'kinds of requests'],
  fr: ['membre', 'membres', 'type de demandes', 'types de demandes'],
} as const
const counted = ({ members = [], forms }: Team, language: keyof typeof words) => {
  const [one, more, kind, kinds] = words[language]
  return [`${members.length} ${members.length === 1 ? one : more}`, `${forms.length} ${forms.length === 1 ? kind : kinds}`].join(', ')
}

const worksHere = (reading: Reading, staff: string, today: Day) =>
  [...reading.all(accountFact)].some(accounts => accounts.some(said => said.body.staff === staff && (said.to === null || said.to >= today)))

/** The teams and templates of today, and who is in which team. */
export async function setupOf(ctx: Context): Promise<Setup> {
  const teams = teamsOn(ctx)
  const names = await namesOf(ctx, teams.flatMap(({ members = [] }) => members))
  const named = ({ members = [] }: Team) => members.map(id => ({ id, name: names.get(id) ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, ctx.language))
  return {
    teams: teams.map(team => ({ code: team.code, name: team.name, forms: team.forms, members: named(team) })),
    templates: saidOn(ctx.configuration.of(templateFact, SYSTEM), ctx.today()), version: ctx.configuration.version,
  }
}

interface Said<B> { readonly key: string; readonly body: B; readonly from: string | null; readonly to: string | null }
const saidOn = <B>(rows: readonly Said<B>[], day: Day): ({ code: string } & B)[] =>
  rows.filter(row => holdsOn(row, day)).map(({ key, body }) => ({ code: key, ...body })).sort((a, b) => a.code.localeCompare(b.code))

export const teamsOn = ({ configuration, today }: Pick<Context, 'configuration' | 'today'>): ({ code: string } & Team)[] =>
  saidOn(configuration.of(teamFact, SYSTEM), today())

/** The codes of the teams of which somebody is a member. */
export const teamsOf = (ctx: Pick<Context, 'configuration' | 'today'>, staff: string | null): string[] =>
  teamsOn(ctx).filter(({ members = [] }) => staff !== null && members.includes(staff)).map(({ code }) => code)

/** The team that a form lands with. */
export const teamFor = (reading: Reading, form: string, day: string): string =>
  reading.of(teamFact, SYSTEM).find(said => holdsOn(said, day) && said.body.forms.includes(form))?.key ?? HELPDESK

const template = (title: Template['title'], text: Template['text']): Template => ({ title, text })

/** What a helpdesk starts with; from then on its own. */
export const firstSetup: readonly FirstWords[] = [{
  fact: teamFact, title: { nl: 'team van de servicedesk', en: 'team of the helpdesk', fr: 'équipe du centre d’assistance' },
  words: { [HELPDESK]: { name: { nl: 'Servicedesk', en: 'Helpdesk', fr: 'Centre d’assistance' }, forms: [] } satisfies Team },
}, {
  fact: templateFact, title: { nl: 'antwoordsjablonen', en: 'answer templates', fr: 'modèles de réponse' },
  words: {
    'done': template({ nl: 'Uitgevoerd', en: 'Done', fr: 'Exécuté' }, {
      nl: 'Dit is uitgevoerd zoals je vroeg. Klopt er iets niet? Antwoord gerust op deze aanvraag; we draaien het terug.',
      en: 'This has been done as you asked. Is something wrong? Answer this request; we will put it back.',
      fr: 'C’est exécuté comme vous l’avez demandé. Quelque chose ne va pas ? Répondez à cette demande ; nous l’annulerons.',
    }),
    'decision-missing': template({ nl: 'Raadsbesluit ontbreekt', en: 'Council decision missing', fr: 'Décision du conseil manquante' }, {
      nl: 'Voor een tarief hebben we het raadsbesluit nodig: nummer, datum en artikel. Voeg je de tekst als bijlage toe?',
      en: 'For a tariff we need the council decision: number, date and article. Could you attach its text?',
      fr: 'Pour un tarif, il nous faut la décision du conseil : numéro, date et article. Pouvez-vous en joindre le texte ?',
    }),
    'self-service': template({ nl: 'Kan je zelf', en: 'You can do this yourself', fr: 'Vous pouvez le faire' }, {
      nl: 'Dit mag je zelf wijzigen: het staat bij de instellingen van je bibliotheek. Lukt het niet, dan helpen we je graag.',
      en: 'You may change this yourself: it stands in the settings of your library. If it does not work, we will gladly help.',
      fr: 'Vous pouvez modifier ceci vous-même, dans les paramètres de votre bibliothèque. En cas de difficulté, nous vous aidons volontiers.',
    }),
  },
}]
