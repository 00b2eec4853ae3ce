import { Link } from '@tanstack/react-router'

/** An asset in a row of a table: its picture, small, and its name. A picture that is not read yet is a hatched plate. */
export function AssetCell({ asset }: { asset: { id: string; name: string; image: string } }) {
  return (
    <Link className="asset-cell" to="/assets/$" params={{ _splat: asset.id }}>
      {asset.image ? <img src={asset.image} alt="" width="40" height="40" loading="lazy" /> : <span className="hatch" />}
      {asset.name}
    </Link>
  )
}
