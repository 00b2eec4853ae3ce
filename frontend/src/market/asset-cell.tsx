import { Link } from '@tanstack/react-router'

/**
 * An asset in a row of a table: its picture, small, and its name. A picture that is not read yet is a hatched plate. A token that has no
 * page here, as of another collection, has no id and leads nowhere.
 */
export function AssetCell({ asset: { id, name, image } }: { asset: { id: string | null; name: string; image: string } }) {
  const picture = image ? <img src={image} alt="" width="40" height="40" loading="lazy" /> : <span className="hatch" />
  if (id === null)
    return (
      <span className="asset-cell">
        {picture}
        {name}
      </span>
    )
  return (
    <Link className="asset-cell" to="/assets/$" params={{ _splat: id }}>
      {picture}
      {name}
    </Link>
  )
}
