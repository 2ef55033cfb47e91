import { questionForm } from './question.ts'

/** What libraries ask that no plugin does yet, or that no change answers. */
export const changeRequestsForms = [questionForm] as const
