import type { Letters } from '../told.ts'

const [see, answer] = ['Voir la demande', 'Répondre ici']

export const fr: Letters = {
  greeting: name => `Bonjour ${name}`,
  more: left => `… et ${left} autres.`,
  once: 'Le lien fonctionne une seule fois, pendant quatorze jours, sans connexion. Ne le transmettez à personne.',
  list: {
    given: 'Ce qui changerait :',
    stopped: 'Pourquoi :',
    received: 'Ce que vous demandez :', confirm: 'Ce qui changerait :', arrived: 'Ce qui changerait :', approved: 'Reste à faire :',
    adjusted: 'Ce qui a été adapté :', applied: 'Ce qui a changé :', planned: 'Ce qui va changer :',
  },
  several: {
    together: count => ({
      subject: `${count} demandes sont approuvées`, quote: 'Le centre d’assistance a ajouté :', says: `Ces ${count} demandes ont été approuvées ensemble.`,
    }),
    seconds: count => ({
      subject: `${count} demandes attendent une seconde approbation`, quote: 'Ce qui a été ajouté :',
      says: `Ces ${count} demandes ont été approuvées une fois. Une autre personne doit encore les approuver.`,
    }),
  },
  sections: {
    applied: 'Appliquées :', planned: 'Planifiées, prennent effet d’elles-mêmes :', approved: 'Approuvées, il reste quelque chose à faire :', second: 'À approuver :',
  },
  one: (number, what, day) => `N° ${number} : ${what}${day ? ` (le ${day})` : ''}`,
  kinds: {
    'received': ({ number, what, due }) => ({
      subject: `Votre demande n° ${number} est bien arrivée`, label: see,
      says: [`Nous avons reçu votre demande « ${what} ».`, due && `Vous aurez une réponse au plus tard le ${due}.`],
    }),
    'confirm': ({ number, what, by, unit }) => ({
      subject: `Est-ce exact ? Demande n° ${number}`, label: 'Vérifier et répondre',
      says: [
        `${by} a saisi une demande en votre nom pour ${unit} : « ${what} ».`,
        'Vérifiez que c’est bien ce que vous avez demandé. Rien ne se fera sans votre accord.',
      ],
    }),
    'question': ({ number, what, by }) => ({
      subject: `Une question sur votre demande n° ${number}`, label: answer,
      says: [`${by} examine votre demande « ${what} » et voudrait encore savoir :`, 'Elle sera traitée dès que vous aurez répondu.'],
    }),
    'word': ({ number, what, by }) => ({
      subject: `Un message sur votre demande n° ${number}`, label: see, says: [`${by} a écrit au sujet de votre demande « ${what} » :`],
    }),
    'adjusted': ({ number, what, by }) => ({
      subject: `Votre demande n° ${number} a été adaptée`, label: see, quote: 'Avec ces mots :',
      says: [`${by} a adapté votre demande « ${what} ». Elle attend encore une décision.`, 'Ce n’est pas exact ? Écrivez-le dans la demande.'],
    }),
    'reminder': ({ number, what }) => ({
      subject: `Une question sur votre demande n° ${number} attend encore`, label: answer,
      says: [`Votre demande « ${what} » est en attente tant que vous n’avez pas répondu à cette question :`],
    }),
    'approved': ({ number, what }) => ({
      subject: `Votre demande n° ${number} est approuvée`, label: see, quote: 'Le centre d’assistance ajoute :',
      says: [`Votre demande « ${what} » est approuvée. Il reste quelque chose à faire avant qu’elle soit terminée.`],
    }),
    'planned': ({ number, what, day }) => ({
      subject: `Votre demande n° ${number} est approuvée`, label: see, quote: 'Le centre d’assistance ajoute :',
      says: [`Votre demande « ${what} » est approuvée.`, day && `Elle prend effet d’elle-même le ${day}.`],
    }),
    'applied': ({ number, what }) => ({
      subject: `Votre demande n° ${number} est appliquée`, label: see, quote: 'Le centre d’assistance ajoute :',
      says: [`C’est fait : votre demande « ${what} » est appliquée.`],
    }),
    'restored': ({ number, what }) => ({
      subject: `Votre demande n° ${number} s’applique à nouveau`, label: see,
      says: [`Votre demande « ${what} » avait été annulée. C’est corrigé : elle s’applique à nouveau.`],
    }),
    'refused': ({ number, what }) => ({
      subject: `Votre demande n° ${number} est refusée`, label: see, quote: 'Le motif :',
      says: [`Votre demande « ${what} » est refusée. Rien n’a changé.`],
    }),
    'put-back': ({ number, what, period, units, corrected }) => ({
      subject: `Ce que vous demandiez au n° ${number} est annulé`, label: see, quote: 'Ce qui n’allait pas :',
      says: [
        `Votre demande « ${what} » avait été appliquée et a été annulée.`, `Durée d’application : ${period}.`,
        units && `Pour qui : ${units}.`,
        corrected ? 'Les jours passés sont eux aussi rétablis comme avant.' : 'Les jours passés restent comme ils étaient.',
      ],
    }),
    'arrived': ({ number, what, asker, unit, due }) => ({
      subject: `Nouvelle demande n° ${number} : ${what}`, label: see, quote: 'Le motif :',
      says: [`${asker} demande pour ${unit} : « ${what} ».`, due && `À traiter au plus tard le ${due}.`],
    }),
    'given': ({ number, what, by, unit, due }) => ({
      subject: `La demande n° ${number} est pour vous ou votre équipe : ${what}`, label: see,
      says: [`${by} vous transmet cette demande de ${unit} : « ${what} ».`, due && `À traiter au plus tard le ${due}.`],
    }),
    'answer': ({ number, what, by }) => ({
      subject: `Réponse à la demande n° ${number}`, label: see, says: [`${by} a écrit au sujet de la demande « ${what} » :`],
    }),
    'stopped': ({ number, what }) => ({
      subject: `La demande n° ${number} n’a pas pu prendre effet`, label: see,
      says: [`La demande « ${what} » était planifiée, mais n’a pas abouti. Elle attend de nouveau une décision.`],
    }),
    'second': ({ number, what, asker }) => ({
      subject: `La demande n° ${number} attend une seconde approbation`, label: see,
      says: [`La demande « ${what} » de ${asker} a été approuvée une fois. Une autre personne doit encore l’approuver.`],
    }),
  },
}
