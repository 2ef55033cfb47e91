import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { membership } from '#plugins/parameters/contract/list.ts'
import { atLibrary } from '#plugins/parameters/contract/level.ts'

/** Classes come when there is school: what they have on loan is never due in between. */
export const schoolHolidays = defineParameter({
  name: 'circulation.school-holidays',
  area: 'loans',
  schema: Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,40}$' }), { maxItems: 5, uniqueItems: true }),
  default: [],
  unit: 'codes',
  levels: atLibrary,
  dimensions: [membership],
  title: { nl: 'Schoolvakanties van een lidsoort', en: 'School holidays of a type of membership', fr: 'Vacances scolaires d’un type d’abonnement' },
  help: {
    nl: 'De dagenlijsten waarin deze lidsoort niets hoeft in te leveren, bv. school-nl voor klassen. Leeg: alleen de kalender van de vestiging telt.',
    en: 'The lists of days on which nothing of this type is due, e.g. school-nl for classes. Empty: the calendar of the branch alone counts.',
    fr: 'Les listes de jours durant lesquels rien n’est à rendre pour ce type, p. ex. school-fr pour les classes. '
      + 'Vide : seul le calendrier de l’implantation compte.',
  },
  consequence: {
    nl: 'Een inleverdatum in zo’n vakantie schuift op naar de eerste open dag erna. Wat al uitgeleend is, blijft zoals het was.',
    en: 'A due date within such a holiday moves on to the first open day after it. What is on loan already stays as it was.',
    fr: 'Une date de retour tombant dans ces vacances passe au premier jour d’ouverture suivant. Les prêts en cours restent inchangés.',
  },
  example: {
    nl: 'school-nl voor lidsoort 120: wat op 24 december terug moest, moet op de eerste open dag na de kerstvakantie terug.',
    en: 'school-nl for type 120: what was due on 24 December is due on the first open day after the Christmas holidays.',
    fr: 'school-fr pour le type 120 : un retour prévu le 24 décembre passe au premier jour d’ouverture après les vacances de Noël.',
  },
  synonyms: {
    nl: ['klas', 'schoolvakantie', 'klaskaart', 'leerkracht', 'kerstvakantie'],
    en: ['class', 'school holiday', 'class card', 'teacher'],
    fr: ['classe', 'congé scolaire', 'carte de classe', 'enseignant'],
  },
})

export const schoolParameters = [schoolHolidays] as const
