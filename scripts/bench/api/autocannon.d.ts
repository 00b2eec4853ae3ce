declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  export type Request = { method?: 'GET' | 'POST'; path: string; body?: string; headers?: Record<string, string> }
  export type Options = { url: string; connections: number; duration: number; requests: Request[] }
  export type Result = { errors: number; timeouts: number; non2xx: number; '2xx': number; requests: { average: number; total: number } }
  export type Instance = EventEmitter & PromiseLike<Result>
  export default function autocannon(options: Options): Instance
}
