import type { Letters } from '../told.ts'

const [see, answer] = ['See the request', 'Answer here']

export const en: Letters = {
  greeting: name => `Hello ${name}`,
  more: left => `… and ${left} more.`,
  once: 'The link works once, for fourteen days, and without signing in. Do not pass it on.',
  list: {
    given: 'This would change:',
    stopped: 'Why:',
    received: 'This is what you ask:', confirm: 'This is what would change:', arrived: 'This is what would change:',
    adjusted: 'This was adjusted:', approved: 'Still to do:', applied: 'This has changed:', planned: 'This is going to change:',
  },
  several: {
    together: count => ({
      subject: `${count} requests have been approved`, quote: 'The helpdesk added:', says: `These ${count} requests were approved together.`,
    }),
    seconds: count => ({
      subject: `${count} requests wait for a second approval`, quote: 'What was added:',
      says: `These ${count} requests were approved once. Somebody else still has to approve them.`,
    }),
  },
  sections: {
    applied: 'Carried out:', planned: 'Planned, takes effect by itself:', approved: 'Approved, something is still to be done:', second: 'To be approved:',
  },
  one: (number, what, day) => `No. ${number}: ${what}${day ? ` (on ${day})` : ''}`,
  kinds: {
    'received': ({ number, what, due }) => ({
      subject: `Your request no. ${number} has arrived`, label: see,
      says: [`We received your request “${what}”.`, due && `You will have an answer by ${due}.`],
    }),
    'confirm': ({ number, what, by, unit }) => ({
      subject: `Is this right? Request no. ${number}`, label: 'Look and answer',
      says: [
        `${by} entered a request on your behalf for ${unit}: “${what}”.`,
        'See whether this is what you asked. Nothing happens before you say yes.',
      ],
    }),
    'question': ({ number, what, by }) => ({
      subject: `A question about your request no. ${number}`, label: answer,
      says: [`${by} is looking at your request “${what}” and would like to know:`, 'After your answer it goes on.'],
    }),
    'word': ({ number, what, by }) => ({
      subject: `A message about your request no. ${number}`, label: see, says: [`${by} wrote about your request “${what}”:`],
    }),
    'adjusted': ({ number, what, by }) => ({
      subject: `Your request no. ${number} has been adjusted`, label: see, quote: 'With these words:',
      says: [`${by} adjusted your request “${what}”. It is still waiting for a decision.`, 'Is this not right? Say so in the request.'],
    }),
    'reminder': ({ number, what }) => ({
      subject: `A question about your request no. ${number} is still waiting`, label: answer,
      says: [`Your request “${what}” is on hold until you answer this question:`],
    }),
    'approved': ({ number, what }) => ({
      subject: `Your request no. ${number} is approved`, label: see, quote: 'The helpdesk added:',
      says: [`Your request “${what}” is approved. Something is still to be done before it is finished.`],
    }),
    'planned': ({ number, what, day }) => ({
      subject: `Your request no. ${number} is approved`, label: see, quote: 'The helpdesk added:',
      says: [`Your request “${what}” is approved.`, day && `It takes effect by itself on ${day}.`],
    }),
    'applied': ({ number, what }) => ({
      subject: `Your request no. ${number} has been carried out`, label: see, quote: 'The helpdesk added:',
      says: [`Done: your request “${what}” has been carried out.`],
    }),
    'restored': ({ number, what }) => ({
      subject: `Your request no. ${number} applies again`, label: see,
      says: [`Your request “${what}” had been put back. That has been set right: it applies again.`],
    }),
    'refused': ({ number, what }) => ({
      subject: `Your request no. ${number} is refused`, label: see, quote: 'The reason:',
      says: [`Your request “${what}” is refused. Nothing has changed.`],
    }),
    'put-back': ({ number, what, period, units, corrected }) => ({
      subject: `What you asked with no. ${number} has been put back`, label: see, quote: 'What was wrong:',
      says: [
        `Your request “${what}” had been carried out and has been put back.`, `How long it held: ${period}.`, units && `For whom: ${units}.`,
        corrected ? 'Past days, too, are again as they were before.' : 'Past days stay as they were.',
      ],
    }),
    'arrived': ({ number, what, asker, unit, due }) => ({
      subject: `New request no. ${number}: ${what}`, label: see, quote: 'The reason:',
      says: [`${asker} asks for ${unit}: “${what}”.`, due && `To be answered by ${due}.`],
    }),
    'given': ({ number, what, by, unit, due }) => ({
      subject: `Request no. ${number} is for you or your team: ${what}`, label: see,
      says: [`${by} passed on this request of ${unit}: “${what}”.`, due && `To be answered by ${due}.`],
    }),
    'answer': ({ number, what, by }) => ({
      subject: `An answer to request no. ${number}`, label: see, says: [`${by} wrote about the request “${what}”:`],
    }),
    'stopped': ({ number, what }) => ({
      subject: `Request no. ${number} could not take effect`, label: see,
      says: [`The request “${what}” was planned, but did not go through. It is waiting for a decision again.`],
    }),
    'second': ({ number, what, asker }) => ({
      subject: `Request no. ${number} waits for a second approval`, label: see,
      says: [`The request “${what}” of ${asker} has been approved once. Somebody else still has to approve it.`],
    }),
  },
}
