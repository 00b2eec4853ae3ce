/** One message of a `text/event-stream` body. */
export type StreamEvent = { event: string; data: string; id: string | null }

/** Reads a server-sent event stream (HTML, section 9.2) from an answered request, message by message. */
export async function* readEvents(response: Response): AsyncGenerator<StreamEvent> {
  if (!response.body) return
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      rest += value
      let end = boundaryOf(rest)
      while (end) {
        const message = parseMessage(rest.slice(0, end.at))
        rest = rest.slice(end.at + end.length)
        if (message) yield message
        end = boundaryOf(rest)
      }
    }
  } finally {
    await reader.cancel()
  }
}

function boundaryOf(text: string): { at: number; length: number } | null {
  const match = /\r\n\r\n|\n\n|\r\r/.exec(text)
  return match ? { at: match.index, length: match[0].length } : null
}

function parseMessage(block: string): StreamEvent | null {
  const message: StreamEvent = { event: 'message', data: '', id: null }
  const data: string[] = []
  for (const line of block.split(/\r\n|\n|\r/)) {
    if (line.startsWith(':')) continue
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') message.event = value
    else if (field === 'data') data.push(value)
    else if (field === 'id') message.id = value
  }
  if (!data.length) return null
  message.data = data.join('\n')
  return message
}
