import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { followEvents } from '../lib/event-stream.ts'
import { queryClient } from '../lib/query-client.ts'
import { i18n } from '../lib/text/language.ts'
import { router } from './router.tsx'

/** Everything, in its providers. */
export function App() {
  useEffect(() => followEvents(queryClient), [])
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  )
}
