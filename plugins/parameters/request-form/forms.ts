import { bailiffForm } from './bailiff.ts'
import { billFineForm } from './bill-fine.ts'
import { billReminderForm } from './bill-reminder.ts'
import { interlibraryCostForm } from './interlibrary-cost.ts'
import { messagesForm } from './messages.ts'
import { onlinePaymentForm } from './online-payment.ts'
import { registrationBillForm } from './registration-bill.ts'
import { replacementPriceForm } from './replacement-price.ts'

/** What libraries ask about their settings. */
export const parametersForms = [
  messagesForm, billReminderForm, registrationBillForm, bailiffForm, billFineForm, replacementPriceForm, interlibraryCostForm,
  onlinePaymentForm,
] as const
