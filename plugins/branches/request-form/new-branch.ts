import { Type } from 'typebox'
import { asked, defineRequestForm, type AskedAt } from '#core/contract/request-form.ts'
import { unitAt, unitFact } from '#core/unit.ts'
import { Unit } from '#core/contract/unit.ts'
import { openUnit } from '#plugins/units/contract.ts'
import { setHours } from '../contract/change.ts'
import { Slot, Weekday, weekdays, type HoursPlan } from '../contract/hours.ts'
import { namedId } from '../named-id.ts'
import { weekdayNames } from './weekday.ts'

const { street, postalCode, city } = Unit.properties.address.properties
const forPublic = { question: 'isPublic', is: [true] } as const
const { from: Opens, to: Closes } = Slot.properties
const Opening = Type.Object({ weekday: Weekday, from: Opens, to: Closes }, { additionalProperties: false })

/** Source: domain/1 §3.4, §2.1, [TIJD]. */
export const newBranchForm = defineRequestForm({
  name: 'branches.new-branch',
  topic: 'units',
  title: { nl: 'Een nieuwe vestiging', en: 'A new branch', fr: 'Une nouvelle implantation' },
  help: {
    nl: 'Een filiaal, uitleenpost of depot komt erbij. Vraag het enkele weken vooraf: de servicedesk maakt de '
      + 'vestiging aan met haar '
      + 'nummer, en de regels van je bibliotheek gelden er meteen. De dag die je kiest, is de eerste openingsdag.',
    en: 'A branch, service point or depot is added. Ask some weeks ahead: the helpdesk makes the branch with its number, '
      + 'and the rules of your library hold there at once. The day you choose is the first day it is open.',
    fr: 'Une implantation, un point de prêt ou un dépôt s’ajoute. Demandez-le quelques semaines à l’avance : le centre '
      + 'd’assistance crée '
      + 'l’implantation avec son numéro, et les règles de votre bibliothèque y valent aussitôt. Le jour choisi est '
      + 'celui de l’ouverture.',
  },
  synonyms: {
    nl: 'filiaal, uitleenpost, depot, vestiging toevoegen, opening, verhuizing, nieuw gebouw, schoolbib',
    en: 'branch, service point, depot, add a branch, opening, new building, school library',
    fr: 'succursale, point de prêt, dépôt, ajouter une implantation, ouverture, nouveau bâtiment, bibliothèque scolaire',
  },
  levels: ['library'],
  questions: {
    branchName: {
      title: { nl: 'Naam van de vestiging', en: 'Name of the branch', fr: 'Nom de l’implantation' },
      help: {
        nl: 'Zoals leners ze kennen, met de naam van de plaats.', en: 'As borrowers know it, with the name of the place.',
        fr: 'Tel que les usagers le connaissent, avec le nom du lieu.',
      },
      schema: Unit.properties.name, unit: 'text', example: 'Bib Zwalm Beerlegem',
    },
    street: {
      title: { nl: 'Straat en nummer', en: 'Street and number', fr: 'Rue et numéro' },
      schema: street, unit: 'text', example: 'Kerkplein 1',
    },
    postalCode: {
      title: { nl: 'Postcode', en: 'Postal code', fr: 'Code postal' }, schema: postalCode, unit: 'text', example: '9630',
    },
    city: { title: { nl: 'Gemeente', en: 'Municipality', fr: 'Commune' }, schema: city, unit: 'text', example: 'Zwalm' },
    isPublic: {
      title: { nl: 'Komen er leners langs?', en: 'Do borrowers come by?', fr: 'Les usagers y ont-ils accès ?' },
      help: {
        nl: 'Nee voor een depot of een dienst: die staat dan niet op de website en heeft geen openingsuren nodig.',
        en: 'No for a depot or an office: it is then not on the website and needs no opening hours.',
        fr: 'Non pour un dépôt ou un service : il ne figure alors pas sur le site et n’a pas besoin d’heures d’ouverture.',
      },
      schema: Type.Boolean(), unit: 'yes-no', example: true,
    },
    hours: {
      title: { nl: 'Openingsuren per week', en: 'Opening hours each week', fr: 'Heures d’ouverture hebdomadaires' },
      help: {
        nl: 'Eén rij per stuk van een dag; een dag die er niet staat, is gesloten.',
        en: 'One row for each part of a day; a day that is not there is closed.',
        fr: 'Une ligne par plage horaire ; un jour absent est un jour de fermeture.',
      },
      schema: Type.Array(Opening, { minItems: 1, maxItems: 40 }), unit: 'fields', as: 'rows', onlyWhen: forPublic,
      example: [{ weekday: 'we', from: '13:30', to: '18:00' }, { weekday: 'sa', from: '10:00', to: '12:30' }],
      columns: {
        weekday: { title: { nl: 'dag', en: 'day', fr: 'jour' }, unit: 'choice', as: 'weekday', choices: weekdayNames },
        from: { title: { nl: 'van', en: 'from', fr: 'de' }, unit: 'text' },
        to: { title: { nl: 'tot', en: 'until', fr: 'à' }, unit: 'text' },
      },
    },
  },
  items: ({ branchName: name, street: line, postalCode: post, city: town, isPublic, hours = [] }, at) => {
    const unit = namedId(`${at.request}/branch`)
    const week: HoursPlan['week'] = Object.fromEntries(weekdays.map(day => [day, hours.filter(row => row.weekday === day)
      .map(({ from, to }) => ({ from, to })).sort((a, b) => a.from < b.from ? -1 : 1)]))
    return [
      asked(openUnit, {
        id: unit, parent: at.unit, from: at.from, unit: {
          type: 'branch', code: nextCode(at), name, ...(isPublic ? {} : { public: false, needsHours: false }),
          address: { street: line, postalCode: post, city: town },
        },
      }),
      ...(isPublic ? [asked(setHours, {
        unit, key: 'staffed/regular', from: at.from, to: null, plan: { kind: 'staffed', layer: 'regular', week },
      })] : []),
    ]
  },
  tasks: ({ branchName: name, isPublic }) => isPublic ? [{
    nl: `Maak een pagina voor ${name} op de website van de bibliotheek.`, en: `Make a page for ${name} on the library’s website.`,
    fr: `Créer une page pour ${name} sur le site de la bibliothèque.`,
  }] : [],
})

/** The number after the library's own, as branches are counted; one that anybody ever bore is never given out again. */
function nextCode({ reading, unit, from }: AskedAt): string {
  const taken = new Set([...reading.all(unitFact)].flat().map(({ body }) => body.code))
  const first = Number(unitAt(reading, unit, from)?.code.slice(1) ?? 0) * 10 + 1
  for (let number = first; ; number++) {
    const code = String(number).padStart(4, '0')
    if (!taken.has(code)) return code
  }
}
