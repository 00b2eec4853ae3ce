import { createClient } from '@daedal/sdk/client'

/** The service that serves this page. */
export const api = createClient({ baseUrl: '' })
