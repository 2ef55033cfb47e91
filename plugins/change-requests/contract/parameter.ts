import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'

/** By when the helpdesk wants to have answered. */
export const answerDays = defineParameter({
  name: 'change-requests.answer-days',
  area: 'helpdesk',
  schema: Type.Integer({ minimum: 1, maximum: 60 }),
  default: 3,
  unit: 'days',
  levels: ['system', 'group', 'library'],
  title: { nl: 'Antwoordtermijn aanvragen', en: 'Time to answer requests', fr: 'Délai de réponse aux demandes' },
  help: {
    nl: 'Binnen hoeveel werkdagen (maandag tot vrijdag) een aanvraag een antwoord krijgt. Daarna staat ze als te laat in de lijst. Zolang de bibliotheek iets moet antwoorden of bevestigen, staat de klok stil.',
    en: 'Within how many working days (Monday to Friday) a request is answered. After that it stands in the list as late. While the library is to answer or confirm something, the clock stands still.',
    fr: 'En combien de jours ouvrables (du lundi au vendredi) une demande reçoit une réponse. Ensuite, elle figure en retard dans la liste. Tant que la bibliothèque doit répondre ou confirmer, le délai est suspendu.',
  },
  consequence: {
    nl: 'Korter: aanvragen komen hoger in de lijst en staan sneller als te laat. Wat al verstuurd is, houdt zijn dag.',
    en: 'Shorter: requests stand higher in the list and are late sooner. What has been sent keeps its day.',
    fr: 'Plus court : les demandes remontent et sont plus vite en retard. Ce qui est déjà envoyé garde sa date.',
  },
  example: {
    nl: '3 dagen: een aanvraag van vrijdag 6 maart moet uiterlijk woensdag 11 maart een antwoord krijgen.',
    en: '3 days: a request of Friday 6 March is to be answered by Wednesday 11 March.',
    fr: '3 jours : une demande du vendredi 6 mars reçoit une réponse au plus tard le mercredi 11 mars.',
  },
  synonyms: {
    nl: ['servicedesk', 'SLA', 'responstijd', 'helpdesk'],
    en: ['helpdesk', 'SLA', 'response time'],
    fr: ['centre d’assistance', 'SLA', 'temps de réponse'],
  },
})

/** After how long whoever asked is reminded of a question. */
export const remindDays = defineParameter({
  name: 'change-requests.remind-days',
  area: 'helpdesk',
  schema: Type.Integer({ minimum: 1, maximum: 60 }),
  default: 5,
  unit: 'days',
  levels: ['system', 'group', 'library'],
  title: { nl: 'Herinnering aan een vraag', en: 'Reminder of a question', fr: 'Rappel d’une question' },
  help: {
    nl: 'Na hoeveel werkdagen (maandag tot vrijdag) zonder antwoord op een vraag van de servicedesk één herinnering vertrekt.',
    en: 'After how many working days (Monday to Friday) without an answer to a question of the helpdesk one reminder leaves.',
    fr: 'Après combien de jours ouvrables (du lundi au vendredi) sans réponse à une question du centre d’assistance un seul rappel est envoyé.',
  },
  consequence: {
    nl: 'Korter: wie de vraag kreeg, hoort er sneller nog eens van. Per vraag vertrekt er nooit meer dan één herinnering.',
    en: 'Shorter: whoever got the question hears of it again sooner. Never more than one reminder leaves for each question.',
    fr: 'Plus court : la personne interrogée reçoit plus vite un rappel. Il n’y a jamais plus d’un rappel par question.',
  },
  example: {
    nl: '5 dagen: een vraag van vrijdag 6 maart zonder antwoord krijgt op vrijdag 13 maart een herinnering.',
    en: '5 days: a question of Friday 6 March that was not answered is reminded of on Friday 13 March.',
    fr: '5 jours : une question du vendredi 6 mars restée sans réponse fait l’objet d’un rappel le vendredi 13 mars.',
  },
  synonyms: {
    nl: ['herinneren', 'rappel', 'opvolging'], en: ['remind', 'chase', 'follow-up'], fr: ['relance', 'suivi'],
  },
})
