import { regional } from '#console/time/day.ts'

export const euros = (language: string, cents: number) =>
  new Intl.NumberFormat(regional(language), { style: 'currency', currency: 'EUR' }).format(cents / 100)
