import { type ButtonHTMLAttributes, useId } from 'react'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  /** `main` is the one filled button of a view; `quiet` has a lighter border. */
  look?: 'main' | 'plain' | 'quiet'
  /** 34 px high, for dense bars. */
  small?: boolean
  /** Why the button cannot be pressed now; null or undefined when it can. */
  why?: string | null | undefined
  /** Something is under way; pressing again does nothing. */
  busy?: boolean
}

/** A button. When it cannot be pressed it says why, to everyone. */
export function Button({ look = 'plain', small, why, busy, className, children, ...rest }: ButtonProps) {
  const id = useId()
  const names = ['btn', look === 'plain' ? '' : look, small ? 'small' : '', className ?? ''].filter(Boolean).join(' ')
  return (
    <>
      <button
        type="button"
        {...rest}
        className={names}
        disabled={Boolean(why) || busy === true}
        aria-busy={busy || undefined}
        title={why ?? rest.title}
        aria-describedby={why ? id : rest['aria-describedby']}
      >
        {children}
      </button>
      {why ? (
        <span id={id} className="vh">
          {why}
        </span>
      ) : null}
    </>
  )
}

/** A button that reads as a link: for small acts inside text. */
export function LinkButton({ className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...rest} className={['link-button', className].filter(Boolean).join(' ')} />
}
