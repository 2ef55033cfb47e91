import {
  keepPreviousData,
  QueryClient,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
} from '@tanstack/react-query'
import { call, type Query } from './http.ts'
import { asProblem, type Problem } from './problem.ts'

/** A lost line is tried again for as long as it takes; a refusal is an answer and is not. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => asProblem(error).isOffline && count < 1000,
      retryDelay: count => Math.min(1000 * 1.6 ** count, 15_000),
      staleTime: 15_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

type Reading<T> = Omit<UseQueryOptions<T, Problem>, 'queryKey' | 'queryFn'>

/** Reads one address of the API and keeps it fresh: `useReading<Now>('/now', { unit })`. */
export const useReading = <T>(path: string, query: Query = {}, options: Reading<T> = {}) =>
  useQuery<T, Problem>({
    queryKey: [path, query],
    queryFn: ({ signal }) => call<T>(path, { query, signal }),
    ...options,
  })

/** As `useReading`, but the former answer stays on the screen while the next one is under way. */
export const useSteadyReading = <T>(path: string, query: Query = {}, options: Reading<T> = {}) =>
  useReading<T>(path, query, { placeholderData: keepPreviousData as never, ...options })

/** After a change of configuration everything that was read may be different. */
export const useReadAgain = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
