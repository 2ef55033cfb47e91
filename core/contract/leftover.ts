import { Type } from 'typebox'
import { defineParameter } from '../contract.ts'

/** For how long what is done with can still be looked up; as long as mail is kept, unless the region says otherwise. */
export const leftoverDays = defineParameter({
  name: 'core.leftover-days',
  area: 'sign-in',
  // A network where somebody signed in is known to be theirs for 90 days, and so long may a desk ask for a full sign-in.
  schema: Type.Integer({ minimum: 100, maximum: 3650 }),
  default: 400,
  unit: 'days',
  levels: ['system'],
  title: { nl: 'Oude sporen bewaren', en: 'Keeping old traces', fr: 'Conserver les anciennes traces' },
  help: {
    nl: 'Na zoveel dagen verdwijnt ’s nachts wat afgehandeld is: afgelopen sessies met hun toestel en netwerk, en bezorgde berichten tussen de onderdelen. Het logboek blijft.',
    en: 'After so many days what is done with goes at night: sessions that ended, with their device and network, and delivered messages between the parts. The audit stays.',
    fr: 'Après ce nombre de jours, ce qui est terminé disparaît la nuit : les sessions closes, avec leur appareil et leur réseau, et les messages internes déjà remis. Le journal reste.',
  },
  consequence: {
    nl: 'Korter: oude sessies zijn sneller niet meer op te zoeken. Langer: er blijven meer persoonsgegevens van medewerkers bewaard.',
    en: 'Shorter: old sessions can sooner no longer be looked up. Longer: more personal data of staff are kept.',
    fr: 'Plus court : les anciennes sessions ne sont plus consultables. Plus long : davantage de données du personnel sont conservées.',
  },
  example: {
    nl: '400 dagen: een sessie die op 1 maart 2025 eindigde, verdwijnt in de nacht van 5 april 2026.',
    en: '400 days: a session that ended on 1 March 2025 goes in the night of 5 April 2026.',
    fr: '400 jours : une session close le 1er mars 2025 disparaît dans la nuit du 5 avril 2026.',
  },
  synonyms: {
    nl: ['bewaartermijn', 'opruimen', 'GDPR', 'AVG'],
    en: ['retention', 'clean-up', 'GDPR'],
    fr: ['durée de conservation', 'nettoyage', 'RGPD'],
  },
})
