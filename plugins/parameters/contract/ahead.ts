import type { Parameter } from '#core/contract.ts'
import { collectionParameters } from './area/collection.ts'
import { remindersParameters } from './area/reminders.ts'
import { sendingParameters } from './area/sending.ts'
import { replacementBillParameters } from './area/replacement-bill.ts'
import { replacementPriceParameters } from './area/replacement-price.ts'
import { billReminderParameters } from './area/bill-reminder.ts'
import { registrationBillParameters } from './area/registration-bill.ts'
import { registrationReminderParameters } from './area/registration-reminder.ts'
import { bailiffParameters } from './area/bailiff.ts'
import { bailiffThresholdParameters } from './area/bailiff-threshold.ts'
import { blocksParameters } from './area/blocks.ts'
import { paymentParameters } from './area/payment.ts'
import { tillParameters } from './area/till.ts'
import { waiversParameters } from './area/waivers.ts'
import { interlibraryParameters } from './area/interlibrary.ts'
import { interlibrarySupplyParameters } from './area/interlibrary-supply.ts'
import { messagesParameters } from './area/messages.ts'
import { messageChannelParameters } from './area/message-channel.ts'

/**
 * Settings of work that Filiaal does not do yet, so that libraries can set, compare and plan them from the first day.
 * Each moves to the contract of its plugin when that comes and keeps its name, so that no value changes.
 */
export const parametersAhead: readonly Parameter[] = [
  ...collectionParameters,
  ...remindersParameters,
  ...sendingParameters,
  ...replacementBillParameters,
  ...replacementPriceParameters,
  ...billReminderParameters,
  ...registrationBillParameters,
  ...registrationReminderParameters,
  ...bailiffParameters,
  ...bailiffThresholdParameters,
  ...blocksParameters,
  ...paymentParameters,
  ...tillParameters,
  ...waiversParameters,
  ...interlibraryParameters,
  ...interlibrarySupplyParameters,
  ...messagesParameters,
  ...messageChannelParameters,
]
