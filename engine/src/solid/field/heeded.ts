import type { Field } from './field.ts'

/** Questions to a field between two calls of `heed`: a few milliseconds of the slowest. */
export const PATIENCE = 4_096

/** The same fields, that call `heed` every so often, whoever asks them: it throws to stop. They share one count. */
export function heeded<Of extends { readonly field: Field }>(parts: readonly Of[], heed: () => void): Of[] {
  let left = PATIENCE
  return parts.map((part) => {
    const { field } = part
    return {
      ...part,
      field(x: number, y: number, z: number) {
        if (--left <= 0) {
          left = PATIENCE
          heed()
        }
        return field(x, y, z)
      },
    }
  })
}
