/** A desk ends no loan that it cannot read. */
export const lentElsewhere = {
  nl: 'Een andere bibliotheek leende dit exemplaar uit en heeft het nog niet ingenomen. Leg het opzij voor die bibliotheek.',
  en: 'Another library lent this item and has not taken it in yet. Put it aside for that library.',
  fr: 'Une autre bibliothèque a prêté ce document et ne l’a pas encore repris. Mettez-le de côté pour elle.',
} as const
