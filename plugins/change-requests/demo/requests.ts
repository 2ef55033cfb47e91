import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import type { NewRequest } from '../contract/answer.ts'
import { answers, approves, asks, confirms, notes, putsBack, refuses, says, takes, ticks, withdraws, type Step } from './step.ts'

/** Whose request it is and what it says; days are counted back from today. */
export interface DemoRequest extends Pick<NewRequest, 'form' | 'reason' | 'items' | 'draft' | 'onBehalfOf' | 'channel' | 'pasted'> {
  readonly daysAgo: number
  readonly time: string
  readonly by: string
  /** The unit it is for, by its code. */
  readonly at: string
  readonly filled: Readonly<Record<string, unknown>>
  /** From when it is asked, and the day on which it goes in: so many days from today. */
  readonly from?: number
  readonly applyIn?: number
  readonly steps: readonly Step[]
}

interface Around { readonly today: Day; readonly unitOf: (code: string) => UnitId; readonly staffOf: (email: string) => string }

const [systeem, helpdesk, inge] = ['systeem@demo.filiaal', 'helpdesk@demo.filiaal', 'inge@demo.filiaal']
const [bib, filiaal, vijf, molenkouter, wavre] = [
  'bib@demo.filiaal', 'filiaal@demo.filiaal', 'vijf@demo.filiaal', 'molenkouter@demo.filiaal', 'wavre@demo.filiaal',
]

/** What libraries of the demo asked in the last months, the oldest first, and what became of it. All of it is invented. */
export const demoRequests = (around: Around): readonly DemoRequest[] =>
  [...ended(around), ...open(around)].toSorted((a, b) => b.daysAgo - a.daysAgo || a.time.localeCompare(b.time))

const ended = ({ today, staffOf }: Around): DemoRequest[] => {
  const price = (daysAgo: number, by: string, at: string, material: string, cents: number, handler: string): DemoRequest => ({
    daysAgo, time: '09:10', by, at, form: 'parameters.replacement-prices', from: 7 - daysAgo,
    filled: {
      prices: [{ material, cents }], depreciates: false, decisionNumber: 'Raadsbesluit retributies (verzonnen)',
      decisionDate: plusDays(today, -daysAgo - 20),
    },
    steps: [approves(daysAgo - 1, '10:30', handler, 'Staat klaar vanaf volgende week.')],
  })
  return [
    {
      daysAgo: 98, time: '08:40', by: vijf, at: '3002', form: 'branches.closure', reason: 'De aannemer kan alleen die week.',
      filled: { from: plusDays(today, -78), to: plusDays(today, -74), text: 'Nieuwe vloer', sure: true },
      steps: [approves(98, '13:20', helpdesk, 'In orde. Veel succes met de werken!')],
    },
    price(92, bib, 'I300', 'SPRINTER', 1850, helpdesk),
    {
      daysAgo: 88, time: '09:30', by: filiaal, at: '2902', form: 'permissions.access', from: -80,
      filled: {
        person: 'Tom Raes', address: 'tom.raes@molenkouter.example', roles: ['desk'], services: ['statistics'],
        approver: 'Griet De Vos, bibliothecaris',
      },
      steps: [
        approves(87, '08:50', inge, 'We maken alles klaar.'), ticks(86, '10:00', inge, 0, 'Uitnodiging verstuurd'),
        ticks(85, '14:10', inge, 1, 'Toegang tot de dashboards gegeven'),
      ],
    },
    price(81, molenkouter, 'I290', 'DAISY', 2250, inge),
    {
      daysAgo: 76, time: '11:05', by: bib, at: 'I300', form: 'change-requests.subscription',
      filled: { wish: 'start', service: 'e-books', contact: 'Bart Wouters, bib@demo.filiaal' },
      steps: [
        takes(76, '13:00', inge), asks(75, '09:00', inge, 'De bijdrage is 0,12 euro per inwoner per jaar. Gaan jullie daarmee akkoord?'),
        answers(73, '15:20', bib, 'Ja, dat past in ons budget.'), approves(72, '08:30', inge, 'Dan sluiten we jullie aan.'),
        ticks(71, '09:15', inge, 0, 'Bevestigd door Bart Wouters'), ticks(66, '16:00', inge, 1, 'De leverancier meldt dat het werkt'),
      ],
    },
    price(70, bib, 'I300', 'PARTITUUR', 1650, helpdesk),
    {
      daysAgo: 64, time: '10:45', by: vijf, at: '3001', form: 'change-requests.question',
      filled: { text: 'Kan de bib op 11 november open zijn voor de herdenking, ook al is het een feestdag?' },
      steps: [
        says(64, '11:40', helpdesk, 'Dat kan: kies die dag in de kalender en zeg “Toch openen”. Dat mag je zelf.'),
        approves(63, '08:20', helpdesk),
      ],
    },
    {
      daysAgo: 59, time: '14:15', by: molenkouter, at: 'I290', form: 'change-requests.subscription',
      filled: { wish: 'start', service: 'films', contact: 'Griet De Vos, molenkouter@demo.filiaal' },
      steps: [refuses(57, '09:45', helpdesk, 'De regio heeft hiervoor dit jaar geen overeenkomst. We leggen de vraag voor aan het overleg van januari.')],
    },
    price(52, molenkouter, 'I290', 'SPRINTER', 1900, helpdesk),
    {
      daysAgo: 47, time: '09:00', by: vijf, at: '3003', form: 'branches.closure',
      filled: { from: plusDays(today, 20), to: plusDays(today, 24), text: 'Schilderwerken', sure: false },
      steps: [
        approves(46, '10:10', inge), says(40, '11:00', inge, 'De schilder belde ons: hij komt pas volgend jaar. We draaien de sluiting terug.'),
        putsBack(40, '11:05', inge, 'De schilderwerken zijn uitgesteld'),
      ],
    },
    {
      daysAgo: 43, time: '16:30', by: molenkouter, at: 'I290', form: 'change-requests.old-financial-data',
      filled: {
        since: '2022-01-01', until: '2022-12-31', detail: 'totals', purpose: 'Vraag van de financieel directeur bij de afsluiting',
      },
      steps: [approves(42, '09:05', helpdesk), ticks(40, '15:30', helpdesk, 0, 'Beveiligd bestand gedeeld met Griet De Vos')],
    },
    {
      daysAgo: 36, time: '10:20', by: wavre, at: 'I231', form: 'change-requests.question',
      filled: { text: 'Peut-on envoyer les rappels en français aux usagers qui le souhaitent ?' },
      steps: [
        says(35, '09:30', inge, 'Oui : chaque usager reçoit ses messages dans la langue choisie à sa fiche.'), approves(35, '09:40', inge),
      ],
    },
    {
      daysAgo: 31, time: '08:55', by: vijf, at: '3001', form: 'branches.closure', reason: 'De firma stelde dit voor.',
      filled: { from: plusDays(today, 45), to: plusDays(today, 60), text: 'Vernieuwing van de verwarming', sure: false },
      steps: [withdraws(29, '12:00', vijf, 'De werken gaan in de zomer door.')],
    },
    price(26, bib, 'I300', 'VINYL', 2450, inge),
    price(19, molenkouter, 'I290', 'TAALCURSUS', 2950, helpdesk),
    {
      daysAgo: 17, time: '11:30', by: helpdesk, at: '2902', form: 'branches.weekday', from: 40, applyIn: 25, channel: 'phone',
      reason: 'Vanaf januari ook op woensdagvoormiddag open.',
      onBehalfOf: { staff: staffOf(molenkouter), name: 'Griet De Vos', address: molenkouter, language: 'nl' },
      filled: { weekday: 'we', opens: true, hours: [{ from: '10:00', to: '12:00' }, { from: '14:00', to: '18:00' }] },
      steps: [confirms(16, '08:15', molenkouter), approves(16, '10:45', inge, 'Het gaat vanzelf in.')],
    },
  ]
}

const open = ({ today, unitOf, staffOf }: Around): DemoRequest[] => [
  {
    daysAgo: 12, time: '13:40', by: bib, at: 'I300', form: 'change-requests.subscription',
    filled: { wish: 'start', service: 'press', contact: 'Bart Wouters, bib@demo.filiaal' },
    steps: [approves(11, '09:20', inge, 'Goed, we vragen de prijs op.'), ticks(8, '14:00', inge, 0, 'Prijs bevestigd door Bart Wouters')],
  },
  {
    daysAgo: 6, time: '09:50', by: helpdesk, at: '0000', form: 'change-requests.change',
    reason: 'Karel leest mee bij de jaarafsluiting van alle bibliotheken.', filled: {},
    items: [{ kind: 'permissions.grant', payload: {
      staff: staffOf('financien@demo.filiaal'), role: 'auditor', unit: unitOf('0000'), from: today, to: plusDays(today, 120),
    } }],
    steps: [approves(5, '11:15', systeem)],
  },
  {
    daysAgo: 5, time: '10:00', by: vijf, at: '3001', form: 'branches.closure', reason: 'De verbouwing van de ingang.',
    filled: { from: plusDays(today, 60), to: plusDays(today, 95), text: 'Gesloten voor werken', sure: false },
    steps: [
      takes(5, '13:00', inge), asks(4, '09:10', inge, 'Kunnen lezers intussen aan de inleverbus, of is die ook afgesloten?'),
    ],
  },
  {
    daysAgo: 4, time: '15:10', by: bib, at: 'I300', form: 'parameters.activate-bill-reminder', from: 30,
    reason: 'De raad keurde dit goed in oktober.',
    filled: {
      days: 21, asksCost: true, cost: 100, decisionNumber: 'Raadsbesluit betalingsherinnering (verzonnen)', decisionDate: plusDays(today, -30),
    },
    steps: [takes(3, '08:45', helpdesk), notes(3, '08:50', helpdesk, 'Besluit nagelezen: het bedrag klopt. Morgen nog eens kijken naar de termijn.')],
  },
  {
    daysAgo: 3, time: '09:25', by: vijf, at: '3001', form: 'permissions.access', from: 10, reason: 'Jobstudent voor de kerstvakantie.',
    filled: {
      person: 'Noor Janssens', address: 'noor.janssens@drieheide.example', roles: ['desk'], services: [], until: plusDays(today, 45),
      approver: 'Bart Wouters, bibliothecaris',
    },
    steps: [],
  },
  {
    daysAgo: 2, time: '10:35', by: helpdesk, at: 'I292', form: 'change-requests.question', channel: 'mail',
    onBehalfOf: { name: 'Marleen De Wit', address: 'marleen.dewit@terlinden.example', language: 'nl' },
    pasted: 'Dag collega’s,\n\nWij zouden graag de e-mails naar onze leners zelf ondertekenen. Kan dat?\n\nGroeten,\nMarleen',
    filled: { text: 'De bibliotheek wil de mails aan leners zelf ondertekenen.' },
    steps: [],
  },
  {
    daysAgo: 1, time: '08:30', by: filiaal, at: '2902', form: 'branches.closure', reason: 'De elektricien komt langs.',
    filled: { from: plusDays(today, 30), to: plusDays(today, 34), text: 'Vernieuwing van de elektriciteit', sure: true },
    steps: [],
  },
  {
    daysAgo: 1, time: '14:05', by: molenkouter, at: 'I290', form: 'change-requests.question',
    filled: { text: 'Hoe laten we leners weten dat ze voortaan twee keer mogen verlengen?' },
    steps: [],
  },
  {
    daysAgo: 1, time: '16:20', by: bib, at: 'I300', form: 'change-requests.subscription', draft: true,
    filled: { wish: 'start', service: 'reading-tips' }, steps: [],
  },
]
