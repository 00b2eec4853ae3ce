import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icon.tsx'

type DialogProps = {
  title: string
  subtitle?: ReactNode
  /** Small picture of what it is about. */
  image?: string | null
  closeLabel: string
  onClose: () => void
  footer?: ReactNode
  /** A sheet that comes from below on phones and from the side elsewhere. */
  sheet?: boolean
  /** As large as the window allows. */
  wide?: boolean
  children: ReactNode
}

/** A modal sheet over a solid scrim. Esc closes it; focus stays inside and goes back where it was. */
export function Dialog({ title, subtitle, image, closeLabel, onClose, footer, sheet, wide, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={sheet ? 'dlg sheet' : wide ? 'dlg wide' : 'dlg'}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        {image ? <img src={image} alt="" /> : null}
        <div>
          <h2 id={heading}>{title}</h2>
          {subtitle ? <p className="dlg-subtitle">{subtitle}</p> : null}
        </div>
        <button type="button" className="iconbtn" aria-label={closeLabel} onClick={onClose}>
          <Icon name="close" size={18} />
        </button>
      </header>
      {children}
      {footer ? <footer>{footer}</footer> : null}
    </dialog>
  )
}

/** Padding for free content of a dialog. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="dlg-body">{children}</div>
}
