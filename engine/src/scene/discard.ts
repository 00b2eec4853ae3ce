/**
 * Gives large memory back at once that nobody reads again: what is made next is as large, and garbage is collected when it pleases.
 * Memory that threads share stays.
 */
export function discard({ buffer }: Float64Array | Float32Array | Int32Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}
