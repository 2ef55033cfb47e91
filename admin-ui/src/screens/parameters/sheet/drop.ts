import { SHEET_BYTES_AT_MOST } from '#plugins/parameters/contract/answer/sheet.ts'

/** Which files a sheet may come back as. */
export const accept = '.csv,.xlsx,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const dropWords = (translate: (key: string, words?: object) => string) => ({
  drop: translate('parameters.sheet.back.drop'), or: translate('parameters.sheet.back.or'),
  choose: translate('parameters.sheet.back.choose'),
  limits: translate('parameters.sheet.back.limits', { megabytes: SHEET_BYTES_AT_MOST / 2 ** 20 }),
})
