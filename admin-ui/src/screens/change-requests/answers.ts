import type { Form, ListedRequest, NewRequest, OneRequest, RequestAct, Requests } from '#plugins/change-requests/contract/answer.ts'

export type { Form, ListedRequest, NewRequest, OneRequest, RequestAct, Requests }

/** The guided forms, as they stand filled where they are asked. */
export interface Forms {
  readonly data: readonly Form[]
}
