import type { Kit, OfflineAct } from '#plugins/circulation/contract/offline.ts'

/** The dates of one branch, and how far the clock of this device is from the server's. */
export interface KeptKit extends Kit { readonly aheadMs: number }
/** An act, and where it happened. */
export interface KeptAct extends OfflineAct { readonly branch: string; readonly branchName: string; readonly preparedAt: string }
