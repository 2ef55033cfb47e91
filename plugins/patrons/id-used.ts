import { Refusal } from '#core/refusal.ts'

/** Of an id that stands for something else: what it stood for is not told. */
export const idUsed = () => new Refusal(409, 'core.id-used', {
  nl: 'Onder dit nummer is al iets anders verstuurd. Verstuur het opnieuw onder een nieuw nummer.',
  en: 'Something else was sent under this id. Send it again under a new one.',
  fr: 'Autre chose a déjà été envoyé sous ce numéro. Renvoyez-le sous un nouveau numéro.',
})
