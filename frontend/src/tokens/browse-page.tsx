/** Search and filter all assets. */
export function BrowsePage() {
  return <main id="main" className="wrap" />
}
