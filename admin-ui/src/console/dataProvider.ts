import type { DataProvider, GetListParams } from 'react-admin'
import { call } from './http.ts'

interface Listed {
  readonly data: never[]
  readonly total: number
}

const list = (
  resource: string,
  { pagination, sort, filter, signal }: GetListParams & { signal?: AbortSignal },
) => {
  const { page = 1, perPage = 25 } = pagination ?? {}
  const order = sort ? { sort: sort.field, order: sort.order.toLowerCase() } : {}
  return call<Listed>(`/${resource}`, {
    signal,
    query: { limit: perPage, offset: (page - 1) * perPage, ...order, ...filter },
  })
}

/** Configuration is written through the change door only; see `change/useChange.ts`. */
const refuse = async (): Promise<never> => {
  throw new Error('Write through the change door')
}

/** react-admin's lists and references over plain REST. */
export const dataProvider: DataProvider = {
  supportAbortSignal: true,
  getList: list,
  getOne: async (resource, { id, signal }) => ({ data: await call(`/${resource}/${id}`, { signal }) }),
  getMany: async (resource, { ids, signal }) => ({
    data: await Promise.all(ids.map(id => call<never>(`/${resource}/${id}`, { signal }))),
  }),
  getManyReference: (resource, { target, id, ...params }) =>
    list(resource, { ...params, filter: { ...params.filter, [target]: id } }),
  create: refuse,
  update: refuse,
  updateMany: refuse,
  delete: refuse,
  deleteMany: refuse,
}
