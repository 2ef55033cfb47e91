import { Type } from 'typebox'
import { defineRequestForm } from '#core/contract/request-form.ts'
import { Day } from '#core/contract.ts'
import { dayIn, inEach } from '#core/wording.ts'

const Named = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })
const sells = { question: 'kind', is: ['sale'] } as const
const priced = { question: 'hasPrice', is: [true] } as const

/** Until shop sales and waivers are done here. Source: domain/1 §3.4, §5.1, §6, [AFB], [MVA]. */
export const moneyCodeForm = defineRequestForm({
  name: 'change-requests.money-code',
  topic: 'money',
  title: {
    nl: 'Extra kwijtscheldreden of boekingscode', en: 'Extra waive reason or booking code',
    fr: 'Motif de remise ou code de comptabilisation supplémentaire',
  },
  help: {
    nl: 'Een reden die de balie kan kiezen bij kwijtschelden, of iets nieuws dat je verkoopt of aanrekent. '
      + 'Elke reden en elke code staat apart in de financiële overzichten: vraag er alleen een die je apart wilt tellen.',
    en: 'A reason that the desk can choose when waiving, or something new that you sell or charge. '
      + 'Every reason and every code stands apart in the financial overviews: ask only for one that you want to count apart.',
    fr: 'Un motif que le comptoir peut choisir pour une remise, ou une chose nouvelle que vous vendez ou facturez. '
      + 'Chaque motif et chaque code figure séparément dans les relevés financiers : ne demandez que ce que vous '
      + 'voulez compter à part.',
  },
  synonyms: {
    nl: 'kwijtschelden, kwijtschelding, afboeken, dagboek, winkelverkoop, artikel, tas, oortjes, kopie, print, verkoop, code kassa',
    en: 'waive, waiver, write off, journal, shop sale, article, bag, earphones, copy, print, sale, till code',
    fr: 'remise, accorder une remise, journal, vente boutique, article, sac, écouteurs, copie, impression, code caisse',
  },
  levels: ['group', 'library'],
  questions: {
    kind: {
      title: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?' },
      schema: Type.Enum(['waiver', 'sale']), unit: 'choice', example: 'sale',
      choices: {
        waiver: { nl: 'een kwijtscheldreden', en: 'a waive reason', fr: 'un motif de remise' },
        sale: {
          nl: 'een boekingscode voor een verkoop of kost', en: 'a booking code for a sale or charge',
          fr: 'un code pour une vente ou des frais',
        },
      },
    },
    name: {
      title: { nl: 'Naam, zoals de balie ze leest', en: 'Name, as the desk reads it', fr: 'Nom, tel que le comptoir le lira' },
      schema: Named, unit: 'text', example: 'Stoffen tas',
    },
    hasPrice: {
      title: { nl: 'Is er een vaste prijs?', en: 'Is there a fixed price?', fr: 'Y a-t-il un prix fixe ?' },
      help: {
        nl: 'Nee: de balie typt telkens het bedrag.', en: 'No: the desk types the amount each time.',
        fr: 'Non : le comptoir encode le montant à chaque fois.',
      },
      schema: Type.Boolean(), unit: 'yes-no', example: true, onlyWhen: sells,
    },
    price: {
      title: { nl: 'Prijs', en: 'Price', fr: 'Prix' }, schema: Type.Integer({ minimum: 1, maximum: 100_000 }), unit: 'cents', example: 250,
      onlyWhen: priced,
    },
    decisionNumber: {
      title: { nl: 'Nummer van het raadsbesluit', en: 'Number of the council decision', fr: 'Numéro de la décision du conseil' },
      schema: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), unit: 'text', example: '2026/118', onlyWhen: priced,
    },
    decisionDate: {
      title: { nl: 'Datum van het raadsbesluit', en: 'Date of the council decision', fr: 'Date de la décision du conseil' },
      schema: Day, unit: 'text', as: 'day', example: '2026-10-20', onlyWhen: priced,
    },
  },
  tasks: ({ kind, name }) => [kind === 'waiver' ? {
    nl: `Voeg de kwijtscheldreden “${name}” toe, met een eigen dagboek.`, en: `Add the waive reason “${name}”, with a journal of its own.`,
    fr: `Ajouter le motif de remise « ${name} », avec son propre journal.`,
  } : {
    nl: `Voeg de boekingscode “${name}” toe.`, en: `Add the booking code “${name}”.`, fr: `Ajouter le code de comptabilisation « ${name} ».`,
  }],
})

/** Source: domain/1 §3.4, [FOBE]. */
export const oldRecordsForm = defineRequestForm({
  name: 'change-requests.old-financial-data',
  topic: 'money',
  title: {
    nl: 'Oude financiële gegevens opvragen', en: 'Ask for old financial data',
    fr: 'Demander d’anciennes données financières',
  },
  help: {
    nl: 'Posten die meer dan twee jaar geleden zijn afgesloten, staan in het archief. De servicedesk levert ze als tabel.',
    en: 'Items closed more than two years ago are archived. The helpdesk delivers them as a table.',
    fr: 'Les postes clôturés depuis plus de deux ans sont archivés. Le centre d’assistance les fournit sous forme de tableau.',
  },
  synonyms: {
    nl: 'archief, oude boekingen, financieel overzicht, audit, rekenhof, jaarrekening, controle, geschiedenis betalingen',
    en: 'archive, old bookings, financial overview, audit, annual accounts, payment history',
    fr: 'archives, anciennes opérations, relevé financier, audit, comptes annuels, historique des paiements',
  },
  levels: ['group', 'library'],
  questions: {
    since: { title: { nl: 'Van', en: 'From', fr: 'Du' }, schema: Day, unit: 'text', as: 'day', example: '2022-01-01' },
    until: { title: { nl: 'Tot en met', en: 'Until', fr: 'Au' }, schema: Day, unit: 'text', as: 'day', example: '2022-12-31' },
    detail: {
      title: { nl: 'Wat heb je nodig?', en: 'What do you need?', fr: 'De quoi avez-vous besoin ?' },
      help: {
        nl: 'Neem de totalen als die volstaan: in de losse posten staan gegevens van leners.',
        en: 'Take the totals if they suffice: the single items hold data of borrowers.',
        fr: 'Prenez les totaux s’ils suffisent : le détail contient des données d’usagers.',
      },
      schema: Type.Enum(['totals', 'items']), unit: 'choice', default: 'totals', example: 'totals',
      choices: {
        totals: { nl: 'totalen per dagboek en maand', en: 'totals by journal and month', fr: 'totaux par journal et par mois' },
        items: { nl: 'elke post apart', en: 'every single item', fr: 'chaque poste séparément' },
      },
    },
    purpose: {
      title: { nl: 'Waarvoor heb je ze nodig?', en: 'What do you need them for?', fr: 'À quoi serviront-elles ?' },
      help: {
        nl: 'Gegevens van leners mogen alleen worden geleverd voor een doel dat erbij past, zoals een controle of een betwisting.',
        en: 'Data of borrowers may only be delivered for a purpose that fits them, such as an audit or a dispute.',
        fr: 'Des données d’usagers ne peuvent être fournies que dans un but qui le justifie, comme un contrôle ou une '
          + 'contestation.',
      },
      schema: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }), unit: 'text', example: 'Controle door de financieel directeur',
    },
  },
  hasOwnDay: true,
  tasks: ({ since, until, detail }) => [inEach(language => {
    const what = {
      totals: {
        nl: 'de totalen per dagboek en maand', en: 'the totals by journal and month',
        fr: 'les totaux par journal et par mois',
      },
      items: { nl: 'elke afgesloten post', en: 'every closed item', fr: 'chaque poste clôturé' },
    }[detail][language]
    return {
      nl: `Lever ${what} van ${dayIn('nl', since)} tot en met ${dayIn('nl', until)}, beveiligd.`,
      en: `Deliver ${what} from ${dayIn('en', since)} until ${dayIn('en', until)}, safely.`,
      fr: `Fournir ${what} du ${dayIn('fr', since)} au ${dayIn('fr', until)}, de façon sécurisée.`,
    }[language]
  })],
})
