/** A 256-bit fingerprint as 16 × 16 cells, bit 0 first. Two near-duplicates look alike in it. */
export function Fingerprint({ bits, label }: { bits: string; label: string }) {
  const cells: string[] = []
  for (let index = 0; index < 256; index++) {
    const nibble = Number.parseInt(bits[2 + (index >> 2)] ?? '0', 16)
    if ((nibble >> (3 - (index & 3))) & 1) cells.push(`M${index % 16} ${index >> 4}h1v1h-1z`)
  }
  return (
    <svg className="pdq" viewBox="-1 -1 18 18" role="img" aria-label={label} shapeRendering="crispEdges">
      <path d="M-1-1h18v18h-18z" fill="var(--sheet)" />
      <path d={cells.join('')} fill="currentColor" />
      <path d="M-.9-.9h17.8v17.8h-17.8z" fill="none" stroke="var(--edge)" strokeWidth=".3" />
    </svg>
  )
}
