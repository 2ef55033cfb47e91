import type { Static, TSchema } from 'typebox'
import type { Parameter, UnitId } from '#core/contract.ts'
import { useReading } from './reading.ts'

interface Valued {
  readonly name: string
  readonly value: unknown
}

/** The value of a parameter at a unit; the definition's default until the server has answered. */
export const useParameter = <S extends TSchema>(
  parameter: Parameter<S>,
  unit: UnitId | undefined,
): Static<S> => {
  const { data } = useReading<{ data: readonly Valued[] }>(
    '/parameters/values',
    { unit },
    {
      enabled: unit !== undefined,
      staleTime: 60_000,
    },
  )
  const found = data?.data.find(({ name }) => name === parameter.name)
  return found === undefined ? parameter.default : (found.value as Static<S>)
}
