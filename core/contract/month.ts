/** What the months are called, for settings that name one. */
export const monthNames = {
  1: { nl: 'januari', en: 'January', fr: 'janvier' },
  2: { nl: 'februari', en: 'February', fr: 'février' },
  3: { nl: 'maart', en: 'March', fr: 'mars' },
  4: { nl: 'april', en: 'April', fr: 'avril' },
  5: { nl: 'mei', en: 'May', fr: 'mai' },
  6: { nl: 'juni', en: 'June', fr: 'juin' },
  7: { nl: 'juli', en: 'July', fr: 'juillet' },
  8: { nl: 'augustus', en: 'August', fr: 'août' },
  9: { nl: 'september', en: 'September', fr: 'septembre' },
  10: { nl: 'oktober', en: 'October', fr: 'octobre' },
  11: { nl: 'november', en: 'November', fr: 'novembre' },
  12: { nl: 'december', en: 'December', fr: 'décembre' },
} as const
