import type { ListedRequest, OneRequest, RequestAct, Requests } from '#plugins/change-requests/contract/answer.ts'

export type { ListedRequest, OneRequest, RequestAct, Requests }
