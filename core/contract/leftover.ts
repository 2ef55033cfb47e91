import { Type } from 'typebox'
import { defineParameter } from '../contract.ts'

/** For how long what is done with can still be looked up; as long as mail is kept, unless the region says otherwise. */
export const leftoverDays = defineParameter({
  name: 'core.leftover-days',
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
})
