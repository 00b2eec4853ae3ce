/** One asset: picture, price, provenance, history. */
export function AssetPage() {
  return <main id="main" className="wrap" />
}
