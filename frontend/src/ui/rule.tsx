/** The graduated rule under the header: a tick every 10 px, taller every 50. */
export function Rule() {
  return <div className="ticks" aria-hidden="true" />
}
