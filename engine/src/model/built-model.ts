import type { ModelRole } from '@daedal/protocol/generation/model-file'

/** A finished model. */
export type BuiltModel = {
  readonly role: ModelRole
  /** One binary glTF 2.0 file, of an avatar a VRM 1.0: metres, y up. */
  readonly glb: Uint8Array
  /** What its hash is taken of: vertices and pixels, not an encoder's bytes. */
  readonly canonical: Uint8Array
  readonly counts: { readonly triangles: number; readonly drawCalls: number }
}
