import { lazy, Suspense, type ComponentType } from 'react'
import { installed } from './installed.ts'
import type { PieceProps, Place } from './screens.ts'

const fetched = new Map<Place, readonly ComponentType<object>[]>()

const piecesOf = (place: Place): readonly ComponentType<object>[] => {
  const known = fetched.get(place)
  if (known) return known
  const found = installed.flatMap(({ pieces }) => {
    const load = pieces?.[place]
    return load ? [lazy(load as () => Promise<{ default: ComponentType<object> }>)] : []
  })
  fetched.set(place, found)
  return found
}

/** Whether any plugin adds something there. */
export const hasPieces = (place: Place): boolean => piecesOf(place).length > 0

interface PiecesProps<P extends Place> {
  readonly place: P
  readonly props: PieceProps[P]
}

/** What the plugins add at a place that is not theirs; nothing where none does. */
export const Pieces = <P extends Place>({ place, props }: PiecesProps<P>) =>
  piecesOf(place).map((Piece, at) => (
    <Suspense key={at} fallback={null}>
      <Piece {...(props as object)} />
    </Suspense>
  ))
