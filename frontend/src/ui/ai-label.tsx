/** The label every generated asset carries, always in words: `AI` and how. */
export function AiLabel({ word, how }: { word: string; how: string }) {
  return (
    <span className="ai">
      <b>{word}</b>
      {how}
    </span>
  )
}
