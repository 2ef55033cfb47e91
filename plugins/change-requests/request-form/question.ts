import { Type } from 'typebox'
import { defineRequestForm } from '#core/contract/request-form.ts'
import { unitTypes } from '#core/contract.ts'

/** A question without a change. Source: domain/1 §3.4. */
export const questionForm = defineRequestForm({
  name: 'change-requests.question',
  topic: 'other',
  title: { nl: 'Een vraag aan de servicedesk', en: 'A question to the helpdesk', fr: 'Une question au centre d’assistance' },
  help: {
    nl: 'Er hoeft niets te veranderen: je wilt iets weten, of je vindt hierboven niet wat je zoekt.',
    en: 'Nothing needs to change: you want to know something, or you do not find what you are looking for above.',
    fr: 'Rien ne doit changer : vous voulez savoir quelque chose, ou vous ne trouvez pas ci-dessus ce que vous cherchez.',
  },
  synonyms: {
    nl: 'vraag, hulp, uitleg, hoe werkt, probleem, fout, melding, anders, overig',
    en: 'question, help, explanation, how does it work, problem, error, something else, other',
    fr: 'question, aide, explication, comment faire, problème, erreur, autre chose',
  },
  levels: unitTypes,
  questions: {
    text: {
      title: { nl: 'Je vraag', en: 'Your question', fr: 'Votre question' },
      help: {
        nl: 'Gaat het over een fout? Zeg dan op welk scherm, wat je deed en wat er toen stond. Noem geen namen van leners.',
        en: 'Is it about an error? Then say on which screen, what you did and what it said then. Name no borrowers.',
        fr: 'S’agit-il d’une erreur ? Dites sur quel écran, ce que vous avez fait et ce qui s’est affiché. Ne citez aucun usager.',
      },
      schema: Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' }), unit: 'text', as: 'lines',
      example: 'Waarom kreeg de bib gisteren geen mail met aanmaningen?',
    },
  },
  hasOwnDay: true,
})
