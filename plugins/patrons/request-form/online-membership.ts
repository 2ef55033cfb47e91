import { Type } from 'typebox'
import { defineRequestForm, type AskedAt } from '#core/contract/request-form.ts'
import { resolve } from '#core/parameter.ts'
import { membershipsQuestion, settingItems, settingQuestion } from '#plugins/parameters/index.ts'
import { onlineAge, onlineBlock, onlineChoice, onlineRegistration, onlineRenewal } from '../contract/parameter/online.ts'

const enrols = { question: 'mode', is: ['enrol'] } as const
const online = { question: 'mode', is: ['renew', 'enrol'] } as const

/** Source: domain/2 §4.1, §4.2, [ONL], [L5], [L7]. */
export const onlineMembershipForm = defineRequestForm({
  name: 'patrons.online-membership',
  topic: 'services',
  title: {
    nl: 'Online inschrijven en hernieuwen', en: 'Enrolling and renewing online', fr: 'S’inscrire et renouveler en ligne',
  },
  help: {
    nl: 'Leden hernieuwen hun lidmaatschap op de website, en als je dat wilt schrijven nieuwe leden zich daar in. '
      + 'De dienst is gratis. Lidsoorten voor instellingen doen nooit mee.',
    en: 'Members renew their membership on the website, and if you want new members enrol there. '
      + 'The service is free. Types of membership for institutions never take part.',
    fr: 'Les membres renouvellent leur abonnement sur le site et, si vous le souhaitez, les nouveaux s’y inscrivent. '
      + 'Le service est gratuit. Les abonnements d’institution n’y ont jamais accès.',
  },
  synonyms: {
    nl: 'lid worden, online lidmaatschap, herinschrijven, verlengen lidmaatschap, nieuwe leden, website, Mijn Bibliotheek',
    en: 'join, online membership, renew membership, new members, sign up, website',
    fr: 'devenir membre, abonnement en ligne, réinscription, renouveler l’abonnement, nouveaux membres, site web',
  },
  levels: ['library'],
  questions: {
    mode: {
      title: { nl: 'Wat kan online?', en: 'What can be done online?', fr: 'Que peut-on faire en ligne ?' },
      schema: Type.Enum(['none', 'renew', 'enrol']), unit: 'choice', example: 'enrol', now: modeNow,
      choices: {
        none: { nl: 'niets', en: 'nothing', fr: 'rien' },
        renew: { nl: 'alleen hernieuwen', en: 'renewing only', fr: 'seulement renouveler' },
        enrol: {
          nl: 'hernieuwen en nieuwe leden inschrijven', en: 'renewing, and enrolling new members',
          fr: 'renouveler et inscrire de nouveaux membres',
        },
      },
    },
    offered: {
      ...membershipsQuestion, example: ['60', '80'], onlyWhen: enrols,
      title: {
        nl: 'Welke lidsoorten kan een nieuw lid kiezen?', en: 'Which types of membership can a new member choose?',
        fr: 'Quels abonnements un nouveau membre peut-il choisir ?',
      },
      help: {
        nl: 'De gewone lidsoort bij leeftijd en woonplaats, en eventueel een plus-lidmaatschap. Leeg: zoals het nu is.',
        en: 'The ordinary type for age and place of residence, and possibly a plus membership. Empty: as it is now.',
        fr: 'L’abonnement ordinaire selon l’âge et le domicile, éventuellement un abonnement plus. Vide : comme aujourd’hui.',
      },
    },
    left: {
      ...membershipsQuestion, example: ['100'], onlyWhen: online,
      title: {
        nl: 'Welke lidsoorten kunnen niet online hernieuwd worden?', en: 'Which types of membership cannot be renewed online?',
        fr: 'Quels abonnements ne peuvent pas être renouvelés en ligne ?',
      },
    },
    age: settingQuestion(onlineAge, { example: 16, onlyWhen: enrols }),
    block: settingQuestion(onlineBlock, { example: true, onlyWhen: enrols }),
  },
  items: ({ mode, offered, left, age, block }, at) => [
    ...settingItems(at, onlineRegistration, mode === 'enrol' ? undefined : false),
    ...settingItems(at, onlineRenewal, mode !== 'none'),
    ...settingItems(at, onlineRegistration, mode === 'enrol' ? true : undefined),
    ...(offered?.length ? settingItems(at, onlineChoice, 'choose', { memberships: offered }) : []),
    ...(left?.length ? settingItems(at, onlineChoice, 'none', { memberships: left }) : []),
    ...settingItems(at, onlineAge, age),
    ...settingItems(at, onlineBlock, block),
  ],
  tasks: ({ mode }, at) => mode === modeNow(at) ? [] : [mode === 'none' ? {
    nl: 'Haal inschrijven en hernieuwen van de website van de bibliotheek.', en: 'Take enrolling and renewing off the '
      + 'library’s website.',
    fr: 'Retirer l’inscription et le renouvellement du site de la bibliothèque.',
  } : {
    nl: 'Zet inschrijven of hernieuwen op de website van de bibliotheek.', en: 'Put enrolling or renewing on the '
      + 'library’s website.',
    fr: 'Mettre l’inscription ou le renouvellement sur le site de la bibliothèque.',
  }],
})

function modeNow({ reading, unit, from }: AskedAt) {
  if (resolve(reading, onlineRegistration, unit, from).value) return 'enrol'
  return resolve(reading, onlineRenewal, unit, from).value ? 'renew' : 'none'
}
