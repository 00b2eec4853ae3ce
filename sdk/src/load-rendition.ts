import { sha256Hex } from '@daedal/protocol/provenance/core'
import type { Rendition } from '@daedal/protocol/tokens/api'
import type { AssetPassport } from '@daedal/protocol/worlds/api'

/** A file of an asset that is not what its passport says, or cannot be had. */
export class RenditionUnusable extends Error {
  override readonly name = 'RenditionUnusable'
}

/** The file of a passport that fits a role; null when it has none. */
export const renditionOf = ({ renditions }: AssetPassport, role: Rendition['role']): Rendition | null =>
  renditions.find((rendition) => rendition.role === role) ?? null

/**
 * Fetches a file of an asset and checks length and sha-256 before a world uses it. Throws {@link RenditionUnusable}.
 * `baseUrl` is the service that gave the passport, or any gateway that answers the same paths.
 */
export async function loadRendition(
  baseUrl: string,
  { path, bytes: size, sha256 }: Rendition,
  options: { signal?: AbortSignal; fetch?: typeof fetch } = {},
): Promise<Uint8Array> {
  const { signal, fetch: fetcher = fetch } = options
  const response = await fetcher(new URL(path, baseUrl), signal ? { signal } : {})
  if (!response.ok || !response.body) throw new RenditionUnusable(`${path} was answered with ${response.status}.`)
  const whole = new Uint8Array(size)
  let length = 0
  const reader = response.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (length + next.value.length > size) {
      await reader.cancel()
      throw new RenditionUnusable(`${path} is longer than the ${size} bytes of its passport.`)
    }
    whole.set(next.value, length)
    length += next.value.length
  }
  if (length !== size) throw new RenditionUnusable(`${path} has ${length} bytes, its passport says ${size}.`)
  if (sha256Hex(whole) !== sha256) throw new RenditionUnusable(`${path} does not have the hash of its passport.`)
  return whole
}
