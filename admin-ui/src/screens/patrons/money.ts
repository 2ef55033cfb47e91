import { regional } from '#console/time/day.ts'

/** `€ 12,00`. */
export const money = (language: string, cents: number) =>
  new Intl.NumberFormat(regional(language), { style: 'currency', currency: 'EUR' }).format(cents / 100)
