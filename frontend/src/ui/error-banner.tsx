import { Button } from './button.tsx'

/** Something failed: the cause, the detail with the values, the code last, and a way to try again. */
export function ErrorBanner({
  sentence,
  detail,
  code,
  retryLabel,
  onRetry,
}: {
  sentence: string
  detail?: string | undefined
  code?: string | undefined
  retryLabel?: string
  onRetry?: () => void
}) {
  return (
    <div className="alert fail" role="alert">
      <b>{sentence}</b> {detail} {code ? <span className="mute">{code}</span> : null}
      {onRetry && retryLabel ? (
        <p className="empty-acts">
          <Button small onClick={onRetry}>
            {retryLabel}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

/** Reading goes on, but something is not as it should be. */
export function Banner({ children }: { children: React.ReactNode }) {
  return (
    <div className="banner" role="status">
      {children}
    </div>
  )
}
