/** A finished picture: 8-bit sRGB with alpha, row-major, four bytes a pixel. */
export type Picture = { readonly width: number; readonly height: number; readonly rgba: Uint8Array }
