import type { ReactNode } from 'react'

/** A list that is loading, failed, empty or full. Every state must be given. */
export function AsyncList<T>({
  items,
  failed,
  loading,
  error,
  empty,
  children,
}: {
  /** undefined while nothing is known. */
  items: readonly T[] | undefined
  failed: boolean
  loading: ReactNode
  error: ReactNode
  empty: ReactNode
  children: (items: readonly T[]) => ReactNode
}) {
  if (failed && !items) return error
  if (!items) return loading
  if (!items.length) return empty
  return children(items)
}
