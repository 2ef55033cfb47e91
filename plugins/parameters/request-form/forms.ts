import { billReminderForm } from './bill-reminder.ts'

/** What libraries ask about their settings. */
export const parametersForms = [billReminderForm] as const
