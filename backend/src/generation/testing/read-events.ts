/** One server-sent event. */
export type SentEvent = { event: string; data: unknown }

/** Reads a stream of events until it ends. */
export async function* readEvents(response: Response): AsyncGenerator<SentEvent> {
  if (!response.body) return
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = text.slice(0, end).split('\n')
      text = text.slice(end + 2)
      const data = fields.filter((field) => field.startsWith('data: ')).map((field) => field.slice(6))
      const event = fields.find((field) => field.startsWith('event: '))?.slice(7) ?? 'message'
      if (data.length) yield { event, data: JSON.parse(data.join('\n')) }
    }
  }
}
