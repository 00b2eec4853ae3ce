declare module 'gltf-validator' {
  /** What Khronos' validator finds; severity 0 error, 1 warning, 2 information, 3 hint. */
  export type Report = {
    readonly issues: {
      readonly numErrors: number
      readonly numWarnings: number
      readonly messages: readonly {
        readonly code: string
        readonly message: string
        readonly severity: number
        readonly pointer?: string
      }[]
    }
  }
  export function validateBytes(bytes: Uint8Array): Promise<Report>
}
