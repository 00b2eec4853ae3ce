import type { ReactNode } from 'react'
import { ratioStyle } from './ratio.ts'

type PlateProps = {
  /** Address of the picture; null while it is not known: a hatched plate of the same size. */
  src: string | null
  alt: string
  /** Width through height. */
  ratio: number
  eager?: boolean
  /** Only what belongs on a picture: a time, or a check that failed. */
  children?: ReactNode
}

/** A picture on its mat, in a list. */
export function Plate({ src, alt, ratio, eager, children }: PlateProps) {
  return (
    <span className={src ? 'plate' : 'plate hatch'} style={ratioStyle(ratio)}>
      {src ? (
        <img src={src} alt={alt} loading={eager ? 'eager' : 'lazy'} decoding="async" {...(eager ? { fetchPriority: 'high' } : {})} />
      ) : null}
      {children}
    </span>
  )
}

/** The picture of a page: on a wide mat with corner marks. */
export function MattedPlate({ src, alt, width, height }: { src: string; alt: string; width: number; height: number }) {
  return (
    <div className="matted">
      <img src={src} alt={alt} width={width} height={height} fetchPriority="high" />
    </div>
  )
}
